/// What a frequency file says of one allele.
public struct PopulationCount: Sendable, Hashable {
  /// Copies seen, of `alleleNumber` chromosomes looked at.
  public var alleleCount: Int
  public var alleleNumber: Int
  /// Males with the allele; `nil` where the file doesn't say.
  public var hemizygotes: Int?
  /// Chromosomes of males that were looked at; `nil` where the file doesn't say.
  public var maleNumber: Int?
  /// The highest filtering allele frequency (95%) over the file's groups of ancestry.
  public var filteringFrequency: Double?
  /// Whether it is that of all people of the file, not of the group where it is highest.
  public var isFilteringOfAll: Bool
  /// The group it is from.
  public var group: String?
  /// Chromosomes of that group that were looked at; `nil` where the file doesn't say.
  public var groupNumber: Int?
  /// Males of that group with the allele, and its males' chromosomes; `nil` where the file doesn't say.
  public var groupMales: GroupMales?

  public struct GroupMales: Sendable, Hashable {
    public var hemizygotes: Int
    public var number: Int

    public init(hemizygotes: Int, number: Int) {
      self.hemizygotes = hemizygotes
      self.number = number
    }
  }

  public init(
    alleleCount: Int, alleleNumber: Int, hemizygotes: Int? = nil, maleNumber: Int? = nil,
    filteringFrequency: Double? = nil, isFilteringOfAll: Bool = false, group: String? = nil,
    groupNumber: Int? = nil, groupMales: GroupMales? = nil
  ) {
    self.alleleCount = alleleCount
    self.alleleNumber = alleleNumber
    self.hemizygotes = hemizygotes
    self.maleNumber = maleNumber
    self.filteringFrequency = filteringFrequency
    self.isFilteringOfAll = isFilteringOfAll
    self.group = group
    self.groupNumber = groupNumber
    self.groupMales = groupMales
  }

  public var frequency: Double {
    alleleNumber > 0 ? Double(alleleCount) / Double(alleleNumber) : 0
  }
}

/// What is known of an allele's frequency among people not chosen for IPEX.
public enum PopulationEvidence: Sendable, Hashable {
  /// No frequency file was given, and the short built-in list doesn't hold the allele.
  case noFile
  /// A file was given; whether it looked at this place can't be told.
  case notCovered(reason: String)
  /// The file holds the allele in a record that failed these filters.
  case filtered([String])
  /// The file looked at the place and does not hold the allele; the fewest chromosomes looked at
  /// beside it.
  case absent(alleleNumber: Int)
  /// The file, one of small variants, does not hold a change that is longer than they are; bases.
  case tooLong(bases: Int, limit: Int)
  case seen(PopulationCount, source: String)
  /// A list gives a share without saying of how many chromosomes.
  case shareOnly(Double, source: String)
}
