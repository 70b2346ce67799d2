import Crypto
import Genome
import Nomenclature

/// The GA4GH VRS 2 identifier of an allele: the digest of its canonical JSON, in which the
/// location is given by a digest of its own (VRS 2.0, "Computed Identifiers" and "Allele
/// Normalization").
struct VRSIdentifier {
  /// The locus on GRCh38.
  let locus: Locus

  /// The refget digest of GRCh38's chromosome X (NC_000023.11), as GA4GH's own tools give it; the
  /// tests hold identifiers made with `ga4gh.vrs`.
  static let refgetAccession = "SQ.w0WZEvgJF0zf_P4yyTzjjv9oW1z61HHP"

  func identifier(of change: SequenceChange) -> String {
    let whole = locus.fullyJustified(change)
    let location = digest(
      "{\"end\":\(whole.interval.end),\"sequenceReference\":"
        + "{\"refgetAccession\":\"\(Self.refgetAccession)\",\"type\":\"SequenceReference\"},"
        + "\"start\":\(whole.start - 1),\"type\":\"SequenceLocation\"}")
    let allele = digest(
      "{\"location\":\"\(location)\",\"state\":\(state(change, whole)),\"type\":\"Allele\"}")
    return "ga4gh:VA.\(allele)"
  }

  /// An indel that its surroundings can spell is given by lengths, any other by its bases.
  private func state(_ change: SequenceChange, _ whole: SequenceChange) -> String {
    guard let unit = repeatUnit(change, whole) else {
      return "{\"sequence\":\"\(whole.alternate)\",\"type\":\"LiteralSequenceExpression\"}"
    }
    return "{\"length\":\(whole.alternate.count),\"repeatSubunitLength\":\(unit),"
      + "\"type\":\"ReferenceLengthExpression\"}"
  }

  /// Bases of the repeated unit; `nil` for a literal sequence.
  private func repeatUnit(_ change: SequenceChange, _ whole: SequenceChange) -> Int? {
    let seed = change.trimmed()
    guard seed.reference.isEmpty != seed.alternate.isEmpty, !whole.reference.isEmpty else {
      return nil
    }
    if seed.alternate.isEmpty { return seed.reference.count }
    let count = seed.alternate.count
    let divisors = (1...count).reversed().filter { count % $0 == 0 }
    return divisors.first { isCycle(of: $0, whole) }
  }

  /// Whether the bases added go on with the last `unit` reference bases over and over.
  private func isCycle(of unit: Int, _ whole: SequenceChange) -> Bool {
    let reference = whole.reference.bytes
    guard unit <= reference.count else { return false }
    let cycle = Array(reference.suffix(unit))
    return whole.alternate.bytes.dropFirst(reference.count).enumerated().allSatisfy {
      $1 == cycle[$0 % unit]
    }
  }

  /// The URL-safe alphabet of RFC 4648, section 5.
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// SHA-512, its first 24 bytes in URL-safe base64: 32 letters.
  private func digest(_ json: String) -> String {
    let bytes = Array(SHA512.hash(data: Array(json.utf8)))
    var text: [UInt8] = []
    for start in stride(from: 0, to: 24, by: 3) {
      let three = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
      for shift in [18, 12, 6, 0] { text.append(Self.letters[three >> shift & 0x3F]) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
