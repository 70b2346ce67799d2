import Delivery
public import Genome
public import Settings

/// What a run of `annotate` was asked for.
public struct AnnotateRequest: Sendable {
  public enum Format: String, Sendable, CaseIterable, Hashable {
    case vcf
    case tsv
    case json
    case html
    case family
    case pdf
    case bed
    /// Depth and mapping quality of every base, where reads were read.
    case depth
    case multiqc
    case fhir
    /// Classifications as GA4GH VA-Spec statements.
    case va
  }

  public var inputs: [String]
  public var outputDirectory: String
  public var formats: Set<Format>
  /// `nil`: the build is proven from the input alone.
  public var assembly: Assembly?
  /// Sex for the one selected sample; `unknown` where none was declared.
  public var sex: Sex
  /// Whose samples they are: declared sexes, and families to be reported together.
  public var pedigree: Pedigree
  /// Reads of the one selected sample of a variant file (`--alignments`).
  public var alignments: String?
  /// The FASTA a CRAM was written with.
  public var fasta: String?
  /// Samples to report; empty for all.
  public var samples: [String]
  public var profile: Profile
  public var isFullScan: Bool
  public var isPrivate: Bool
  /// The day printed on the reports, as `2026-01-31`.
  public var runDate: String
  /// Of the counselling text and the family page, as `en`.
  public var language: String
  /// The Python that makes PDF; needed with the format `pdf` alone.
  public var python: String
  /// The laboratory's own history, which results are written into too.
  public var store: String?
  /// Threads that inflate an input that is read whole; `nil` lets the number of processors decide.
  public var threads: Int?
  /// Tell the SHA-256 of each input's whole file too.
  public var checksumsInputs: Bool
  /// What the run reads besides inputs, reads and FASTA, as tables, evidence and pedigree.
  public var otherFiles: [String]
  /// The files that no report may take the place of; a pipeline sets it.
  var read = ReadFiles()

  public init(
    inputs: [String], outputDirectory: String, formats: Set<Format>, assembly: Assembly?,
    sex: Sex, pedigree: Pedigree, samples: [String], profile: Profile, isFullScan: Bool,
    isPrivate: Bool, runDate: String, fasta: String? = nil,
    alignments: String? = nil, language: String = "en", python: String = "python3",
    store: String? = nil, threads: Int? = nil, checksumsInputs: Bool = false,
    otherFiles: [String] = []
  ) {
    self.inputs = inputs
    self.outputDirectory = outputDirectory
    self.formats = formats
    self.assembly = assembly
    self.sex = sex
    self.pedigree = pedigree
    self.samples = samples
    self.profile = profile
    self.isFullScan = isFullScan
    self.isPrivate = isPrivate
    self.runDate = runDate
    self.fasta = fasta
    self.alignments = alignments
    self.language = language
    self.python = python
    self.store = store
    self.threads = threads
    self.checksumsInputs = checksumsInputs
    self.otherFiles = otherFiles
  }

  /// All that the run reads.
  func filesRead(with others: [String] = []) -> ReadFiles {
    ReadFiles(
      withIndexes: inputs + [alignments, fasta, store].compactMap { $0 } + otherFiles + others)
  }

  func declaredSex(of sample: String) -> Sex {
    sex == .unknown ? pedigree.sexes[sample] ?? .unknown : sex
  }

  /// Two declarations of one person's sex are not weighed against each other.
  func checkDeclaredSex(of sample: String) throws(PipelineError) {
    guard sex != .unknown, let other = pedigree.sexes[sample], other != sex else { return }
    throw PipelineError(
      .usage,
      "--sex says \(sex.rawValue), but the pedigree (--ped) says \(other.rawValue) of “\(sample)”; "
        + "correct one of them")
  }

  /// A sample without a row, and the name of a row that differs from it by upper and lower case alone.
  private func namesByCase(
    _ samples: [String], _ named: Set<String>
  ) -> (sample: String, row: String)? {
    let byCase = Dictionary(named.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
    return samples.lazy.filter { !named.contains($0) }
      .compactMap { sample in byCase[sample.lowercased()].map { (sample, $0) } }.first
  }

  /// A sentence where a pedigree was given and speaks of none of the samples of `place`.
  func pedigreeNote(samples: [String], of place: String = "this file") -> String? {
    let named = Set(pedigree.members.map(\.name))
    if let (own, other) = namesByCase(samples, named) {
      return
        "The pedigree (--ped) has “\(other)” and \(place) “\(own)”: names have to be the same, in upper "
        + "and lower case too, so its row was not used."
    }
    guard !named.isEmpty, !samples.isEmpty, named.isDisjoint(with: samples) else { return nil }
    return
      "The pedigree (--ped) has no row for any sample of \(place) and was not used for it; names "
      + "have to be the same, in upper and lower case too."
  }
}
