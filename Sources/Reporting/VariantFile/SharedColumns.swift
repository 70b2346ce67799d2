import Synchronization

/// What all samples' files have of a record of several samples, made once; it is less than the samples'
/// own columns, which the record holds.
final class SharedColumns: Sendable {
  private let kept = Mutex<String?>(nil)

  /// - Parameter isShared: whether the record has several samples; else nothing is kept.
  func text(isShared: Bool, make: () -> String) -> String {
    guard isShared else { return make() }
    if let known = kept.withLock({ $0 }) { return known }
    let made = make()
    kept.withLock { $0 = made }
    return made
  }
}
