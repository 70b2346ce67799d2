/// Who is related to whom, as a PED file or a sample sheet says it.
public struct Pedigree: Sendable, Hashable {
  public enum Affection: String, Sendable, CaseIterable, Hashable {
    case affected
    case unaffected
    case unknown
  }

  public struct Member: Sendable, Hashable {
    public var family: String
    /// The sample's name, or that of a relative without a sample.
    public var name: String
    /// `nil` for a founder.
    public var father: String?
    public var mother: String?
    public var sex: Sex
    public var affection: Affection

    public init(
      family: String, name: String, father: String? = nil, mother: String? = nil,
      sex: Sex = .unknown, affection: Affection = .unknown
    ) {
      self.family = family
      self.name = name
      self.father = father
      self.mother = mother
      self.sex = sex
      self.affection = affection
    }
  }

  /// In the order of the file.
  public let members: [Member]
  /// Declared sexes by name; members of unknown sex are left out.
  public let sexes: [String: Sex]

  public init(members: [Member] = []) {
    self.members = members
    sexes = Dictionary(
      members.filter { $0.sex != .unknown }.map { ($0.name, $0.sex) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Families in the order of the file.
  public var families: [String] {
    var seen: Set<String> = []
    return members.map(\.family).filter { seen.insert($0).inserted }
  }
}
