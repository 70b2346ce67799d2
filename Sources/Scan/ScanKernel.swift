/// An instruction set that the scanning kernels are compiled for. All give the same answers.
public enum ScanKernel: String, Sendable, CaseIterable, Hashable {
  case scalar
  case sse2
  case avx2
  case avx512
  case neon

  /// The fastest one of this processor, unless `FOXP3_SCAN_KERNEL` names another.
  public static func chosen() throws(ScanError) -> ScanKernel {
    guard let name = ScanDoor.environment("FOXP3_SCAN_KERNEL") else { return ScanDoor.bestKernel }
    if let kernel = ScanKernel(rawValue: name), kernel.isAvailable { return kernel }
    let names = ScanKernel.allCases.filter(\.isAvailable).map(\.rawValue)
    throw ScanError(
      .unsupported,
      "FOXP3_SCAN_KERNEL is “\(name)”, but this processor has "
        + names.joined(separator: ", ") + "; unset it")
  }

  public var isAvailable: Bool { ScanDoor.isAvailable(self) }
}
