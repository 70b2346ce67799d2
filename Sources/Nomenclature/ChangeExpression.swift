import Genome

/// An HGVS DNA change as written, before it is placed on a sequence: one or two places and what
/// happens there. `Place` is a `CodingPosition` (`c.`) or an `Int` (`g.`).
struct ChangeExpression<Place: Sendable & Hashable>: Sendable, Hashable {
  enum Operation: Sendable, Hashable {
    case substitution(reference: BaseSequence, alternate: BaseSequence)
    /// Deleted or duplicated bases may be written out (an older style); they are then checked.
    case deletion(BaseSequence?)
    case duplication(BaseSequence?)
    case insertion(BaseSequence)
    case deletionInsertion(deleted: BaseSequence?, inserted: BaseSequence)
    case inversion(BaseSequence?)
    case identity(BaseSequence?)
  }

  let first: Place
  let last: Place
  let operation: Operation
}

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
      operation = .deletionInsertion(deleted: nil, inserted: try bases(text.dropFirst(6)))
    } else if text.hasPrefix("del"), let parts = split(text.dropFirst(3), at: "ins") {
      operation = .deletionInsertion(
        deleted: try bases(parts.0), inserted: try bases(parts.1))
    } else if text.hasPrefix("del") {
      operation = .deletion(try optionalBases(text.dropFirst(3)))
    } else if text.hasPrefix("dup") {
      operation = .duplication(try optionalBases(text.dropFirst(3)))
    } else if text.hasPrefix("inv") {
      operation = .inversion(try optionalBases(text.dropFirst(3)))
    } else if text.hasPrefix("ins") {
      guard last != nil else {
        throw NameError(name, "an insertion stands between two positions, as c.76_77insG")
      }
      operation = .insertion(try bases(text.dropFirst(3)))
    } else if text.hasSuffix("=") {
      operation = .identity(try optionalBases(text.dropLast()))
    } else {
      throw NameError(
        name, "“\(text)” is no change; expected >, del, dup, ins, delins, inv or =")
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
    guard !text.isEmpty, let bases = BaseSequence(text) else {
      throw NameError(name, "“\(text)” is not made of A, C, G and T")
    }
    return bases
  }

  /// Older names give the deleted bases, or how many they are.
  private func optionalBases(_ text: Substring) throws(NameError) -> BaseSequence? {
    text.isEmpty || text.allSatisfy(\.isNumber) ? nil : try bases(text)
  }
}
