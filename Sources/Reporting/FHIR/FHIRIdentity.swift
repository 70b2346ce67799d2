import Crypto
import Genome

/// Identifiers of a bundle's resources, made from what the report says: the same report gives the
/// same ones, and another report others.
struct FHIRIdentity {
  private let namespace: [UInt8]

  /// `content`: all that the report says besides its variants, and their names.
  init(content: [UInt8]) { namespace = Array(SHA256.hash(data: content).prefix(16)) }

  /// A UUID by name (RFC 9562, version 5).
  func uuid(_ name: String) -> String {
    var bytes = Array(Insecure.SHA1.hash(data: namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
    return groups.map { Hexadecimal.text(bytes[$0]) }.joined(separator: "-")
  }

  func reference(_ name: String, display: String? = nil) -> JSONValue {
    ["reference": "urn:uuid:\(uuid(name))", "display": FHIRText.value(display)]
  }
}
