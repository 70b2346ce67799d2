import Foundation
import TestSupport

/// Damage to a file, told by a number: the same number always does the same.
struct Fault: Sendable, CustomStringConvertible {
  enum Kind: String, CaseIterable, Sendable {
    case bit, byte, cut, gone, twice, zeros
  }

  let kind: Kind
  /// Where, as a share of the bytes that may be damaged.
  private let share: Double
  private let value: UInt8
  private let length: Int

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    kind = Kind.allCases[Int(seed % UInt64(Kind.allCases.count))]
    share = Double.random(in: 0..<1, using: &generator)
    value = UInt8.random(in: 1...255, using: &generator)
    length = Int.random(in: 1...300, using: &generator)
  }

  var description: String { "\(kind) at \(share), \(length) bytes, \(value)" }

  /// The bytes with the damage, behind the first `from`.
  func damaged(_ bytes: [UInt8], from: Int = 0) -> [UInt8] {
    var bytes = bytes
    let place = from + Int(Double(bytes.count - from) * share)
    let end = min(bytes.count, place + length)
    switch kind {
    case .bit: bytes[place] ^= 1 << (value % 8)
    case .byte: bytes[place] ^= value
    case .cut: bytes.removeSubrange(place...)
    case .gone: bytes.removeSubrange(place..<end)
    case .twice: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case .zeros: for index in place..<end { bytes[index] = 0 }
    }
    return bytes
  }
}
