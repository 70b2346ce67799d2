import Flow

/// A larger insertion that is spelled, but of whose length the reads tell several (CILEN of cuteSV, STDEV_LEN of Sniffles):
/// one base more or less is another reading frame.
struct UnsureLength {
  let record: ReadRecord

  /// Why the frame is not known.
  static let clause =
    "the reads differ in the length of what is inserted (CILEN, STDEV_LEN), so that what it makes of a reading frame is not known"

  /// Why its frame is not known, a clause; `nil` where the reads agree.
  var doubt: String? {
    guard record.alternates.count == 1, record.alternates[0].first != "<",
      record.informationValue("SVTYPE") == "INS"
    else { return nil }
    let range = record.informationValue("CILEN")?.split(separator: ",").compactMap { Int($0) } ?? []
    let deviation = record.informationValue("STDEV_LEN").flatMap { Double($0) } ?? 0
    guard range.contains(where: { $0 != 0 }) || deviation > 0 else { return nil }
    return Self.clause
  }
}
