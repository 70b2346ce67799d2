/// A SAM text with reads on an autosome and on Y beside those on X: the depth of a karyotype.
public enum MadeChromosomes {
  /// Adds reads on chr1 and chrY so that X has `x` times the autosomes' reads per base, and Y `y` times.
  ///
  /// chr1 is declared with `autosomeLength` bases; the reads have no bases, since only where they lie
  /// matters. X gets `elsewhere` further reads for each of its own, as in a genome, whose reads on X
  /// lie all over it.
  public static func adding(
    to sam: String, x: Double, y: Double, autosomeLength: Int = 100_000_000, elsewhere: Int = 5,
    xLength: Int = 156_040_895, yLength: Int = 57_227_415
  ) -> String {
    var header: [Substring] = []
    var reads: [Substring] = []
    for line in sam.split(separator: "\n") {
      if line.hasPrefix("@") { header.append(line) } else { reads.append(line) }
    }
    let further = elsewhere * reads.count
    let perBase = Double(reads.count + further) / Double(xLength) / x
    let autosomal = Int((perBase * Double(autosomeLength)).rounded())
    let onY = Int((perBase * y * Double(yLength)).rounded())
    let contigs = ["@SQ\tSN:chr1\tLN:\(autosomeLength)", "@SQ\tSN:chrY\tLN:\(yLength)"]
    let group = header.first { $0.hasPrefix("@RG") }?.split(separator: "\t")
      .first { $0.hasPrefix("ID:") }?.dropFirst(3)
    let tag = group.map { "\tRG:Z:\($0)" } ?? ""
    func line(_ contig: String, _ number: Int) -> String {
      "\(contig).\(number)\t0\t\(contig)\t\(10_000 + number)\t60\t100M\t*\t0\t0\t*\t*\(tag)"
    }
    let lines =
      header.map(String.init) + contigs + (0..<further).map { line("chrX", $0) }
      + reads.map(String.init) + (0..<autosomal).map { line("chr1", $0) }
      + (0..<onY).map { line("chrY", $0) }
    return lines.map { $0 + "\n" }.joined()
  }
}
