internal import CInterruption

/// What a signal that ends the program takes away: the temporary files of deliveries that are not
/// committed, and the directories made for them.
public enum Interruption {
  /// From here on SIGHUP, SIGINT and SIGTERM leave nothing behind. The program still ends by the
  /// signal, and one that is ignored stays so. For a program to call once, never for a library.
  public static func removesFiles() { cinterruption_install() }

  /// Remembers a path until `forget`.
  static func remember(_ path: String, isDirectory: Bool = false) -> Int {
    unsafe cinterruption_add(path, isDirectory)
  }

  static func forget(_ number: Int) { cinterruption_drop(number) }

  /// A signal that comes meanwhile waits for the end of `body`.
  static func held<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    cinterruption_hold()
    defer { cinterruption_release() }
    try body()
  }
}
