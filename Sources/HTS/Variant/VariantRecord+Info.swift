extension VariantRecord {
  /// The text of an INFO key's value; `nil` where the key is absent, has no value or is missing.
  public func information(_ key: String) -> String? {
    let info = column(.information)
    guard let range = valueRange(of: key.utf8.span, in: info) else { return nil }
    return Sentinel.value(ColumnText.string(info.extracting(range)))
  }

  /// Whether an INFO key is there, with or without a value.
  public func hasInformation(_ key: String) -> Bool {
    valueRange(of: key.utf8.span, in: column(.information)) != nil
  }

  /// An INFO key's comma-separated integers; empty where it is absent.
  public func informationIntegers(_ key: String) throws(HTSError) -> [Int?] {
    guard let text = information(key) else { return [] }
    return try integers(FieldList.split(text, ","), column: "INFO, key \(key),")
  }

  /// Whether an INFO key is there more than once, which leaves open which of its values is meant.
  public func repeatsInformation(_ key: String) -> Bool {
    let info = column(.information)
    guard let first = valueRange(of: key.utf8.span, in: info) else { return false }
    return valueRange(of: key.utf8.span, in: info, from: first.upperBound + 1) != nil
  }

  /// An error about an INFO key of this record.
  public func failure(informationKey key: String, _ message: String) -> HTSError {
    failure(columnName: "INFO, key \(key),", message)
  }

  /// Integers with `nil` for a missing one.
  func integers(_ texts: [String], column: String) throws(HTSError) -> [Int?] {
    var values: [Int?] = []
    for text in texts { values.append(try integer(text, column: column)) }
    return values
  }

  func integer(_ text: String, column: String) throws(HTSError) -> Int? {
    guard let present = Sentinel.value(text) else { return nil }
    guard let value = IntegerText.value(present) else {
      throw failure(columnName: column, "holds \(Excerpt.quoted(text)), which is no integer")
    }
    return value
  }

  /// Where the value of `key` stands in INFO; empty for a flag.
  private func valueRange(
    of key: Span<UInt8>, in info: Span<UInt8>, from first: Int = 0
  ) -> Range<Int>? {
    var start = first
    while start < info.count {
      var end = start
      while end < info.count, info[end] != UInt8(ascii: ";") { end += 1 }
      if let value = valueStart(of: key, in: info, start..<end) { return value..<end }
      start = end + 1
    }
    return nil
  }

  private func valueStart(
    of key: Span<UInt8>, in info: Span<UInt8>, _ entry: Range<Int>
  ) -> Int? {
    guard entry.count >= key.count else { return nil }
    for index in key.indices where info[entry.lowerBound + index] != key[index] { return nil }
    let after = entry.lowerBound + key.count
    if after == entry.upperBound { return after }
    return info[after] == UInt8(ascii: "=") ? after + 1 : nil
  }
}
