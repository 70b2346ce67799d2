/// A value that a document always names, as `null` where it is not known. (A plain optional would
/// be left out of the document.)
struct OrNull<Value: Encodable>: Encodable {
  var value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

extension OrNull: ExpressibleByNilLiteral {
  init(nilLiteral: ()) { self.init(nil) }
}
