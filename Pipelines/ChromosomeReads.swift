import Assessment
import HTS

/// Reads by kind of chromosome, and the lengths they fell on.
struct ChromosomeReads {
  private var autosomes = (reads: 0, bases: 0)
  private var x = (reads: 0, bases: 0)
  private var y = (reads: 0, bases: 0)

  /// `reads`: placed reads by the header's contigs.
  init(_ header: AlignmentHeader, _ reads: [Int]) {
    for (contig, count) in zip(header.contigs, reads) {
      switch Self.chromosome(contig.name) {
      case 1...22: Self.add(&autosomes, count, contig.length)
      case 23: Self.add(&x, count, contig.length)
      case 24: Self.add(&y, count, contig.length)
      default: break
      }
    }
  }

  var readsOnX: Int { x.reads }

  /// `nil` where the file has no reads on autosomes, or declares no X or no Y.
  var depth: SexChromosomeDepth? {
    guard autosomes.reads > 0, autosomes.bases > 0, x.bases > 0, y.bases > 0 else { return nil }
    let base = Double(autosomes.reads) / Double(autosomes.bases)
    return SexChromosomeDepth(
      ofX: Double(x.reads) / Double(x.bases) / base, ofY: Double(y.reads) / Double(y.bases) / base,
      autosomalReads: autosomes.reads)
  }

  private static func add(_ sum: inout (reads: Int, bases: Int), _ reads: Int, _ bases: Int) {
    sum.reads += reads
    sum.bases += bases
  }

  /// 1 to 22, 23 for X, 24 for Y; 0 for anything else.
  private static func chromosome(_ name: String) -> Int {
    var text = Substring(name)
    if text.hasPrefix("NC_0000") { text = text.dropFirst(7).prefix { $0 != "." } }
    if text.hasPrefix("chr") { text = text.dropFirst(3) }
    switch text {
    case "X": return 23
    case "Y": return 24
    default: return Int(text) ?? 0
    }
  }
}
