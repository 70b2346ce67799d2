/// Why a document could not be written. Both are faults of the program, not of the input.
public enum ReportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The page's own template can't be read.
  case template(String)
  /// The document of this sample can't be encoded.
  case encoding(sample: String, cause: String)

  public var description: String {
    switch self {
    case .template(let cause):
      "The template of the HTML report can't be read (\(cause)); this is a fault of foxp3: "
        + "please report it, and leave html out of --formats meanwhile."
    case .encoding(let sample, let cause):
      "The JSON report of sample \(sample) can't be encoded (\(cause)); this is a fault of foxp3: "
        + "please report it, and leave json out of --formats meanwhile."
    }
  }
}
