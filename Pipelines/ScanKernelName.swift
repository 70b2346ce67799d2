import Scan

/// The scanning kernel in use, for `--version`.
public enum ScanKernelName {
  /// As `FOXP3_SCAN_KERNEL` takes it: `avx2`. An unknown or unsupported choice is an error of usage.
  public static func chosen() throws(PipelineError) -> String {
    do throws(ScanKernelError) {
      return try ScanKernel.chosen().rawValue
    } catch {
      throw PipelineError(.usage, error.description)
    }
  }
}
