/// Bases in a row as upper-case ASCII (`A C G T N`).
public struct BaseSequence: Sendable, Hashable {
  public var bytes: [UInt8]

  public init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  public init(_ slice: ArraySlice<UInt8>) { self.bytes = Array(slice) }

  /// Reads `text`, upper-cased; `nil` where it holds anything but `ACGTN`.
  public init?(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      let upper = byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
      guard BaseSequence.isBase(upper) else { return nil }
      bytes.append(upper)
    }
    self.bytes = bytes
  }

  public var count: Int { bytes.count }
  public var isEmpty: Bool { bytes.isEmpty }
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The other strand's bases in its own 5' to 3' direction.
  public var reverseComplement: BaseSequence {
    let complements = BaseSequence.complements
    return BaseSequence(bytes.reversed().map { complements[Int($0)] })
  }

  /// Whether an ASCII byte is one of `ACGTN`.
  public static func isBase(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"),
      UInt8(ascii: "N"):
      true
    default: false
    }
  }

  /// Of each byte: bases come in no order that a processor could foresee.
  private static let complements = (0...UInt8.max).map(complement)

  /// The base opposite, in ASCII; `N` and what is no base stay as they are.
  public static func complement(_ base: UInt8) -> UInt8 {
    switch base {
    case UInt8(ascii: "A"): UInt8(ascii: "T")
    case UInt8(ascii: "C"): UInt8(ascii: "G")
    case UInt8(ascii: "G"): UInt8(ascii: "C")
    case UInt8(ascii: "T"): UInt8(ascii: "A")
    default: base
    }
  }

  /// One behind the other.
  public static func + (left: BaseSequence, right: BaseSequence) -> BaseSequence {
    BaseSequence(left.bytes + right.bytes)
  }
}

extension BaseSequence: CustomStringConvertible {
  public var description: String { text }
}
