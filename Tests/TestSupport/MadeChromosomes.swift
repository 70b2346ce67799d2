/// A SAM text with reads on the autosomes and on Y beside those on X: the depth of a karyotype.
public enum MadeChromosomes {
  /// Adds reads on chr1 to chr22 and chrY so that X has `x` times the autosomes' reads per base, and Y `y` times.
  ///
  /// The autosomes are declared with `autosomeLength` bases together; the reads have no bases, since only
  /// where they lie matters. `empty` are further contigs without reads. X gets `elsewhere` further reads for each of its own, as in a genome, whose reads on X
  /// lie all over it.
  public static func adding(
    to sam: String, x: Double, y: Double, autosomeLength: Int = 100_000_000, elsewhere: Int = 5,
    xLength: Int = 156_040_895, yLength: Int = 57_227_415, empty: [String] = []
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
    let autosomes = (1...22).map { "chr\($0)" }
    let each = (autosomal + autosomes.count - 1) / autosomes.count
    let contigs =
      autosomes.map { "@SQ\tSN:\($0)\tLN:\(autosomeLength / autosomes.count)" }
      + ["@SQ\tSN:chrY\tLN:\(yLength)"] + empty.map { "@SQ\tSN:\($0)\tLN:5000" }
    let group = header.first { $0.hasPrefix("@RG") }?.split(separator: "\t")
      .first { $0.hasPrefix("ID:") }?.dropFirst(3)
    let tag = group.map { "\tRG:Z:\($0)" } ?? ""
    func line(_ contig: String, _ number: Int) -> String {
      "\(contig).\(number)\t0\t\(contig)\t\(10_000 + number)\t60\t100M\t*\t0\t0\t*\t*\(tag)"
    }
    let lines =
      header.map(String.init) + contigs + (0..<further).map { line("chrX", $0) }
      + reads.map(String.init)
      + autosomes.flatMap { autosome in (0..<each).map { line(autosome, $0) } }
      + (0..<onY).map { line("chrY", $0) }
    return lines.map { $0 + "\n" }.joined()
  }
}
