/// What a laboratory gives for the head of a report (`--case`): whose it is, who asked, and who
/// answers. What is `nil` was not given, and is not printed.
public struct ReportHead: Sendable, Hashable {
  public struct Patient: Sendable, Hashable {
    public var name: String?
    /// As the laboratory numbers its patients.
    public var identifier: String?
    /// As `2026-01-31`.
    public var dateOfBirth: String?
    /// `nil` of who is not said to have died.
    public var death: Death?

    public init(
      name: String? = nil, identifier: String? = nil, dateOfBirth: String? = nil,
      death: Death? = nil
    ) {
      self.name = name
      self.identifier = identifier
      self.dateOfBirth = dateOfBirth
      self.death = death
    }
  }

  public enum Death: Sendable, Hashable {
    /// As `2026-01-31`.
    case on(String)
    case onUnknownDay

    /// `nil` where it is not known.
    public var day: String? {
      if case .on(let day) = self { day } else { nil }
    }
  }

  /// What was asked, and by whom.
  public struct Request: Sendable, Hashable {
    public var referrer: String?
    public var indication: String?
    public var familyHistory: String?
    /// Whether the parents are related by blood.
    public var consanguinity: PatientCase.Answer?
    public var testOrdered: String?

    public init(
      referrer: String? = nil, indication: String? = nil, familyHistory: String? = nil,
      consanguinity: PatientCase.Answer? = nil, testOrdered: String? = nil
    ) {
      self.referrer = referrer
      self.indication = indication
      self.familyHistory = familyHistory
      self.consanguinity = consanguinity
      self.testOrdered = testOrdered
    }
  }

  /// The laboratory. A typed director is no signature and releases nothing.
  public struct Laboratory: Sendable, Hashable {
    public var name: String?
    public var address: String?
    public var director: String?

    public init(name: String? = nil, address: String? = nil, director: String? = nil) {
      self.name = name
      self.address = address
      self.director = director
    }
  }

  /// To whom the family page speaks.
  public enum Addressee: String, Sendable, CaseIterable, Hashable {
    /// The person who was tested.
    case person
    /// A parent or guardian of the one who was tested.
    case guardian
    /// Parents who lost a pregnancy.
    case pregnancyLoss = "pregnancy_loss"
  }

  public var reportIdentifier: String?
  public var reportVersion: String?
  /// `nil` where it was not given: the family page then speaks to a parent or guardian.
  public var addressee: Addressee?
  public var patient: Patient
  public var request: Request
  public var laboratory: Laboratory

  public init(
    reportIdentifier: String? = nil, reportVersion: String? = nil, addressee: Addressee? = nil,
    patient: Patient = Patient(), request: Request = Request(),
    laboratory: Laboratory = Laboratory()
  ) {
    self.reportIdentifier = reportIdentifier
    self.reportVersion = reportVersion
    self.addressee = addressee
    self.patient = patient
    self.request = request
    self.laboratory = laboratory
  }
}
