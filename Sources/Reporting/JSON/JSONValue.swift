/// A JSON value whose members keep their order.
enum JSONValue: Sendable {
  case object([JSONMember])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case null
}

struct JSONMember: Sendable {
  var key: String
  var value: JSONValue
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// A member that is `nil` is left out.
  init(dictionaryLiteral elements: (String, JSONValue?)...) {
    self = .object(
      elements.compactMap { key, value in value.map { JSONMember(key: key, value: $0) } })
  }
}

extension JSONValue: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSONValue {
  /// The list, or `nil` where it is empty.
  static func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }

  /// The text, or `nil` where there is none.
  static func text(_ value: String?) -> JSONValue? {
    guard let value, !value.isEmpty else { return nil }
    return .string(value)
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
