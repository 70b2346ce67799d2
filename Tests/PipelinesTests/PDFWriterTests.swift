import Foundation
import TestSupport
import Testing

@testable import Pipelines

@Suite struct PDFWriterTests {
  /// A program that answers that it is ready and then does `rest`.
  private func worker(_ folder: TemporaryFolder, _ rest: String) throws -> String {
    let path = try folder.write(
      "worker", "#!/bin/sh\necho '{\"ready\": \"70.0\", \"sizes\": []}'\n\(rest)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  @Test func aWorkerThatHangsIsEnded() throws {
    let folder = try TemporaryFolder()
    let writer = try PDFWriter(
      python: try worker(folder, "exec sleep 600"), runDate: "2026-01-31", patience: 1)
    let error = #expect(throws: PipelineError.self) {
      try writer.pdf(of: "<p>x</p>", .accessible, subject: "P1")
    }
    #expect(error?.code == .internalFault)
    #expect(error?.message.contains("did not answer in 1 s") == true)
  }

  @Test func aWorkerThatNeverIsReadyIsMissing() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("worker", "#!/bin/sh\nexec sleep 600\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let error = #expect(throws: PipelineError.self) {
      try PDFWriter(python: path, runDate: "2026-01-31", patience: 1)
    }
    #expect(error?.code == .missingProgram)
  }

  /// One worker serves many pages; whatever a page asks for beside itself ends that page alone.
  @Test(.enabled(if: PythonTool.isInstalled))
  func oneWorkerServesManyPagesAndFetchesNothing() throws {
    let writer = try PDFWriter(python: PythonTool.interpreter, runDate: "2026-01-31")
    func page(_ body: String) -> String {
      "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body>\(body)</body></html>"
    }
    let first = try writer.pdf(of: page("<h1>x</h1>"), .accessible, subject: "P1")
    #expect(first.starts(with: Array("%PDF-".utf8)))
    let listener = try LoopbackListener()
    for body in [
      "<img alt=\"x\" src=\"http://127.0.0.1:\(listener.port)/x.png\">",
      "<img alt=\"x\" src=\"file:///etc/hostname\">",
    ] {
      let error = #expect(throws: PipelineError.self) {
        try writer.pdf(of: page(body), .accessible, subject: "P1")
      }
      #expect(error?.message.contains("the page asks for") == true, "\(error?.message ?? "")")
    }
    #expect(try writer.pdf(of: page("<h1>x</h1>"), .accessible, subject: "P1") == first)
  }
}
