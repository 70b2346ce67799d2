import Foundation
import Genome
import TestSupport

/// One row of what VEP 115 says (`Tests/Vectors`).
struct VEPRow {
  let position: Int
  let reference: String
  let alternate: String
  let transcript: String
  let consequence: String
  let impact: String
  let codingName: String
  let proteinName: String

  init?(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 11, let position = Int(fields[0]) else { return nil }
    self.position = position
    reference = fields[1]
    alternate = fields[2]
    transcript = fields[3]
    consequence = fields[4]
    impact = fields[5]
    codingName = fields[8]
    proteinName = fields[9]
  }

  /// As VEP takes it: the first base dropped where the alleles share it, nothing shifted.
  var given: SequenceChange? {
    guard let reference = BaseSequence(reference), let alternate = BaseSequence(alternate) else {
      return nil
    }
    var left = reference.bytes[...]
    var right = alternate.bytes[...]
    var start = position
    while let a = left.first, let b = right.first, a == b {
      left.removeFirst()
      right.removeFirst()
      start += 1
    }
    while let a = left.last, let b = right.last, a == b {
      left.removeLast()
      right.removeLast()
    }
    return SequenceChange(
      start: start, reference: BaseSequence(left), alternate: BaseSequence(right))
  }

  static func load(_ name: String) throws -> [VEPRow] {
    let file = Repository.root.appending(path: "Tests/Vectors/\(name)")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst()
      .compactMap(VEPRow.init)
  }
}
