/// Who is related to whom, as a PED file or a sample sheet says it.
public struct Pedigree: Sendable, Hashable {
  /// Whether a person has the disease, as PED's column 6 says.
  public enum Affection: String, Sendable, CaseIterable, Hashable {
    case affected
    case unaffected
    case unknown
  }

  /// One person with the parents, by name.
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

  /// In the order of the file, then parents that have no row of their own.
  public let members: [Member]
  /// Declared sexes by name; members of unknown sex are left out.
  public let sexes: [String: Sex]
  /// Names of the members of families in which someone's parent is named.
  public let relatives: Set<String>
  /// Names of the members who are named as someone's parent.
  public let parents: Set<String>
  /// Names of members who are ill.
  public let affected: Set<String>

  public init(members named: [Member] = []) {
    let members = named + Pedigree.parentsWithoutRow(named)
    self.members = members
    sexes = Dictionary(
      members.filter { $0.sex != .unknown }.map { ($0.name, $0.sex) },
      uniquingKeysWith: { first, _ in first })
    let related = Set(members.filter { $0.father != nil || $0.mother != nil }.map(\.family))
    affected = Set(members.filter { $0.affection == .affected }.map(\.name))
    relatives = Set(members.filter { related.contains($0.family) }.map(\.name))
    parents = Set(members.flatMap { [$0.father, $0.mother] }.compactMap { $0 })
  }

  /// Families in the order of the file.
  public var families: [String] {
    var seen: Set<String> = []
    return members.map(\.family).filter { seen.insert($0).inserted }
  }

  private static func parentsWithoutRow(_ members: [Member]) -> [Member] {
    var names = Set(members.map(\.name))
    return members.flatMap { child in
      [(child.father, Sex.male), (child.mother, Sex.female)].compactMap { parent, sex in
        guard let parent, names.insert(parent).inserted else { return nil }
        return Member(family: child.family, name: parent, sex: sex)
      }
    }
  }
}
