import Foundation
import Synchronization

/// Units waiting to be run.
final class BatchQueue: Sendable {
  private let units: [BatchUnit]
  private let next = Mutex(0)

  init(_ units: [BatchUnit]) { self.units = units }

  /// Runs all units in their order, as many side by side as there are jobs; ends with the last.
  func run(jobs: Int, _ body: @escaping @Sendable (BatchUnit) -> Void) {
    let threads = max(1, min(jobs, units.count))
    let ended = DispatchSemaphore(value: 0)
    for _ in 0..<threads {
      let thread = Thread { [self] in
        while let unit = take() { body(unit) }
        ended.signal()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    for _ in 0..<threads { ended.wait() }
  }

  private func take() -> BatchUnit? {
    next.withLock { place in
      guard place < units.count else { return nil }
      defer { place += 1 }
      return units[place]
    }
  }
}
