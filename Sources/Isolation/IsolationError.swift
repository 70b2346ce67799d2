public import HTS

/// The locus can't be isolated from an input.
public struct IsolationError: Error, Sendable, Hashable {
  /// What the caller can do about it; each is an exit status of its own.
  public enum Code: String, Sendable, CaseIterable, Hashable {
    /// The request names something that the file has not.
    case usage
    /// Read, but no result can stand on it: no variants, malformed, wrong or unprovable build.
    case unusable
    /// There is no such file to read, or no right to.
    case missing
    /// Cut off or damaged.
    case readError
  }

  public var code: Code
  /// One sentence: what, where, why and what to do.
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public init(_ error: HTSError) {
    self.init(Code(error.code), error.description)
  }
}

extension IsolationError: CustomStringConvertible {
  public var description: String { message }
}

extension IsolationError.Code {
  init(_ code: HTSError.Code) {
    switch code {
    case .notFound, .isDirectory, .notReadable, .isURL: self = .missing
    case .empty, .notVariants, .noHeader, .unsupportedVersion, .malformed, .referenceNeeded:
      self = .unusable
    case .truncated, .corrupt, .badIndex, .writeFailed: self = .readError
    case .unknownSample: self = .usage
    }
  }
}
