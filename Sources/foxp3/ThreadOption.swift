import ArgumentParser
import Pipelines

/// How many threads inflate a file that is read whole.
struct ThreadOption: ParsableArguments {
  @Option(
    help: "Threads that inflate a file that is read whole. Default: by the processors, up to four.")
  var threads: Int?

  func chosen() throws -> Int? {
    guard let threads else { return nil }
    guard (1...64).contains(threads) else {
      throw PipelineError(.usage, "--threads has to be from 1 to 64")
    }
    return threads
  }
}
