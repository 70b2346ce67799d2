import Foundation

/// A server on this machine that nothing may ever reach; counts those who try.
public final class LoopbackListener {
  public struct Unavailable: Error {}

  public let port: UInt16
  private let descriptor: CInt

  public init() throws {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    self.descriptor = descriptor
    port = try LoopbackListener.bound(descriptor)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  /// Lets the system choose a port, which is given.
  private static func bound(_ descriptor: CInt) throws -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound, listen(descriptor, 16) == 0 else { throw Unavailable() }
    return UInt16(bigEndian: address.sin_port)
  }

  deinit { close(descriptor) }

  /// Connections waiting now.
  public func connectionCount() -> Int {
    var count = 0
    while true {
      let connection = accept(descriptor, nil, nil)
      guard connection >= 0 else { return count }
      close(connection)
      count += 1
    }
  }
}
