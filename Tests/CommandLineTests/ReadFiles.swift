import Foundation
import Genome
import ReferenceBundle
import TestSupport

/// Files of reads over the whole locus, evenly covered, in every format.
enum ReadFiles {
  private static let locus = Result { try EmbeddedReference.bundle().locus(.grch38) }

  static func locusInterval() throws -> Interval { try locus.get().interval }

  /// SAM text: 15 reads over every base, or as many as `step` makes of 150.
  static func sam(
    step: Int = 10, sample: String = "made", flank: Int = 500,
    keeps: (Interval) -> Bool = { _ in true }
  ) throws -> String {
    try sam([], step: step, sample: sample, flank: flank, keeps: keeps)
  }

  /// With bases replaced.
  static func sam(
    _ changes: [(Interval, String)], step: Int = 10, sample: String = "made", flank: Int = 500,
    keeps: (Interval) -> Bool = { _ in true }
  ) throws -> String {
    let locus = try locus.get()
    var reads = MadeReads(locus)
    reads.step = step
    reads.sample = sample
    let stretch = Interval(locus.interval.start - flank, locus.interval.end + flank)
    let whole = MadeReads.Haplotype(locus, stretch)
    return reads.sam([changes.reduce(whole) { $0.replacing($1.0, with: $1.1) }], keeps: keeps)
  }

  /// As BAM, or as CRAM with `options`.
  static func compressed(
    _ sam: String, as name: String, in folder: TemporaryFolder, _ options: [String] = []
  ) throws -> String {
    let source = try folder.write(name + ".sam", sam)
    let kind = name.hasSuffix(".cram") ? "-C" : "-b"
    try ExternalTool.run(
      "samtools", ["view", "--no-PG", kind, "-o", folder.path(name)] + options + [source])
    try FileManager.default.removeItem(atPath: source)
    return folder.path(name)
  }

  /// A file of chromosome X's bases that are known here, N elsewhere, with its index: what a CRAM of
  /// the reads above is written with. `changed` has other bases in every tenth place.
  static func fasta(
    in folder: TemporaryFolder, name: String = "reference.fa", changed: Bool = false
  ) throws -> String {
    let locus = try locus.get()
    var bases = [UInt8](repeating: UInt8(ascii: "N"), count: locus.chromosomeLength)
    for (offset, base) in locus.sequence.bytes.enumerated() {
      let isChanged = changed && offset % 10 == 0
      bases[locus.interval.start - 1 + offset] =
        isChanged ? (base == UInt8(ascii: "A") ? UInt8(ascii: "C") : UInt8(ascii: "A")) : base
    }
    let header = Array(">chrX\n".utf8)
    let path = try folder.write(name, header + bases + [UInt8(ascii: "\n")])
    let (length, offset) = (locus.chromosomeLength, header.count)
    _ = try folder.write(name + ".fai", "chrX\t\(length)\t\(offset)\t\(length)\t\(length + 1)\n")
    return path
  }

  /// Lines of a SAM text that are no header.
  static func edited(_ sam: String, _ edit: (inout [String]) -> Void) -> String {
    sam.split(separator: "\n").map { line in
      guard !line.hasPrefix("@") else { return String(line) }
      var fields = line.split(separator: "\t").map(String.init)
      edit(&fields)
      return fields.joined(separator: "\t")
    }.map { $0 + "\n" }.joined()
  }
}
