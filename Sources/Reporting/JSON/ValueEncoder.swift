/// From a document's values to `JSONValue`, members sorted by name as Foundation's encoder sorts
/// them; the text of a long document can then be written piece by piece.
struct ValueEncoder {
  static func value(_ document: some Encodable) throws -> JSONValue {
    if let value = plain(document) { return value }
    let place = Place()
    try document.encode(to: PlaceEncoder(place: place))
    return place.value
  }

  /// Texts and numbers as they are: most of what a document holds, and asked to encode itself it takes ten
  /// times as long.
  static func plain<Value: Encodable>(_ value: Value) -> JSONValue? {
    if Value.self == String.self, let text = value as? String { return .string(text) }
    if Value.self == Int.self, let number = value as? Int { return .integer(number) }
    if Value.self == Double.self, let number = value as? Double { return .number(number) }
    if Value.self == OrNull<String>.self, let text = value as? OrNull<String> {
      return text.value.map(JSONValue.string) ?? .null
    }
    if Value.self == [String].self, let texts = value as? [String] {
      return .array(texts.map(JSONValue.string))
    }
    return nil
  }

  /// Our documents are structs whose encoding the compiler writes: they ask for no container inside
  /// a container and have no superclass.
  static func hasNoNesting() -> Never {
    preconditionFailure("a document encodes itself by hand, which this encoder is not made for")
  }

  /// Where an encoded value goes.
  final class Place {
    private enum Kind {
      case single
      case members
      case items
    }

    private var kind = Kind.members
    private var single = JSONValue.null
    private var members: [JSONMember] = []
    private(set) var items: [JSONValue] = []

    var value: JSONValue {
      switch kind {
      case .single: single
      case .items: .array(items)
      case .members: .object(members.sorted { $0.key < $1.key })
      }
    }

    func beginMembers() {
      kind = .members
      members.reserveCapacity(12)
    }

    func beginItems() { kind = .items }

    func set(_ value: JSONValue) {
      kind = .single
      single = value
    }

    func add(_ value: JSONValue, _ key: String) {
      members.append(JSONMember(key: key, value: value))
    }

    func add(_ value: JSONValue) { items.append(value) }
  }
}

private struct PlaceEncoder: Encoder {
  let place: ValueEncoder.Place
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    place.beginMembers()
    return KeyedEncodingContainer(MemberContainer<Key>(place: place))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    place.beginItems()
    return ItemContainer(place: place)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleContainer(place: place) }
}

private struct MemberContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let place: ValueEncoder.Place
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { place.add(.null, key.stringValue) }
  func encode(_ value: Bool, forKey key: Key) { place.add(.boolean(value), key.stringValue) }
  func encode(_ value: Int, forKey key: Key) { place.add(.integer(value), key.stringValue) }
  func encode(_ value: Double, forKey key: Key) { place.add(.number(value), key.stringValue) }
  func encode(_ value: String, forKey key: Key) { place.add(.string(value), key.stringValue) }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    place.add(try ValueEncoder.value(value), key.stringValue)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { ValueEncoder.hasNoNesting() }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    ValueEncoder.hasNoNesting()
  }

  func superEncoder() -> any Encoder { ValueEncoder.hasNoNesting() }
  func superEncoder(forKey key: Key) -> any Encoder { ValueEncoder.hasNoNesting() }
}

private struct ItemContainer: UnkeyedEncodingContainer {
  let place: ValueEncoder.Place
  var codingPath: [any CodingKey] { [] }
  var count: Int { place.items.count }

  func encodeNil() { place.add(.null) }
  func encode(_ value: Bool) { place.add(.boolean(value)) }
  func encode(_ value: Int) { place.add(.integer(value)) }
  func encode(_ value: Double) { place.add(.number(value)) }
  func encode(_ value: String) { place.add(.string(value)) }
  func encode<T: Encodable>(_ value: T) throws { place.add(try ValueEncoder.value(value)) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { ValueEncoder.hasNoNesting() }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { ValueEncoder.hasNoNesting() }
  func superEncoder() -> any Encoder { ValueEncoder.hasNoNesting() }
}

private struct SingleContainer: SingleValueEncodingContainer {
  let place: ValueEncoder.Place
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { place.set(.null) }
  func encode(_ value: Bool) { place.set(.boolean(value)) }
  func encode(_ value: Int) { place.set(.integer(value)) }
  func encode(_ value: Double) { place.set(.number(value)) }
  func encode(_ value: String) { place.set(.string(value)) }

  /// Integers of other widths arrive here by themselves; anything else encodes itself.
  func encode<T: Encodable>(_ value: T) throws {
    if let plain = ValueEncoder.plain(value) {
      place.set(plain)
    } else if let number = value as? any BinaryInteger {
      place.set(.integer(Int(clamping: number)))
    } else {
      try value.encode(to: PlaceEncoder(place: place))
    }
  }
}
