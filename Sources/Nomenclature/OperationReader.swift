import Genome

/// Reads what follows the places of an HGVS DNA name.
struct OperationReader {
  let name: String

  func read<Place>(
    _ text: Substring, first: Place, last: Place?
  ) throws(NameError) -> ChangeExpression<Place> {
    let operation: ChangeExpression<Place>.Operation
    if let parts = split(text, at: ">") {
      guard last == nil || parts.0.count > 1 else {
        throw NameError(name, "a substitution with > stands at one position")
      }
      operation = .substitution(
        reference: try bases(parts.0), alternate: try bases(parts.1))
    } else if text.hasPrefix("delins") {
      operation = .deletionInsertion(
        deleted: .nothing, inserted: try bases(text.dropFirst(6)))
    } else if text.hasPrefix("del"), let parts = split(text.dropFirst(3), at: "ins") {
      operation = .deletionInsertion(
        deleted: try written(parts.0), inserted: try bases(parts.1))
    } else if text.hasPrefix("del") {
      operation = .deletion(try written(text.dropFirst(3)))
    } else if text.hasPrefix("dup") {
      operation = .duplication(try written(text.dropFirst(3)))
    } else if text.hasPrefix("inv") {
      operation = .inversion(try written(text.dropFirst(3)))
    } else if text.hasPrefix("ins") {
      guard last != nil else {
        throw NameError(name, "an insertion stands between two positions, as c.76_77insG")
      }
      operation = .insertion(try bases(text.dropFirst(3)))
    } else if text.hasSuffix("=") {
      operation = .identity(try written(text.dropLast()))
    } else {
      // An unquoted > makes the shell write to a file, and only what stands before it comes here.
      let hint = BaseSequence(text) == nil ? "" : "; in a shell a name with > stands in quotes"
      throw NameError(
        name,
        "“\(text.prefix(40))” is no change; expected >, del, dup, ins, delins, inv or =\(hint)")
    }
    return ChangeExpression(first: first, last: last ?? first, operation: operation)
  }

  private func split(_ text: Substring, at separator: String) -> (Substring, Substring)? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(separator) {
        return (text[..<index], text[index...].dropFirst(separator.count))
      }
      index = text.index(after: index)
    }
    return nil
  }

  private func bases(_ text: Substring) throws(NameError) -> BaseSequence {
    guard !text.isEmpty, let bases = BaseSequence(text), !bases.bytes.contains(UInt8(ascii: "N"))
    else { throw NameError(name, "“\(text.prefix(40))” is not made of A, C, G and T") }
    return bases
  }

  private func written(_ text: Substring) throws(NameError) -> WrittenBases {
    if text.isEmpty { return .nothing }
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return .bases(try bases(text)) }
    return .count(Int(text) ?? .max)
  }
}
