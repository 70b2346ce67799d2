import Dispatch
import Foundation
import ReferenceBundle
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes PDF of pages with WeasyPrint, by a Python program that runs beside this one. It is started
/// once and serves every page of a run, or of a batch; loading it takes longer than most pages.
///
/// The program gets its work and gives its answers through pipes, opens no file and fetches nothing.
///
/// Threads that share it wait for each other.
final class PDFWriter: @unchecked Sendable {
  enum Variant: String {
    /// For the archive, with the data attached (ISO 19005-3).
    case archive = "pdf/a-3a"
    /// For readers with assistive technology (ISO 14289-1).
    case accessible = "pdf/ua-1"
  }

  /// Data that travel within the PDF.
  struct Attachment {
    var name: String
    var bytes: [UInt8]
  }

  /// Seconds after which the program is taken to hang.
  private let patience: Int

  private let turn = Mutex(())
  private let process = Process()
  private let toWorker = Pipe()
  private let fromWorker = Pipe()

  /// Starts the program and waits until it is ready; status 69 where it can't be had.
  ///
  /// - Parameters:
  ///   - python: an interpreter by path, or by name on `PATH`.
  ///   - runDate: as `2026-01-31`; the date within the PDF, so that the same report is the same file.
  ///   - patience: seconds to wait for each answer.
  init(python: String, runDate: String, patience: Int = 180) throws(PipelineError) {
    self.patience = patience
    guard let executable = PDFWriter.executable(python) else {
      throw PDFWriter.missing(python, "no such program")
    }
    // A worker that died is told by its answer, not by a signal that ends this program.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = ["-I", "-W", "ignore", "-c", ReferenceBundle.embeddedPDFWorker()]
    process.environment = PDFWriter.environment(runDate)
    process.standardInput = toWorker
    process.standardOutput = fromWorker
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw PDFWriter.missing(python, error.localizedDescription)
    }
    do throws(Failure) {
      _ = try answer()
    } catch {
      throw PDFWriter.missing(python, error.cause)
    }
  }

  deinit {
    try? toWorker.fileHandleForWriting.close()
    if process.isRunning { process.waitUntilExit() }
  }

  /// - Parameters:
  ///   - page: HTML that holds all it needs.
  ///   - subject: what the page is, for messages.
  func pdf(
    of page: String, _ variant: Variant, attachment: Attachment? = nil, subject: String
  ) throws(PipelineError) -> [UInt8] {
    let parts = [Array(page.utf8)] + (attachment.map { [$0.bytes] } ?? [])
    let request = Request(
      variant: variant.rawValue, attachmentName: attachment?.name ?? "",
      sizes: parts.map(\.count))
    do throws(Failure) {
      let made = try turn.withLock { (_) throws(Failure) in
        try send(request, parts)
        return try answer().first
      }
      guard let made else { throw Failure(cause: "it sent no file") }
      return made
    } catch {
      throw PipelineError(
        .internalFault,
        "\(subject): the PDF could not be made (\(error.cause)); nothing was written. Leave pdf out "
          + "of --formats, or report this")
    }
  }

  // MARK: Frames

  private struct Request: Encodable {
    var variant: String
    var attachmentName: String
    var sizes: [Int]
  }

  private struct Answer: Decodable {
    var error: String?
    var sizes: [Int]
  }

  private struct Failure: Error {
    var cause: String
  }

  private func send(_ request: Request, _ parts: [[UInt8]]) throws(Failure) {
    do {
      var bytes = try JSONEncoder().encode(request)
      bytes.append(0x0A)
      for part in parts { bytes.append(contentsOf: part) }
      try toWorker.fileHandleForWriting.write(contentsOf: bytes)
    } catch {
      throw Failure(cause: "the Python program ended")
    }
  }

  /// The parts of the next answer. A program that says nothing for too long is ended.
  private func answer() throws(Failure) -> [[UInt8]] {
    let hasHung = Flag()
    let identifier = process.processIdentifier
    let watch = DispatchWorkItem {
      hasHung.raise()
      kill(identifier, SIGKILL)
    }
    DispatchQueue.global().asyncAfter(
      deadline: .now() + .seconds(patience), execute: watch)
    defer { watch.cancel() }
    do {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(line()))
      if let cause = answer.error { throw Failure(cause: cause) }
      var parts: [[UInt8]] = []
      for size in answer.sizes { parts.append(try read(size)) }
      return parts
    } catch let failure as Failure {
      throw hasHung.isRaised
        ? Failure(cause: "the Python program did not answer in \(patience) s") : failure
    } catch {
      throw Failure(cause: "the Python program answered nonsense")
    }
  }

  private func line() throws -> [UInt8] {
    var line: [UInt8] = []
    while true {
      let byte = try read(1)
      if byte == [0x0A] { return line }
      line += byte
    }
  }

  private func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let more = try fromWorker.fileHandleForReading.read(upToCount: count - bytes.count)
      guard let more, !more.isEmpty else { throw Failure(cause: "the Python program ended") }
      bytes += more
    }
    return bytes
  }

  // MARK: Starting

  private static func missing(_ python: String, _ cause: String) -> PipelineError {
    PipelineError(
      .missingProgram,
      "PDF needs WeasyPrint 70 or newer, which “\(python)” does not give (\(cause)): run `make "
        + "pdf-tools` in the project's folder and set FOXP3_PYTHON as it says, name a Python that has "
        + "it with --weasyprint-python, or leave pdf out of --formats")
  }

  /// The path of a program; one without a folder is looked for on `PATH`.
  private static func executable(_ name: String) -> String? {
    let isExecutable = { FileManager.default.isExecutableFile(atPath: $0) }
    if name.contains("/") { return isExecutable(name) ? name : nil }
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }.first(where: isExecutable)
  }

  private static func environment(_ runDate: String) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    if environment["SOURCE_DATE_EPOCH"] == nil {
      let day = try? Date("\(runDate)T00:00:00Z", strategy: .iso8601)
      environment["SOURCE_DATE_EPOCH"] = String(Int(day?.timeIntervalSince1970 ?? 0))
    }
    return environment
  }
}

/// Set once, from another thread.
private final class Flag: Sendable {
  private let state = Mutex(false)

  var isRaised: Bool { state.withLock { $0 } }
  func raise() { state.withLock { $0 = true } }
}
