import Dispatch
import Foundation
import ReferenceBundle
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The Python program of `pdf/worker.py`, running, and the frames it is spoken to in.
final class PDFWorker: Sendable {
  struct Failure: Error {
    /// A clause.
    var cause: String
    /// Whether it can't be spoken to any more.
    var endsWorker: Bool
  }

  private let process = Process()
  private let toWorker = Pipe()
  private let fromWorker = Pipe()
  /// Seconds after which the program is taken to hang.
  private let patience: Int

  /// Starts the program and waits until it is ready.
  init(executable: String, environment: [String: String], patience: Int) throws(Failure) {
    self.patience = patience
    // A worker that died is told by its answer, not by a signal that ends this program.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = ["-I", "-W", "ignore", "-c", ReferenceBundle.embeddedPDFWorker()]
    process.environment = environment
    process.standardInput = toWorker
    process.standardOutput = fromWorker
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw Failure(cause: error.localizedDescription, endsWorker: true)
    }
    _ = try answer()
  }

  deinit {
    try? toWorker.fileHandleForWriting.close()
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// - Parameter parts: the page, and what is to be attached to it.
  func pdf(
    of parts: [[UInt8]], variant: String, attachmentName: String
  ) throws(Failure) -> [UInt8] {
    try send(
      Request(variant: variant, attachmentName: attachmentName, sizes: parts.map(\.count)), parts)
    guard let made = try answer().first else {
      throw Failure(cause: "it sent no file", endsWorker: true)
    }
    return made
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

  private func send(_ request: Request, _ parts: [[UInt8]]) throws(Failure) {
    do {
      var bytes = try JSONEncoder().encode(request)
      bytes.append(0x0A)
      for part in parts { bytes.append(contentsOf: part) }
      try toWorker.fileHandleForWriting.write(contentsOf: bytes)
    } catch {
      throw Failure(cause: "the Python program ended", endsWorker: true)
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
      if let cause = answer.error { throw Failure(cause: cause, endsWorker: false) }
      var parts: [[UInt8]] = []
      for size in answer.sizes { parts.append(try read(size)) }
      return parts
    } catch let failure as Failure {
      throw hasHung.isRaised
        ? Failure(
          cause: "the Python program did not answer in \(patience) s", endsWorker: true) : failure
    } catch {
      throw Failure(cause: "the Python program answered nonsense", endsWorker: true)
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
      guard let more, !more.isEmpty else {
        throw Failure(cause: "the Python program ended", endsWorker: true)
      }
      bytes += more
    }
    return bytes
  }
}

/// Set once, from another thread.
private final class Flag: Sendable {
  private let state = Mutex(false)

  var isRaised: Bool { state.withLock { $0 } }
  func raise() { state.withLock { $0 = true } }
}
