import Genome

@testable import Calling

extension DepthProfile {
  /// As reads of one length would make it, that start in its bins so often.
  init(window: Interval, starts: [Int], readLength: Int) {
    self.init(window: window, minimumMappingQuality: 0)
    for (bin, count) in starts.enumerated() { add(count, inBin: bin, length: readLength) }
  }
}
