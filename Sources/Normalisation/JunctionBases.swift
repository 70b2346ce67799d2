import Flow
import Genome

/// Bases that come in between the ends of a deletion or an inversion, or between the copies of a duplication. Those of a
/// deletion are spelled with it. A duplication of an exon is told by the stretch that it doubles, whatever stands between
/// its copies, which spelled as an insertion would lie in the intron.
///
/// INFO tells them: SVINSSEQ their letters and SVINSLEN their number (Manta, DRAGEN), INSLEN (DELLY: dellytools/delly, issue
/// 342) and NTLEN (Pindel) the number alone. SVLEN and END are of the bases of the reference.
struct JunctionBases {
  /// Empty where there are none, or their letters are not told.
  var bases = BaseSequence()
  var count = 0

  /// Those of which the number alone is told.
  var untold: Int { count - bases.count }

  /// None of a record with several alternates, of which it is not told whose they are.
  init(record: ReadRecord) {
    guard record.alternates.count == 1 else { return }
    if let letters = record.informationValue("SVINSSEQ").flatMap({ BaseSequence($0) }),
      !letters.bytes.contains(UInt8(ascii: "N"))
    {
      bases = letters
      count = letters.count
      return
    }
    count =
      ["SVINSLEN", "INSLEN", "NTLEN"].compactMap { record.informationValue($0).flatMap { Int($0) } }
      .first { (1..<1 << 31).contains($0) } ?? 0
  }
}
