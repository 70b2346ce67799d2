import Flow
import Genome

/// One sample of a batch: whose it is by the sheet, and what became of it.
public struct CohortRow: Sendable, Hashable {
  public enum Outcome: Sendable, Hashable {
    case done(CohortSample)
    /// `status`: the exit status that the failure alone would have.
    case failed(status: Int, reason: String)
  }

  public var sample: String
  /// The input's own name without folders.
  public var input: String
  /// Empty where the sheet says nothing, and so are the parents.
  public var family: String
  public var father: String
  public var mother: String
  public var outcome: Outcome

  public init(
    sample: String, input: String, family: String = "", father: String = "", mother: String = "",
    outcome: Outcome
  ) {
    self.sample = sample
    self.input = input
    self.family = family
    self.father = father
    self.mother = mother
    self.outcome = outcome
  }

  public var result: CohortSample? {
    if case .done(let result) = outcome { result } else { nil }
  }

  public var failure: (status: Int, reason: String)? {
    if case .failed(let status, let reason) = outcome { (status, reason) } else { nil }
  }

  /// `failed` for a sample without a result; `nil` without genotypes.
  public var word: ConclusionWord? {
    guard let result else { return .failed }
    return result.conclusion.flatMap(ConclusionWord.init(rawValue:))
  }
}

extension ConclusionWord {
  /// The order in which a reader needs to see samples.
  static let byAttention: [ConclusionWord] = [
    .failed, .positive, .notAssessable, .uncertain, .carrier, .inconclusive, .negativeSequenceOnly,
    .negative,
  ]
}

/// A batch's samples in the order of its sheet.
struct Cohort {
  let rows: [CohortRow]

  /// Those needing attention first, else as in the sheet.
  var byAttention: [CohortRow] {
    func rank(_ row: CohortRow) -> Int {
      let order = ConclusionWord.byAttention
      return row.word.flatMap { order.firstIndex(of: $0) } ?? order.count
    }
    return rows.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
  }

  /// How many samples have each word, by attention; `nil`: no genotypes.
  var counts: [(word: ConclusionWord?, count: Int)] {
    (ConclusionWord.byAttention.map(Optional.some) + [nil]).compactMap { word in
      let count = rows.count { $0.word == word }
      return count > 0 ? (word, count) : nil
    }
  }

  /// Each variant once, highest class first and then along the plus strand, with its samples, each once.
  var variants: [(variant: CohortVariant, samples: [String])] {
    var order: [String] = []
    var found: [String: (variant: CohortVariant, samples: [String])] = [:]
    for row in rows {
      for variant in row.result?.variants ?? [] {
        let key = variant.genomicName.isEmpty ? variant.name : variant.genomicName
        if found[key] == nil {
          order.append(key)
          found[key] = (variant, [])
        } else if let known = found[key],
          variant.clinicalClass.rank < known.variant.clinicalClass.rank
        {
          found[key]?.variant = variant
        }
        if found[key]?.samples.last != row.sample { found[key]?.samples.append(row.sample) }
      }
    }
    let all = order.compactMap { found[$0] }
    let keys = all.enumerated().map { index, item in
      (item.variant.clinicalClass.rank, item.variant.position ?? 0, index)
    }
    return keys.sorted(by: <).map { all[$0.2] }
  }
}
