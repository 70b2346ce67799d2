public import Flow
public import HTS

/// The counts of a sites file, by the keys of gnomAD's releases, v4.1 joint, v4 and v3 (`_XY`, `fafmax_…`), v2.1
/// (`_male`, `faf95`) and v2.0 (`_Male`), and of ExAC (`AC_Adj`, `AC_Hemi`).
public enum FrequencyFields {
  /// Keys that speak of the same people; each list in the order in which they are looked for.
  private struct Keys {
    let counts: String
    let numbers: String
    let males: [String]
    let filtering: [String]
    let groups: String
    /// Before and behind a group's name in the key of its number of chromosomes.
    let groupNumbers: [(before: String, behind: String)]
    /// The same of its males, behind `AC` or `AN`.
    let groupMales: [(before: String, behind: String)]
  }

  private static let joint = Keys(
    counts: "AC_joint", numbers: "AN_joint", males: ["AC_joint_XY", "AC_XY_joint"],
    filtering: ["fafmax_faf95_max_joint"], groups: "fafmax_faf95_max_gen_anc_joint",
    groupNumbers: [("AN_joint_", ""), ("AN_", "_joint")], groupMales: [("_joint_", "_XY")])

  private static let own = Keys(
    counts: "AC", numbers: "AN", males: ["AC_XY", "AC_male", "AC_Male"],
    filtering: ["fafmax_faf95_max", "faf95_popmax", wholeFiltering],
    groups: "fafmax_faf95_max_gen_anc", groupNumbers: [("AN_", "")],
    groupMales: [("_", "_XY"), ("_", "_male"), ("_", "_Male")])

  /// ExAC's counts of genotypes of good quality. Only beside them `AC_Hemi` tells males by their sex: `bcftools
  /// +fill-tags` gives that name to haploid genotypes, which a file may write of no male.
  private static let exac = Keys(
    counts: "AC_Adj", numbers: "AN_Adj", males: ["AC_Hemi"], filtering: [], groups: "",
    groupNumbers: [], groupMales: [])

  /// The filtering frequency of all people of the file, not of one group of ancestry.
  private static let wholeFiltering = "faf95"

  /// One for each ALT; `nil` where the record gives no count or no number of chromosomes. Of a
  /// joint file the joint counts alone are taken. Where no male chromosome was looked at, males were not counted.
  ///
  /// A value that is no number, a key that stands there twice and a list of another length than
  /// ALT's are errors with the record's place.
  public static func counts(
    _ record: borrowing VariantRecord
  ) throws(HTSError) -> [PopulationCount?] {
    let keys = [joint, exac].first { record.hasInformation($0.counts) } ?? own
    let copies = try integers([keys.counts], record)
    let number = try number(keys.numbers, record)
    let inMales = try integers(keys.males, record)
    var maleNumbers: [Int] = []
    for key in keys.males {
      if let number = try self.number("AN" + key.dropFirst(2), record) {
        maleNumbers.append(number)
      }
    }
    let areMalesMissing = maleNumbers.contains(0)
    let filtering = try decimals(keys.filtering, record)
    let groups = try texts(keys.groups, record) ?? []
    guard let number, !copies.isEmpty else { return record.alternates.map { _ in nil } }
    var counts: [PopulationCount?] = []
    for index in record.alternates.indices {
      let group = groups.isEmpty || groups[index] == "." ? nil : groups[index]
      counts.append(
        try copies[index].map { (count) throws(HTSError) in
          PopulationCount(
            alleleCount: count, alleleNumber: number,
            hemizygotes: inMales.isEmpty || areMalesMissing ? nil : inMales[index],
            maleNumber: areMalesMissing ? nil : maleNumbers.first,
            filteringFrequency: filtering.values.isEmpty ? nil : filtering.values[index],
            isFilteringOfAll: filtering.key == wholeFiltering, group: group,
            groupNumber: try group.flatMap { (name) throws(HTSError) in
              try self.number(of: name, keys, record)
            },
            groupMales: try group.flatMap { (name) throws(HTSError) in
              try males(of: name, keys, record, index)
            })
        })
    }
    return counts
  }

  /// The chromosomes of a group; `nil` where the record has no key for them.
  private static func number(
    of group: String, _ keys: Keys, _ record: borrowing VariantRecord
  ) throws(HTSError) -> Int? {
    for (before, behind) in keys.groupNumbers where record.hasInformation(before + group + behind) {
      return try number(before + group + behind, record)
    }
    return nil
  }

  /// The males of a group with the allele at `index`; `nil` where the record does not count them.
  private static func males(
    of group: String, _ keys: Keys, _ record: borrowing VariantRecord, _ index: Int
  ) throws(HTSError) -> PopulationCount.GroupMales? {
    for (before, behind) in keys.groupMales {
      let copies = try integers(["AC" + before + group + behind], record)
      guard copies.indices.contains(index), let copies = copies[index],
        let number = try number("AN" + before + group + behind, record)
      else { continue }
      return PopulationCount.GroupMales(hemizygotes: copies, number: number)
    }
    return nil
  }

  /// The one number of chromosomes of a record; `nil` where it is missing.
  private static func number(
    _ key: String, _ record: borrowing VariantRecord
  ) throws(HTSError) -> Int? {
    try checkSingle(key, record)
    let values = try record.informationIntegers(key)
    guard values.count <= 1 else {
      throw record.failure(informationKey: key, "holds \(values.count) numbers in place of one")
    }
    return values.first ?? nil
  }

  /// One for each ALT, of the first key that is there; empty where none is, or it is missing.
  private static func integers(
    _ keys: [String], _ record: borrowing VariantRecord
  ) throws(HTSError) -> [Int?] {
    guard let key = first(keys, record), try texts(key, record) != nil else { return [] }
    return try record.informationIntegers(key)
  }

  private static func decimals(
    _ keys: [String], _ record: borrowing VariantRecord
  ) throws(HTSError) -> (key: String, values: [Double?]) {
    guard let key = first(keys, record), let texts = try texts(key, record) else { return ("", []) }
    var values: [Double?] = []
    for text in texts {
      let value = DecimalNumber.value(text)
      if value == nil, !text.isEmpty, text != "." {
        throw record.failure(
          informationKey: key, "holds \(Excerpt.quoted(text)), which is no number")
      }
      values.append(value)
    }
    return (key, values)
  }

  private static func first(_ keys: [String], _ record: borrowing VariantRecord) -> String? {
    for key in keys where record.hasInformation(key) { return key }
    return nil
  }

  /// A key's values, as many as ALT has alleles; `nil` where it is absent or missing.
  private static func texts(
    _ key: String, _ record: borrowing VariantRecord
  ) throws(HTSError) -> [String]? {
    try checkSingle(key, record)
    guard let text = record.information(key), !record.alternates.isEmpty else { return nil }
    let values = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard values.count == record.alternates.count else {
      throw record.failure(
        informationKey: key,
        "holds \(values.count) values for \(record.alternates.count) alternate alleles")
    }
    return values
  }

  private static func checkSingle(
    _ key: String, _ record: borrowing VariantRecord
  ) throws(HTSError) {
    guard record.repeatsInformation(key) else { return }
    throw record.failure(informationKey: key, "is there more than once")
  }
}
