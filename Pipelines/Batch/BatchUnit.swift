import Genome
import Settings

/// What is read at once: one input, and the samples of it that the sheet asks for.
struct BatchUnit: Sendable {
  struct Entry: Sendable {
    /// The sample's name, or the file's stem where it has no samples.
    var sample: String
    var row: SampleSheet.Row
    /// Place in the summary.
    var order: Int
  }

  var input: String
  /// Never empty. All have the first one's tables; one with reads or a case stands alone.
  var entries: [Entry]
  /// Whether the file's samples were named, by the sheet or by its header.
  var namesSamples: Bool

  var row: SampleSheet.Row { entries[0].row }

  /// The run of `annotate` that does some of the entries.
  func request(_ common: AnnotateRequest, for entries: [Entry]) -> AnnotateRequest {
    var request = common
    request.inputs = [input]
    request.alignments = row.alignments
    let isAll = row.sample == nil && entries.count == self.entries.count
    request.samples = namesSamples && !isAll ? entries.map(\.sample) : []
    return request
  }
}
