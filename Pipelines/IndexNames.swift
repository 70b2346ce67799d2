import Delivery

/// Where htslib looks for the index of a file, and faidx for that of a FASTA.
enum IndexNames {
  static func all(of path: String) -> [String] {
    let beside = [".tbi", ".csi", ".bai", ".crai", ".fai", ".gzi"].map { path + $0 }
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return beside }
    return beside + [".bai", ".csi", ".crai"].map { path[..<dot] + $0 }
  }
}

extension ReadFiles {
  /// Files and the indexes beside them; an input may name its own behind `##idx##`.
  init(withIndexes paths: [String]) {
    let named = Set(paths).flatMap { $0.split(separator: "##idx##").map(String.init) }
    self.init(named.flatMap { [$0] + IndexNames.all(of: $0) })
  }
}
