import Flow
import Genome

/// Places of a pedigree's people: generations from above, mates side by side.
struct PedigreeLayout {
  /// Rows of indices into the pedigree's members, founders first.
  let rows: [[Int]]
  private let generation: [Int]

  init(_ relations: [Pedigree.Member]) {
    let index = Dictionary(
      relations.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let parents = relations.map { [$0.father, $0.mother].compactMap { $0.flatMap { index[$0] } } }
    let generation = PedigreeLayout.generations(parents)
    self.generation = generation
    let mates = PedigreeLayout.mates(parents)
    rows = (0...(generation.max() ?? 0)).map { row in
      var placed: [Int] = []
      for person in relations.indices where generation[person] == row && !placed.contains(person) {
        placed.append(person)
        placed += mates[person, default: []].filter {
          generation[$0] == row && !placed.contains($0)
        }
      }
      return placed
    }
  }

  /// A child stands one row below the lower of its parents, and a founder beside their mate.
  private static func generations(_ parents: [[Int]]) -> [Int] {
    var generation = Array(repeating: 0, count: parents.count)
    // Each pass moves someone down by a row or ends; no one stands below as many people as there are.
    for _ in 0...parents.count {
      var next = generation
      for (child, parents) in parents.enumerated() where !parents.isEmpty {
        let lowest = parents.map { next[$0] }.max() ?? 0
        next[child] = max(next[child], lowest + 1)
        for parent in parents { next[parent] = max(next[parent], lowest) }
      }
      if next == generation { break }
      generation = next.map { min($0, parents.count) }
    }
    return generation
  }

  private static func mates(_ parents: [[Int]]) -> [Int: [Int]] {
    var mates: [Int: [Int]] = [:]
    for couple in parents where couple.count == 2 {
      if mates[couple[0]]?.contains(couple[1]) != true {
        mates[couple[0], default: []].append(couple[1])
      }
      if mates[couple[1]]?.contains(couple[0]) != true {
        mates[couple[1], default: []].append(couple[0])
      }
    }
    return mates
  }
}
