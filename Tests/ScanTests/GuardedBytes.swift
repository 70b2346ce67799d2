#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes between two pages that can't be touched: reading one byte too many on the guarded side
/// ends the test run.
@safe
final class GuardedBytes {
  /// The readable bytes, whole pages.
  let bytes: UnsafeMutableBufferPointer<UInt8>
  private let first: UnsafeMutablePointer<UInt8>
  private let mapping: UnsafeMutableRawPointer
  private let mappedCount: Int

  struct NoMemory: Error {}

  init(atLeast count: Int) throws {
    let page = Int(sysconf(CInt(_SC_PAGESIZE)))
    let size = (count + page - 1) / page * page
    mappedCount = size + 2 * page
    let flags = MAP_PRIVATE | MAP_ANONYMOUS
    guard let mapped = unsafe mmap(nil, mappedCount, PROT_READ | PROT_WRITE, flags, -1, 0),
      unsafe mapped != MAP_FAILED
    else { throw NoMemory() }
    unsafe mapping = unsafe mapped
    let first = unsafe mprotect(mapped, page, PROT_NONE)
    let last = unsafe mprotect(mapped + page + size, page, PROT_NONE)
    unsafe self.first = unsafe (mapped + page).assumingMemoryBound(to: UInt8.self)
    unsafe bytes = unsafe UnsafeMutableBufferPointer(start: self.first, count: size)
    guard first == 0, last == 0 else { throw NoMemory() }
  }

  deinit { unsafe munmap(mapping, mappedCount) }

  /// Lays `content` so that it ends where the guard page begins, and gives its place.
  func layAtEnd(_ content: [UInt8]) -> UnsafePointer<UInt8> {
    unsafe lay(content, at: bytes.count - content.count)
  }

  /// Lays `content` so that it starts behind the first guard page, or some bytes further.
  func lay(_ content: [UInt8], at offset: Int) -> UnsafePointer<UInt8> {
    for (index, byte) in content.enumerated() { unsafe bytes[offset + index] = byte }
    return unsafe UnsafePointer(first + offset)
  }
}

/// Numbers by a fixed rule (xorshift64), the same in each run.
struct FixedNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
