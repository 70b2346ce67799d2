import Genome
import HTS
import ReferenceBundle
import Scan
import TestSupport

@testable import Calling

/// Reads over GRCh38's locus, one by one, taken in through a file as the program does.
struct AlignedReads {
  static let locus = Result { try EmbeddedReference.bundle().locus(.grch38) }

  let locus: Locus
  let bases: LocusBases
  private var lines: [String] = []

  init() throws {
    locus = try Self.locus.get()
    bases = LocusBases(locus)
  }

  /// The locus' bases, as text.
  func text(_ start: Int, _ count: Int) -> String {
    BaseCode.sequence(bases.codes(in: Interval(start, start + count - 1))).text
  }

  /// A base that is not the locus' there.
  func other(than position: Int) -> String { text(position, 1) == "A" ? "G" : "A" }

  /// Adds a line. Without `qualities`, each base has 37 (`F`).
  mutating func add(
    _ name: String = "r", flags: Int = 0, at position: Int, _ cigar: String, _ sequence: String,
    qualities: String? = nil, mapping: Int = 60, mate: Int? = nil, length: String = "0",
    tags: String = ""
  ) {
    let fields = [
      name, "\(flags)", "chrX", "\(position)", "\(mapping)", cigar, mate == nil ? "*" : "=",
      "\(mate ?? 0)", length, sequence,
      qualities ?? (sequence == "*" ? "*" : String(repeating: "F", count: sequence.utf8.count)),
    ]
    lines.append((fields + (tags.isEmpty ? [] : [tags])).joined(separator: "\t"))
  }

  var sam: String {
    "@HD\tVN:1.6\tSO:unsorted\n@SQ\tSN:chrX\tLN:\(locus.chromosomeLength)\n"
      + lines.map { $0 + "\n" }.joined()
  }

  /// Calls `body` with each read.
  func forEach(_ body: (borrowing AlignmentRecord) -> Void) throws {
    let folder = try TemporaryFolder()
    var file = try AlignmentFile.open(try folder.write("reads.sam", sam))
    while try file.next() { body(file.current) }
  }

  func store(_ settings: CallingSettings = CallingSettings()) throws -> ReadStore {
    var store = ReadStore(locus: locus, settings: settings, kernel: .scalar)
    try forEach { store.add($0) }
    store.finish()
    return store
  }
}
