import Foundation

/// Root may read and write everything, so permission tests give that up for a moment: Linux has a
/// file-system user per thread (setfsuid(2)), which leaves the other tests alone.
public enum FileSystemUser {
  private typealias SetUser = @convention(c) (CUnsignedInt) -> CInt
  private static let nobody: CUnsignedInt = 65534

  private static var setUser: SetUser? {
    guard let symbol = unsafe dlsym(nil, "setfsuid") else { return nil }
    return unsafe unsafeBitCast(symbol, to: SetUser.self)
  }

  /// Whether permissions bind, or can be made to.
  public static var canBeChanged: Bool { getuid() != 0 || setUser != nil }

  public static func asNobody<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard getuid() == 0, let setUser else { return try body() }
    _ = setUser(nobody)
    defer { _ = setUser(0) }
    return try body()
  }
}
