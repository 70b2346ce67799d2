public import Flow
public import HTS

/// The counts of a gnomAD sites file, by the keys of its releases: v4.1 joint, v4 and v3 (`_XY`,
/// `fafmax_…`), v2 (`_male`, `faf95`).
public enum FrequencyFields {
  private static let counts = ["AC_joint", "AC"]
  private static let numbers = ["AN_joint", "AN"]
  private static let males = ["AC_joint_XY", "AC_XY_joint", "AC_XY", "AC_male"]
  private static let filtering = [
    "fafmax_faf95_max_joint", "fafmax_faf95_max", "faf95_popmax", "faf95",
  ]
  private static let groups = ["fafmax_faf95_max_gen_anc_joint", "fafmax_faf95_max_gen_anc"]

  /// One for each ALT; `nil` where the record gives no count or no number of chromosomes.
  ///
  /// A count that is no number is an error with the record's place.
  public static func counts(
    _ record: borrowing VariantRecord
  ) throws(HTSError) -> [PopulationCount?] {
    let copies = try integers(counts, record)
    guard let number = try integers(numbers, record).first ?? nil else {
      return record.alternates.map { _ in nil }
    }
    let inMales = try integers(males, record)
    let filtering = texts(filtering, record)
    let groups = texts(groups, record)
    return record.alternates.indices.map { index in
      guard copies.indices.contains(index), let count = copies[index] else { return nil }
      return PopulationCount(
        alleleCount: count, alleleNumber: number,
        hemizygotes: inMales.indices.contains(index) ? inMales[index] : nil,
        filteringFrequency: filtering.indices.contains(index) ? Double(filtering[index]) : nil,
        group: groups.indices.contains(index) && groups[index] != "." ? groups[index] : nil)
    }
  }

  private static func integers(
    _ keys: [String], _ record: borrowing VariantRecord
  ) throws(HTSError) -> [Int?] {
    for key in keys where record.hasInformation(key) {
      return try record.informationIntegers(key)
    }
    return []
  }

  private static func texts(_ keys: [String], _ record: borrowing VariantRecord) -> [String] {
    for key in keys {
      guard let text = record.information(key) else { continue }
      return text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return []
  }
}
