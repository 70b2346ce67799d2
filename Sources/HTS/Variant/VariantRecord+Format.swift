public import Genome

extension VariantRecord {
  /// The keys of FORMAT; empty without samples.
  public var formatKeys: [String] {
    let text = text(.format)
    return Sentinel.isMissing(text) ? [] : FieldList.split(text, ":")
  }

  /// One sample's values, split once. `sample` is the 0-based place in the header's order.
  public func sample(_ sample: Int) throws(HTSError) -> SampleFields {
    let text = sampleText(sample)
    let values = FieldList.split(text, ":")
    let keys = formatKeys
    guard values.count <= keys.count || (keys.isEmpty && Sentinel.isMissing(text)) else {
      throw failure(
        columnName: "of sample \(sample + 1)",
        "has \(values.count) values where FORMAT has \(keys.count) keys")
    }
    return SampleFields(number: sample + 1, text: text, keys: keys, values: values)
  }

  /// A FORMAT key's integer of one sample.
  public func integer(_ key: String, _ fields: SampleFields) throws(HTSError) -> Int? {
    guard let text = fields.value(key) else { return nil }
    return try integer(text, column: fields.columnName(key))
  }

  /// A FORMAT key's comma-separated integers of one sample; empty where it is absent.
  public func integers(_ key: String, _ fields: SampleFields) throws(HTSError) -> [Int?] {
    guard let text = fields.value(key) else { return [] }
    return try integers(FieldList.split(text, ","), column: fields.columnName(key))
  }

  /// A FORMAT key's number of one sample, written as integer or float.
  public func number(_ key: String, _ fields: SampleFields) throws(HTSError) -> Double? {
    try fields.value(key).flatMap { text throws(HTSError) in try number(text, key, fields) }
  }

  /// A FORMAT key's comma-separated numbers of one sample; empty where it is absent.
  public func numbers(_ key: String, _ fields: SampleFields) throws(HTSError) -> [Double?] {
    guard let text = fields.value(key) else { return [] }
    return try FieldList.split(text, ",").map { text throws(HTSError) in
      try Sentinel.value(text).flatMap { text throws(HTSError) in try number(text, key, fields) }
    }
  }

  private func number(
    _ text: String, _ key: String, _ fields: SampleFields
  ) throws(HTSError) -> Double? {
    guard let value = Double(text) else {
      throw failure(
        columnName: fields.columnName(key), "holds \(Excerpt.quoted(text)), which is no number")
    }
    return Sentinel.finite(value)
  }

  /// GT of one sample, or `nil` where FORMAT has none. Allele indexes are within ALT's count.
  public func genotype(_ fields: SampleFields) throws(HTSError) -> Genotype? {
    guard let text = fields.text(of: "GT") else { return nil }
    let alleleCount = alternateCount
    guard let genotype = GenotypeField.parse(text) else {
      throw failure(
        columnName: fields.columnName("GT"), "holds \(Excerpt.quoted(text)), which is no genotype")
    }
    if let index = genotype.alleles.first(where: { ($0 ?? 0) > alleleCount }), let index {
      throw failure(
        columnName: fields.columnName("GT"),
        "is \(Excerpt.quoted(text)), but there is no allele \(index): ALT has \(alleleCount)")
    }
    return genotype
  }
}

/// The values of one sample's column, by FORMAT key.
public struct SampleFields: Sendable, Hashable {
  /// 1-based place of the sample in the header.
  public let number: Int
  /// The column as in the source.
  public let text: String
  let keys: [String]
  let values: [String]

  /// The value's text as in the source; `nil` where FORMAT has no such key or the column stops
  /// before it.
  public func text(of key: String) -> String? {
    guard let place = keys.firstIndex(of: key), place < values.count else { return nil }
    return values[place]
  }

  /// The value's text; `nil` also for a missing value.
  public func value(_ key: String) -> String? { text(of: key).flatMap { Sentinel.value($0) } }

  func columnName(_ key: String) -> String { "of sample \(number), key \(key)," }
}
