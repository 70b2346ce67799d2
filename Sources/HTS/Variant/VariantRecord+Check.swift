/// The specification's rules that htslib does not enforce (VCF 4.5, sections 1.4 to 1.6), for the
/// records a result stands on.
extension VariantRecord {
  /// Fails on the first rule that is broken, naming the column.
  public func check() throws(HTSError) {
    try checkBytes()
    if position < 1 { throw failure(.position, "is 0, but positions count from 1") }
    try checkReference()
    try checkAlternates()
    _ = try quality()
    for column in [Column.identifier, .alternate, .quality, .filter, .information]
    where self.column(column).isEmpty {
      throw failure(column, "is empty where a missing value is written `.`")
    }
    _ = try reach()
    try checkSamples()
  }

  private func checkBytes() throws(HTSError) {
    for index in line.indices where line[index] < 0x20 && line[index] != UInt8(ascii: "\t") {
      throw failure(columnName: "text", "holds a control character")
    }
  }

  private func checkReference() throws(HTSError) {
    let bases = column(.reference)
    guard !bases.isEmpty, AlleleSyntax.isMade(bases, of: AlleleSyntax.bases) else {
      throw failure(
        .reference, "is \(Excerpt.quoted(text(.reference))), which is not made of A, C, G, T and N")
    }
  }

  /// Bases listed twice would be one allele under two numbers in GT. A symbol may stand twice, with two
  /// lengths.
  private func checkAlternates() throws(HTSError) {
    var listed: Set<String> = []
    for alternate in alternates {
      guard AlleleSyntax.isAlternate(alternate) else {
        throw failure(.alternate, "holds \(Excerpt.quoted(alternate)), which is no allele")
      }
      guard alternate.hasPrefix("<") || listed.insert(alternate.uppercased()).inserted else {
        throw failure(
          .alternate,
          "lists \(Excerpt.quoted(alternate)) twice; write each allele once, and GT by it")
      }
    }
  }

  private func checkSamples() throws(HTSError) {
    let keys = formatKeys
    if hasFormat, Set(keys).count != keys.count || keys.contains("") {
      throw failure(.format, "is \(Excerpt.quoted(text(.format))), with an empty or a double key")
    }
    for index in 0..<sampleCount { _ = try genotype(sample(index)) }
  }
}

/// What may stand in ALT (VCF 4.5, sections 1.6.1 and 5.4).
enum AlleleSyntax {
  static let bases: StaticString = "ACGTN"
  /// IUPAC ambiguity codes are not allowed in ALT, but they are an allele that can't be assessed
  /// rather than a broken file.
  static let ambiguousBases: StaticString = "ACGTNRYSWKMBDHV"

  static func isAlternate(_ text: String) -> Bool {
    if text == "*" { return true }
    if isMade(text.utf8.span, of: ambiguousBases) { return !text.isEmpty }
    return isSymbolic(text) || isBreakend(text) || isSingleBreakend(text)
  }

  /// `<DEL>`, `<DUP:TANDEM>`, `<*>`: no whitespace, comma or angle bracket inside.
  private static func isSymbolic(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count > 2, bytes.first == 0x3C, bytes.last == 0x3E else { return false }
    return bytes.dropFirst().dropLast().allSatisfy { $0 > 0x20 && $0 != 0x3C && $0 != 0x3E }
  }

  /// `t[p[`, `t]p]`, `]p]t`, `[p[t` with bases `t` and a place `p`.
  private static func isBreakend(_ text: String) -> Bool {
    for bracket: Unicode.Scalar in ["[", "]"] {
      let parts = FieldList.split(text, bracket)
      guard parts.count == 3, parts[1].utf8.contains(UInt8(ascii: ":")) else { continue }
      let replaced = parts[0].isEmpty ? parts[2] : parts[0]
      guard parts[0].isEmpty != parts[2].isEmpty else { continue }
      return replaced == "." || isMade(replaced.utf8.span, of: ambiguousBases)
    }
    return false
  }

  /// `.A` or `A.`.
  private static func isSingleBreakend(_ text: String) -> Bool {
    guard text.utf8.count > 1 else { return false }
    let replaced = text.hasPrefix(".") ? text.dropFirst() : text.dropLast()
    guard text.hasPrefix(".") != text.hasSuffix(".") else { return false }
    return isMade(String(replaced).utf8.span, of: ambiguousBases)
  }

  static func isMade(_ bytes: Span<UInt8>, of letters: StaticString) -> Bool {
    let allowed = Array(letters.description.utf8)
    for index in bytes.indices {
      let byte = bytes[index]
      let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      guard allowed.contains(isLower ? byte - 0x20 : byte) else { return false }
    }
    return true
  }
}
