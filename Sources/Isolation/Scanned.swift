import HTS
import Scan

/// Runs a step of a scan; its error then names the file.
enum Scanned {
  static func run<Value: ~Copyable>(
    _ file: String, _ body: () throws(ScanError) -> Value
  ) throws(HTSError) -> Value {
    do throws(ScanError) {
      return try body()
    } catch {
      throw HTSError(error, file: file)
    }
  }
}

extension HTSError {
  init(_ error: ScanError, file: String) {
    let code: Code =
      switch error.code {
      case .notReadable: error.offset == nil ? .notReadable : .corrupt
      case .truncated: .truncated
      case .corrupt: .corrupt
      case .malformed: .malformed
      }
    self.init(
      code, file: file, record: error.offset.map { "byte \($0)" }, error.message)
  }
}
