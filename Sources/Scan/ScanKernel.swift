/// An instruction set that the scanning kernels are compiled for. All give the same answers.
public enum ScanKernel: String, Sendable, CaseIterable, Hashable {
  case scalar
  case sse2
  case avx2
  case avx512
  case neon

  /// The fastest one of this processor, unless `FOXP3_SCAN_KERNEL` names another.
  public static func chosen() throws(ScanKernelError) -> ScanKernel {
    guard let name = ScanDoor.environment("FOXP3_SCAN_KERNEL") else { return ScanDoor.bestKernel }
    if let kernel = ScanKernel(rawValue: name), kernel.isAvailable { return kernel }
    throw ScanKernelError(name: name)
  }

  public var isAvailable: Bool { ScanDoor.isAvailable(self) }
}

/// `FOXP3_SCAN_KERNEL` asks for a kernel that is not to be had here.
public struct ScanKernelError: Error, Sendable, Hashable, CustomStringConvertible {
  public var name: String

  public var description: String {
    let names = ScanKernel.allCases.filter(\.isAvailable).map(\.rawValue).joined(separator: ", ")
    return "FOXP3_SCAN_KERNEL is “\(name)”, but this processor has \(names); unset it"
  }
}
