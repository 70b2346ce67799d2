/// Alleles in sentences and on pages: the JSON document and the table hold them whole.
public enum LongAllele {
  /// Bases in a row that are shown; of more, the ends.
  private static let limit = 60
  private static let end = 12

  /// `text` with every long run of bases cut to its ends, as `GAGAATTAGCAG…(1,366 more)…CTTTTATACCGA`.
  public static func shortened(_ text: String) -> String {
    guard mayHaveLongRun(text) else { return text }
    var result = ""
    var run = Substring()
    func flush() {
      guard run.count > limit else { return result += run }
      let more = DecimalText.grouped(run.count - 2 * end)
      result += "\(run.prefix(end))…(\(more) more)…\(run.suffix(end))"
    }
    for character in text {
      if "ACGTN".contains(character) {
        run.append(character)
      } else {
        flush()
        run = ""
        result.append(character)
      }
    }
    flush()
    return result
  }

  /// Nearly no text has one, and its bytes tell it.
  private static func mayHaveLongRun(_ text: String) -> Bool {
    var run = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"),
        UInt8(ascii: "N"):
        run += 1
      default: run = 0
      }
      if run > limit { return true }
    }
    return false
  }
}
