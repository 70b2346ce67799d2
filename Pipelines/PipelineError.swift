import Delivery
import HTS
import Isolation
import Nomenclature
import ReferenceBundle
import Reporting
import Settings

/// A run that can't go on: one sentence, and the exit status that tells a workflow what to do.
public struct PipelineError: Error, Sendable, Hashable {
  /// Exit statuses follow BSD's sysexits(3).
  public enum Code: Int32, Sendable, CaseIterable, Hashable {
    case usage = 64
    /// Parsed, but no result can stand on it.
    case unusable = 65
    case missingInput = 66
    case missingProgram = 69
    case internalFault = 70
    case cannotWrite = 73
    case readError = 74
    /// Some of several inputs failed.
    case partial = 75
  }

  public var code: Code
  public var message: String
  /// The message as a person is shown it: a line for each of several problems of one file.
  public var lines: [String]

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
    lines = [message]
  }
}

extension PipelineError: CustomStringConvertible {
  public var description: String { message }
}

extension PipelineError {
  init(_ error: IsolationError) {
    let code: Code =
      switch error.code {
      case .usage: .usage
      case .unusable: .unusable
      case .missing: .missingInput
      case .readError: .readError
      }
    self.init(code, error.message)
  }

  init(_ error: HTSError) {
    if error.code == .writeFailed {
      self.init(.cannotWrite, error.description)
    } else {
      self.init(IsolationError(error))
    }
  }

  init(_ error: DeliveryError) {
    self.init([.badName, .isRead].contains(error.code) ? .usage : .cannotWrite, error.description)
  }

  init(_ error: SettingsError) {
    self.init(error.kind == .notFound ? .missingInput : .unusable, error.description)
    lines = error.problems.map(error.line)
  }

  init(_ error: ReferenceError) {
    let problems = error.problems.map(\.description)
    self.init(.unusable, "\(error.head) \(problems.joined(separator: "; "))")
    if problems.count > 1 { lines = [error.head] + problems }
  }

  init(_ error: ReportError) { self.init(.internalFault, error.description) }
  init(_ error: NameError) { self.init(.unusable, error.description) }
}

extension PipelineError {
  /// What went wrong while files were read and written.
  init(writing error: any Error) {
    switch error {
    case let error as DeliveryError: self.init(error)
    case let error as HTSError: self.init(error)
    case let error as IsolationError: self.init(error)
    case let error as ReportError: self.init(error)
    case let error as PipelineError: self = error
    default: self.init(.internalFault, String(describing: error))
    }
  }
}
