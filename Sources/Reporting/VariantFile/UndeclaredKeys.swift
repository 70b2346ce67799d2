import Flow

/// Definitions of filters and keys that records use and their header does not hold: a file without
/// them is no valid VCF. A key that VCF reserves is defined as VCF defines it, if the values fit.
struct UndeclaredKeys {
  private var declared = Set(VariantFileHeader.ownKeys.map { Key(column: "INFO", name: $0[...]) })

  private let keys: SourceKeys

  /// - Parameters:
  ///   - defined: what the header holds.
  ///   - keys: how the source's INFO keys are named.
  init(defined: [VariantFileHeader.Definition], keys: SourceKeys) {
    self.keys = keys
    for definition in defined {
      declared.insert(Key(column: definition.kind, name: definition.identifier[...]))
    }
  }

  /// - Parameter sampleIndex: the sample whose column is written; `nil` for a file without samples.
  func lines(_ records: [ClassifiedRecord], sampleIndex: Int?) -> [String] {
    var order: [Key] = []
    var uses: [Key: KeyUse] = [:]
    // Most records of a file have the same FORMAT.
    var closed: Set<String> = []
    for record in records.lazy.map(\.record) where !record.isReferenceBlock {
      for (key, values) in entries(record, sampleIndex, &closed) where isOpen(key) {
        if uses[key] == nil {
          order.append(key)
          uses[key] = KeyUse(reserved: ReservedKeys.definition(key.column, key.name))
        }
        uses[key]?.add(values, in: record)
      }
    }
    return order.map { key in
      let definition = uses[key]?.definition ?? ""
      return "##\(key.column)=<ID=\(key.name),\(key.column == "FILTER" ? "" : definition)"
        + "Description=\"Not described in the source\">"
    }
  }

  private struct Key: Hashable {
    var column: String
    var name: Substring
  }

  private func isOpen(_ key: Key) -> Bool {
    !declared.contains(key) && isName(key.name)
  }

  /// Keys with the text of their values; `nil` for a key that stands by itself.
  /// - Parameter closed: FORMAT columns whose keys are all declared.
  private func entries(
    _ record: ReadRecord, _ sampleIndex: Int?, _ closed: inout Set<String>
  ) -> [(Key, Substring?)] {
    let filters = record.filters.filter { $0 != "PASS" }.map {
      (Key(column: "FILTER", name: $0[...]), Substring?.none)
    }
    return filters + information(record) + format(record, sampleIndex, &closed)
  }

  private func information(_ record: ReadRecord) -> [(Key, Substring?)] {
    guard let information = record.informationText, information != "." else { return [] }
    return UndeclaredKeys.parts(of: information, UInt8(ascii: ";"), keepsEmpty: false).compactMap {
      entry in
      let key = Substring(entry.utf8.prefix { $0 != UInt8(ascii: "=") })
      guard let name = keys.name(of: String(key)) else { return nil }
      let hasValue = key.endIndex != entry.endIndex
      return (
        Key(column: "INFO", name: name[...]), hasValue ? entry[key.endIndex...].dropFirst() : nil
      )
    }
  }

  private func format(
    _ record: ReadRecord, _ sampleIndex: Int?, _ closed: inout Set<String>
  ) -> [(Key, Substring?)] {
    guard let sampleIndex, let names = record.formatText, names != ".", !closed.contains(names)
    else { return [] }
    let keys = UndeclaredKeys.parts(of: names[...], UInt8(ascii: ":"), keepsEmpty: false)
      .map { Key(column: "FORMAT", name: $0) }
    guard keys.contains(where: isOpen) else {
      closed.insert(names)
      return []
    }
    let text = record.calls.indices.contains(sampleIndex) ? record.calls[sampleIndex].text : "."
    let values = UndeclaredKeys.parts(of: text[...], UInt8(ascii: ":"), keepsEmpty: true)
    return keys.enumerated().map { index, key in (key, index < values.count ? values[index] : ".") }
  }

  private static func parts(
    of text: Substring, _ separator: UInt8, keepsEmpty: Bool
  ) -> [Substring] {
    text.utf8.split(separator: separator, omittingEmptySubsequences: !keepsEmpty)
      .map { Substring($0) }
  }

  /// Whether a header line can hold it.
  private func isName(_ name: Substring) -> Bool {
    !name.isEmpty && name.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
      && !name.contains { ",\"=".contains($0) }
  }
}
