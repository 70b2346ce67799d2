import Genome
import Synchronization

/// What the curated table adds to every page of a run: drawn once, since it is the same for all
/// samples and has more marks than they.
final class TableDrawing: Sendable {
  /// A piece of a page. `axis`: how far down the plot's line lies, in the plot's units.
  enum Part: Sendable, Hashable {
    case rows
    case protein(axis: Double)
    case gene(Assembly, axis: Double)
  }

  private let drawn = Mutex<[Part: String]>([:])

  /// The part's markup, by `draw` where it was not asked for before.
  func markup<Failure>(
    _ part: Part, draw: () throws(Failure) -> String
  ) throws(Failure) -> String {
    if let known = drawn.withLock({ $0[part] }) { return known }
    let markup = try draw()
    drawn.withLock { $0[part] = markup }
    return markup
  }
}
