import ArgumentParser
import Foundation
import Pipelines

/// The data that a command gives on standard output.
enum StandardOutput {
  /// Writes all of it, or ends the run with a sentence and status 73.
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      Message.error(
        "standard output can't be written; what was printed is not whole (\(reason(error)))")
      throw ExitCode(PipelineError.Code.cannotWrite.rawValue)
    }
  }

  private static func reason(_ error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    return ((cause ?? error) as NSError).localizedDescription
  }
}
