import Foundation
import Testing

@testable import Fuzz

/// The inputs that the fuzzers have grown, each by its target: what a crash or a contradiction was
/// found with stays found. One after the other: the targets share the file that holds an input.
@Suite(.serialized) struct CorpusTests {
  private func inputs(of target: FuzzTarget) throws -> [URL] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fuzz/Corpus/\(target.rawValue)")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
  }

  @Test(arguments: FuzzTarget.allCases)
  func everyInputIsBorne(target: FuzzTarget) throws {
    let inputs = try inputs(of: target)
    #expect(inputs.count > 50)
    for input in inputs { target.run(Array(try Data(contentsOf: input))) }
  }
}
