/// What a laboratory documents of a patient and the sample (`--case`), apart from evidence on single
/// variants. Each statement with who made it and when; what is `nil` was not documented.
public struct PatientCase: Sendable, Hashable {
  /// Who says so, and on which day (as `2026-01-31`).
  public struct Attestation: Sendable, Hashable {
    public var by: String
    public var on: String

    public init(by: String, on: String) {
      self.by = by
      self.on = on
    }
  }

  public struct Sample: Sendable, Hashable {
    public var tissue: SampleTissue
    /// The day it was taken, as `2026-01-31`.
    public var takenOn: String?
    /// The day it came to the laboratory.
    public var receivedOn: String?
    public var attestation: Attestation

    public init(
      tissue: SampleTissue, takenOn: String?, receivedOn: String? = nil, attestation: Attestation
    ) {
      self.tissue = tissue
      self.takenOn = takenOn
      self.receivedOn = receivedOn
      self.attestation = attestation
    }
  }

  public enum Answer: String, Sendable, CaseIterable, Hashable {
    case yes
    case no
    case unknown
  }

  /// A blood stem cell transplant from another person.
  public struct Transplant: Sendable, Hashable {
    public var answer: Answer
    /// The day of the (first) one; given with `yes`.
    public var date: String?
    public var attestation: Attestation

    public init(answer: Answer, date: String?, attestation: Attestation) {
      self.answer = answer
      self.date = date
      self.attestation = attestation
    }
  }

  /// Transfusion of a blood product before the sample was taken.
  public struct Transfusion: Sendable, Hashable {
    public var answer: Answer
    /// The day of the last one; given with `yes`.
    public var date: String?
    /// Whether the laboratory holds that the donor's white cells may be in the sample; with `yes`.
    public var donorCellsPossible: Bool
    public var attestation: Attestation

    public init(
      answer: Answer, date: String?, donorCellsPossible: Bool, attestation: Attestation
    ) {
      self.answer = answer
      self.date = date
      self.donorCellsPossible = donorCellsPossible
      self.attestation = attestation
    }
  }

  /// The test of a prenatal sample for cells of the mother.
  public struct MaternalContamination: Sendable, Hashable {
    public enum Result: String, Sendable, CaseIterable, Hashable {
      case excluded
      case found
      case notTested = "not_tested"
    }

    public var result: Result
    /// How it was tested; empty for `notTested`.
    public var method: String
    public var attestation: Attestation

    public init(result: Result, method: String, attestation: Attestation) {
      self.result = result
      self.method = method
      self.attestation = attestation
    }
  }

  /// A sign of the patient, or a laboratory value.
  public struct ClinicalFinding: Sendable, Hashable {
    /// What it speaks of: the three parts of the IPEX triad, and what the laboratory can measure.
    public enum Subject: String, Sendable, CaseIterable, Hashable {
      case enteropathy
      case endocrinopathy
      case dermatitis
      case immunoglobulinE = "immunoglobulin_e"
      case regulatoryTCells = "regulatory_t_cells"
      case foxp3Protein = "foxp3_protein"
      /// Demethylation of the regulatory T cells' specific region of FOXP3 (TSDR).
      case demethylation = "tsdr_demethylation"
      case other

      public static let triad: [Subject] = [.enteropathy, .endocrinopathy, .dermatitis]
    }

    public var subject: Subject
    /// As `HP:0100651`; `nil` for a value without a term.
    public var term: String?
    /// The term's name, or what was measured.
    public var name: String
    public var isPresent: Bool
    /// As measured, with its unit; empty for a sign.
    public var value: String
    public var attestation: Attestation

    public init(
      subject: Subject, term: String?, name: String, isPresent: Bool, value: String,
      attestation: Attestation
    ) {
      self.subject = subject
      self.term = term
      self.name = name
      self.isPresent = isPresent
      self.value = value
      self.attestation = attestation
    }

    /// Whether both speak of one sign on one day: of one term, or without terms of one name.
    public func isSameObservation(as other: ClinicalFinding) -> Bool {
      guard attestation.on == other.attestation.on, term == other.term else { return false }
      return term != nil
        || (subject == other.subject && name.lowercased() == other.name.lowercased())
    }
  }

  public var head: ReportHead
  public var sample: Sample?
  public var transplant: Transplant?
  public var transfusion: Transfusion?
  public var maternalContamination: MaternalContamination?
  /// In the order of the file.
  public var findings: [ClinicalFinding]

  public init(
    head: ReportHead = ReportHead(), sample: Sample? = nil, transplant: Transplant? = nil,
    transfusion: Transfusion? = nil, maternalContamination: MaternalContamination? = nil,
    findings: [ClinicalFinding] = []
  ) {
    self.head = head
    self.sample = sample
    self.transplant = transplant
    self.transfusion = transfusion
    self.maternalContamination = maternalContamination
    self.findings = findings
  }

  /// Whether the sample was taken after a transplant, as far as the days tell; without a day of
  /// taking it has to be feared.
  public var isTakenAfterTransplant: Bool {
    guard let transplant, transplant.answer == .yes else { return false }
    guard let date = transplant.date, let taken = sample?.takenOn else { return true }
    return taken >= date
  }

  /// Whether alleles of a blood donor may be among the calls, or hide the patient's own.
  public var mayHoldDonorCells: Bool {
    transfusion?.donorCellsPossible == true && sample?.tissue.isFreeOfBloodCells != true
  }

  /// Whether signs are documented as present; a measured value alone is none.
  public var hasSigns: Bool {
    findings.contains { finding in
      finding.isPresent
        && (finding.term != nil || ClinicalFinding.Subject.triad.contains(finding.subject))
    }
  }

  /// Whether each part of the triad is documented, and as absent alone.
  public var isWithoutTriad: Bool {
    ClinicalFinding.Subject.triad.allSatisfy { subject in
      let found = findings.filter { $0.subject == subject }
      return !found.isEmpty && found.allSatisfy { !$0.isPresent }
    }
  }

  /// Whether the sample is prenatal and nothing is documented of the mother's cells in it.
  public var mayBeOfMother: Bool {
    sample?.tissue.isPrenatal == true && maternalContamination == nil
  }
}
