import Glibc

/// libFuzzer's way in: the target is chosen by `FOXP3_FUZZ_TARGET` before the first input.
private let chosen: FuzzTarget = {
  let name = unsafe getenv("FOXP3_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let known = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("FOXP3_FUZZ_TARGET is “\(name)”; known: \(known)")
  }
  return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  chosen.run(bytes)
  return 0
}
