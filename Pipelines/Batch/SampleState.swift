import Foundation
import Reporting

/// What is known of a sample that is done: `<sample>.foxp3.done.json` beside its reports, written
/// with them and named last. A sample is kept by `--resume` only where all of it still holds.
struct SampleState: Codable, Sendable, Hashable {
  struct Output: Codable, Sendable, Hashable {
    /// Relative to the output directory.
    var name: String
    var size: Int
    var sha256: String
  }

  static let currentVersion = "1.0"

  var schemaVersion = SampleState.currentVersion
  /// Digest of all that decides the reports besides the inputs.
  var settings: String
  /// The day printed on the reports.
  var runDate: String
  var inputs: [FileIdentity]
  var outputs: [Output]
  /// The sample's row of the summary.
  var row: CohortSample

  /// Bytes of the file, the same for the same state.
  func bytes() throws -> [UInt8] { try JSONText.whole(self) }

  /// The state that stands in `directory` if it is of these inputs and settings and every report
  /// still has the bytes that were written.
  ///
  /// - Parameter runDate: `nil` where reports of any day are good.
  static func kept(
    _ file: String, in directory: String, settings: String, runDate: String?,
    inputs: [FileIdentity]
  ) -> SampleState? {
    guard let data = FileManager.default.contents(atPath: directory + "/" + file),
      let state = try? JSONDecoder().decode(SampleState.self, from: data),
      state.schemaVersion == currentVersion, state.settings == settings, state.inputs == inputs,
      runDate == nil || state.runDate == runDate, !inputs.isEmpty,
      state.outputs.allSatisfy({ $0.isWhole(in: directory) })
    else { return nil }
    return state
  }
}

extension SampleState.Output {
  init(name: String, path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    self.init(name: name, size: data.count, sha256: Digest.of(data))
  }

  func isWhole(in directory: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: directory + "/" + name) else {
      return false
    }
    return data.count == size && Digest.of(data) == sha256
  }
}
