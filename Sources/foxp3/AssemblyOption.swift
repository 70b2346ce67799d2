import Genome
import Pipelines

/// The value of `--assembly`.
enum AssemblyOption {
  /// `nil` for `auto`.
  static func chosen(_ text: String) throws(PipelineError) -> Assembly? {
    switch text.lowercased() {
    case "auto": return nil
    case "grch37", "hg19", "b37", "hs37d5": return .grch37
    case "grch38", "hg38", "b38": return .grch38
    default: throw PipelineError(.usage, "--assembly: “\(text)” is not auto, GRCh37 or GRCh38")
    }
  }
}
