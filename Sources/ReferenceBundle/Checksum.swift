internal import Crypto
internal import Genome

/// SHA-256 in hexadecimal digits.
enum Checksum {
  static func of(_ bytes: [UInt8]) -> String { Hexadecimal.text(SHA256.hash(data: bytes)) }
}
