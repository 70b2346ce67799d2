import Assessment
import Genome
import HTS

/// Reads by kind of chromosome, and the lengths they fell on.
struct ChromosomeReads {
  private typealias Sum = (reads: Int, bases: Int)
  private var autosomes: [Int: Sum] = [:]
  private var x: Sum = (0, 0)
  private var y: Sum = (0, 0)

  /// Reads per base of an autosome over the median of those with reads. A whole genome's lie within:
  /// the shares of bases that can't be mapped to, and of GC, differ by less.
  private static let even = 0.6...1.6
  /// Fewest of those with reads that have to lie within.
  private static let evenShare = 0.8

  /// `reads`: placed reads by the header's contigs.
  init(_ header: AlignmentHeader, _ reads: [Int]) {
    for (contig, count) in zip(header.contigs, reads) {
      let chromosome = Self.chromosome(contig.name)
      switch chromosome {
      case 1...22: Self.add(&autosomes[chromosome, default: (0, 0)], count, contig.length)
      case 23: Self.add(&x, count, contig.length)
      case 24: Self.add(&y, count, contig.length)
      default: break
      }
    }
  }

  var readsOnX: Int { x.reads }

  /// Against the autosomes with reads that lie evenly on them; `nil` where the file has no reads on
  /// autosomes, or declares no X or no Y.
  var depth: SexChromosomeDepth? {
    let read = autosomes.values.filter { $0.reads > 0 && $0.bases > 0 }
    guard !read.isEmpty, x.bases > 0, y.bases > 0 else { return nil }
    let median = read.map(Self.perBase).sorted()[read.count / 2]
    let even = read.filter { Self.even.contains(Self.perBase($0) / median) }
    let all: Sum = even.reduce((0, 0)) { ($0.reads + $1.reads, $0.bases + $1.bases) }
    let isEven = Double(even.count) >= Self.evenShare * Double(read.count)
    return SexChromosomeDepth(
      ofX: Self.perBase(x) / Self.perBase(all), ofY: Self.perBase(y) / Self.perBase(all),
      autosomalReads: all.reads, evenAutosomes: isEven ? even.count : 0)
  }

  private static func perBase(_ sum: Sum) -> Double { Double(sum.reads) / Double(sum.bases) }

  private static func add(_ sum: inout Sum, _ reads: Int, _ bases: Int) {
    sum.reads += reads
    sum.bases += bases
  }

  /// 1 to 22, 23 for X, 24 for Y; 0 for anything else.
  private static func chromosome(_ name: String) -> Int {
    let accession = name.hasPrefix("NC_0000") ? name.dropFirst(7).prefix { $0 != "." } : name[...]
    let text = ContigName.bare(accession)
    switch text {
    case "x": return 23
    case "y": return 24
    default: return Int(text) ?? 0
    }
  }
}
