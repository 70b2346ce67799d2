import Genome
import Pipelines

/// The value of `--assembly`.
enum AssemblyOption {
  /// `nil` for `auto`.
  static func chosen(_ text: String) throws(PipelineError) -> Assembly? {
    guard text != "auto" else { return nil }
    guard let known = Assembly(rawValue: text) else {
      throw PipelineError(.usage, "--assembly: “\(text)” is not auto, GRCh37 or GRCh38")
    }
    return known
  }
}
