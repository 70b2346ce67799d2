import Foundation
import Logging
import Pipelines
import Synchronization

/// Tells a person, or a program, how a batch goes on: a bar on a terminal, a line per sample
/// elsewhere, a JSON object per line where asked for.
final class BatchLog: Sendable {
  private let format: LogFormat
  private let isQuiet: Bool
  private let outputDirectory: String
  private let logger: Logger
  /// Events come from other threads, which don't see the command's own.
  private let redaction = Message.redaction
  private let progress = Mutex(BatchProgress())

  init(format: LogFormat, isQuiet: Bool, outputDirectory: String) {
    self.format = format
    self.isQuiet = isQuiet
    self.outputDirectory = outputDirectory
    logger = Logger(label: "foxp3.batch") { _ in JSONLines() }
  }

  func hear(_ event: BatchEvent) {
    switch event {
    case .done(let sample, _, _), .failed(let sample, _): redaction?.hide(sample: sample)
    case .planned, .note, .summary: break
    }
    Message.$redaction.withValue(redaction) {
      progress.withLock { progress in
        progress.hear(event)
        switch format {
        case .json: log(event, progress)
        case .text: tell(event, &progress)
        }
      }
    }
  }

  /// Takes the bar away before the program says how it ended.
  func end() { progress.withLock { $0.clear() } }

  private func tell(_ event: BatchEvent, _ progress: inout BatchProgress) {
    progress.clear()
    switch event {
    case .planned: break
    case .failed(let sample, let error): Message.error("\(sample): \(error.message)")
    case .done(let sample, let conclusion, let isKept) where !isQuiet && !BatchProgress.isShown:
      let word = conclusion ?? "no genotypes, no conclusion"
      Message.counted(
        "\(Message.said(sample)): \(word)\(isKept ? ", kept" : "") "
          + "(\(progress.ended) of \(progress.total))")
    case .done: break
    case .note(let text): if !isQuiet { Message.note(text) }
    case .summary(let files) where !isQuiet:
      Message.counted(progress.summary)
      for file in files { Message.note("  \(outputDirectory)/\(file)") }
      return
    case .summary: return
    }
    if !isQuiet { progress.draw() }
  }

  private func log(_ event: BatchEvent, _ progress: BatchProgress) {
    let count: Logger.Metadata = [
      "ended": .stringConvertible(progress.ended), "total": .stringConvertible(progress.total),
    ]
    switch event {
    case .failed(let sample, let error):
      logger.error(
        "sample failed",
        metadata: count.merging(
          [
            "sample": "\(Message.said(sample))",
            "status": .stringConvertible(Int(error.code.rawValue)),
            "reason": "\(Message.said(error.message))",
          ]
        ) { _, new in new })
    case _ where isQuiet: break
    case .planned: logger.info("batch begun", metadata: count)
    case .note(let text): logger.info("\(Message.said(text))", metadata: count)
    case .done(let sample, let conclusion, let isKept):
      logger.info(
        "sample done",
        metadata: count.merging(
          [
            "sample": "\(Message.said(sample))", "conclusion": "\(conclusion ?? "")",
            "kept": .stringConvertible(isKept),
          ]
        ) { _, new in new })
    case .summary(let files):
      logger.info(
        "summary written",
        metadata: count.merging(["files": .array(files.map { "\(Message.said($0))" })]) { $1 })
    }
  }
}

/// How far a batch is.
struct BatchProgress {
  private(set) var total = 0
  private(set) var failed = 0
  private var done = 0
  private var kept = 0
  private var begun = ContinuousClock.now
  private var isDrawn = false

  var ended: Int { done + kept + failed }

  /// A bar is for people only.
  static let isShown =
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  mutating func hear(_ event: BatchEvent) {
    switch event {
    case .planned(let count):
      total = count
      begun = ContinuousClock.now
    case .done(_, _, let isKept): if isKept { kept += 1 } else { done += 1 }
    case .failed: failed += 1
    case .note, .summary: break
    }
  }

  var summary: String {
    let keptText = kept > 0 ? " (\(kept) of them by an earlier run)" : ""
    return
      "\(total) sample\(total == 1 ? "" : "s"): \(done + kept) done\(keptText), \(failed) failed"
  }

  mutating func draw() {
    guard BatchProgress.isShown else { return }
    let width = 24
    let full = total == 0 ? width : ended * width / total
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: width - full)
    write("\r[\(bar)] \(ended)/\(total)\(failed > 0 ? ", \(failed) failed" : "")\(pace)")
    isDrawn = true
  }

  mutating func clear() {
    guard isDrawn else { return }
    write("\r\u{1B}[K")
    isDrawn = false
  }

  /// Rate and time left, by the samples that were run and not kept.
  private var pace: String {
    let elapsed = begun.duration(to: .now) / .seconds(1)
    let run = done + failed
    guard run > 0, elapsed > 0 else { return "" }
    let rate = Double(run) / elapsed
    let left = Int((Double(total - ended) / rate).rounded(.up))
    let tenths = Int((rate * 10).rounded())
    let seconds = left % 60
    return
      ", \(tenths / 10).\(tenths % 10)/s, \(left / 60):\(seconds < 10 ? "0" : "")\(seconds) left"
  }

  private func write(_ text: String) {
    StandardError.write(text)
  }
}
