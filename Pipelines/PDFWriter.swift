import Foundation
import Synchronization

/// Makes PDF of pages with WeasyPrint, by a Python program that runs beside this one. It is started
/// once and serves every page of a run, or of a batch; loading it takes longer than most pages. Where
/// it ends or hangs, the page at hand fails and the next one starts it anew.
///
/// The program gets its work and gives its answers through pipes, opens no file and fetches nothing.
/// It makes one page at a time; threads that share it wait for each other.
final class PDFWriter: Sendable {
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

  private let python: String
  private let runDate: String
  private let patience: Int
  private let worker = Mutex<PDFWorker?>(nil)

  /// Starts the program and waits until it is ready; status 69 where it can't be had.
  ///
  /// - Parameters:
  ///   - python: an interpreter by path, or by name on `PATH`.
  ///   - runDate: as `2026-01-31`; the date within the PDF, so that the same report is the same file.
  ///   - patience: seconds to wait for each answer.
  init(python: String, runDate: String, patience: Int = 180) throws(PipelineError) {
    self.python = python
    self.runDate = runDate
    self.patience = patience
    let first = try started()
    worker.withLock { $0 = first }
  }

  /// `nil` where no PDF is asked for.
  static func ifNeeded(_ request: AnnotateRequest) throws(PipelineError) -> PDFWriter? {
    guard request.formats.contains(.pdf) else { return nil }
    return try PDFWriter(python: request.python, runDate: request.runDate)
  }

  /// - Parameters:
  ///   - page: HTML that holds all it needs.
  ///   - subject: what the page is, for messages.
  func pdf(
    of page: String, _ variant: Variant, attachment: Attachment? = nil, subject: String
  ) throws(PipelineError) -> [UInt8] {
    let parts = [Array(page.utf8)] + (attachment.map { [$0.bytes] } ?? [])
    return try worker.withLock { worker throws(PipelineError) in
      let running: PDFWorker
      if let known = worker { running = known } else { running = try started() }
      worker = running
      do throws(PDFWorker.Failure) {
        return try running.pdf(
          of: parts, variant: variant.rawValue, attachmentName: attachment?.name ?? "")
      } catch {
        if error.endsWorker { worker = nil }
        throw PipelineError(
          .internalFault,
          "\(subject): the PDF could not be made (\(error.cause)); nothing was written. Leave pdf out "
            + "of --formats, or report this")
      }
    }
  }

  private func started() throws(PipelineError) -> PDFWorker {
    guard let executable = PDFWriter.executable(python) else { throw missing("no such program") }
    do throws(PDFWorker.Failure) {
      return try PDFWorker(
        executable: executable, environment: environment, patience: patience)
    } catch {
      throw missing(error.cause)
    }
  }

  private func missing(_ cause: String) -> PipelineError {
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

  private var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    if environment["SOURCE_DATE_EPOCH"] == nil {
      let day = try? Date("\(runDate)T00:00:00Z", strategy: .iso8601)
      environment["SOURCE_DATE_EPOCH"] = String(Int(day?.timeIntervalSince1970 ?? 0))
    }
    return environment
  }
}
