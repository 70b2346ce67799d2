import Genome

/// An HGVS DNA change as written, before it is placed on a sequence: one or two places and what
/// happens there. `Place` is a `CodingPosition` (`c.`) or an `Int` (`g.`).
struct ChangeExpression<Place: Sendable & Hashable>: Sendable, Hashable {
  enum Operation: Sendable, Hashable {
    case substitution(reference: BaseSequence, alternate: BaseSequence)
    case deletion(WrittenBases)
    case duplication(WrittenBases)
    case insertion(BaseSequence)
    case deletionInsertion(deleted: WrittenBases, inserted: BaseSequence)
    case inversion(WrittenBases)
    case identity(WrittenBases)
  }

  let first: Place
  let last: Place
  let operation: Operation
}

/// What a name says of the bases it replaces, besides their place: older names write the deleted or
/// duplicated bases out, or how many they are. What is written is checked.
enum WrittenBases: Sendable, Hashable {
  case nothing
  case bases(BaseSequence)
  case count(Int)
}
