import Foundation
import Genome
import TestSupport
import Testing

@testable import HTS

/// An index loaded for some contigs answers of them as the whole one does.
@Suite(.enabled(if: ExternalTool.isInstalled("samtools"), "samtools is not installed"))
struct IndexExcerptTests {
  let folder: TemporaryFolder
  /// Records of each contig; some have none.
  private static let counts = [
    ("1", 900), ("2", 0), ("3", 70), ("X", 2500), ("Y", 40), ("M", 1), ("U", 0), ("V", 300),
    ("W", 0),
  ]
  private static let ranges = [
    Interval(1, 1 << 29), Interval(1, 99), Interval(5000, 5000), Interval(16_300, 16_500),
    Interval(70_000, 140_000), Interval(2_000_000, 2_000_100), Interval(9_999_000, 1 << 29),
  ]

  init() throws { folder = try TemporaryFolder() }

  /// Far apart, so that bins of every size are used, and a few long ones.
  private static func places(_ count: Int) -> [(start: Int, end: Int)] {
    (1...max(count, 1)).prefix(count).map { number in
      let start = number * number + 90 * number
      return (start, start + (number % 50 == 0 ? 120_000 : 3))
    }
  }

  private func variants(_ name: String, _ options: [String]) throws -> String {
    var text = "##fileformat=VCFv4.2\n##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n"
    for (contig, _) in Self.counts { text += "##contig=<ID=\(contig),length=500000000>\n" }
    text += "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    for (contig, count) in Self.counts {
      for (start, end) in Self.places(count) {
        text += "\(contig)\t\(start)\t.\tA\t<DEL>\t.\t.\tEND=\(end)\n"
      }
    }
    let path = folder.path(name)
    let type = name.hasSuffix("bcf") ? "-Ob" : "-Oz"
    let plain = try folder.write("plain.vcf", text)
    try ExternalTool.run("bcftools", ["view", "--no-version", type, "-o", path, plain])
    try ExternalTool.run("bcftools", ["index"] + options + [path])
    return path
  }

  private func reads(_ name: String, _ options: [String]) throws -> String {
    var text = "@HD\tVN:1.6\tSO:coordinate\n"
    for (contig, _) in Self.counts { text += "@SQ\tSN:\(contig)\tLN:500000000\n" }
    for (contig, count) in Self.counts {
      for (start, end) in Self.places(count) {
        text += "r\t0\t\(contig)\t\(start)\t60\t1M\(end - start)N1M\t*\t0\t0\tAC\tII\n"
      }
    }
    text += "u\t4\t*\t0\t0\t*\t*\t0\t0\tAC\tII\n"
    let path = folder.path(name)
    let plain = try folder.write("plain.sam", text)
    try ExternalTool.run("samtools", ["view", "-b", "-o", path, plain])
    try ExternalTool.run("samtools", ["index"] + options + [path])
    return path
  }

  private func lines(
    _ file: inout VariantFile, _ contig: String, _ range: Interval
  ) throws -> [String] {
    try file.startQuery(contig: contig, range)
    var lines: [String] = []
    while try file.next() {
      try file.printRecord()
      lines.append(ColumnText.string(file.currentLine))
    }
    return lines
  }

  private func places(
    _ file: inout AlignmentFile, _ contig: Int, _ range: Interval
  ) throws -> [Interval] {
    try file.startQuery(contig: contig, range)
    var places: [Interval] = []
    while try file.next() { places.append(Interval(file.current.position, file.current.end)) }
    return places
  }

  @Test(arguments: [
    ("x.vcf.gz", ["-t"]), ("x.vcf.gz", ["-c"]), ("x.vcf.gz", ["-c", "-m", "17"]),
    ("x.bcf", ["-c"]), ("x.bcf", ["-c", "-m", "12"]),
  ])
  func variantsOfEveryContig(_ name: String, _ options: [String]) throws {
    let path = try variants(name, options)
    var whole = try VariantFile.open(path)
    let state = whole.loadIndex()
    for (contig, count) in Self.counts {
      var file = try VariantFile.open(path)
      #expect(file.loadIndex(for: [contig, "none"]) == state)
      #expect(file.indexed(["X", "Y"]) == whole.indexed(["X", "Y"]))
      #expect(throws: HTSError.self) { try lines(&file, "none", Interval(1, 9)) }
      #expect(throws: HTSError.self) {
        try lines(&file, contig == "X" ? "Y" : "X", Interval(1, 9))
      }
      guard whole.indexed([contig]) == [contig] else { continue }
      for range in Self.ranges {
        #expect(try lines(&file, contig, range) == lines(&whole, contig, range))
      }
      #expect(try lines(&file, contig, Self.ranges[0]).count == count)
    }
  }

  @Test(arguments: [["-b"], ["-c"], ["-c", "-m", "13"]])
  func readsOfEveryContig(_ options: [String]) throws {
    let path = try reads("x.bam", options)
    var whole = try AlignmentFile.open(path)
    let state = whole.loadIndex()
    for (contig, (_, count)) in Self.counts.enumerated() {
      var file = try AlignmentFile.open(path)
      #expect(file.loadIndex(for: [contig]) == state)
      #expect(file.mappedReadsByContig == Self.counts.map(\.1))
      #expect(file.mappedReadsByContig == whole.mappedReadsByContig)
      #expect(throws: HTSError.self) {
        try places(&file, contig == 3 ? 4 : 3, Interval(1, 9))
      }
      for range in Self.ranges {
        #expect(try places(&file, contig, range) == places(&whole, contig, range))
      }
      #expect(try places(&file, contig, Self.ranges[0]).count == count)
    }
  }

  /// It is much smaller, and holds what other contigs have in number alone.
  @Test func isSmall() throws {
    let path = try reads("x.bam", ["-b"]) + ".bai"
    let whole = try folder.bytes("x.bam.bai")
    let few = try #require(IndexExcerpt(of: path, keeping: .numbers([4]))).bytes
    #expect(few.count < whole.count / 2)
    let all = try #require(IndexExcerpt(of: path, keeping: .numbers(Set(0..<9)))).bytes
    #expect(all == whole)
  }

  /// Wherever an index is cut off, it is not used; htslib would end the program at some of the places.
  @Test(arguments: [("x.bam", "-b", ".bai"), ("x.bam", "-c", ".csi")])
  func cutOff(_ name: String, _ option: String, _ suffix: String) throws {
    let path = try reads(name, [option])
    let index = try folder.bytes(name + suffix)
    for count in stride(from: 0, to: index.count, by: max(1, index.count / 150)) {
      _ = try folder.write(name + suffix, Array(index.prefix(count)))
      var whole = try AlignmentFile.open(path)
      var file = try AlignmentFile.open(path)
      let state = whole.loadIndex()
      #expect(file.loadIndex(for: [3]) == state, "\(count) of \(index.count) bytes")
      guard count < index.count - 40 else { continue }
      #expect(state == .unreadable(name: name + suffix))
    }
  }

  @Test(arguments: [
    ("x.vcf.gz", "-t", ".tbi"), ("x.vcf.gz", "-c", ".csi"), ("x.bcf", "-c", ".csi"),
  ])
  func cutOffVariants(_ name: String, _ option: String, _ suffix: String) throws {
    let path = try variants(name, [option])
    let index = try folder.bytes(name + suffix)
    for count in stride(from: 0, to: index.count, by: max(1, index.count / 100)) {
      _ = try folder.write(name + suffix, Array(index.prefix(count)))
      var whole = try VariantFile.open(path)
      var file = try VariantFile.open(path)
      #expect(file.loadIndex(for: ["X"]) == whole.loadIndex(), "\(count) of \(index.count) bytes")
    }
  }

  /// Damage is met without a fault, and what is then read is what the damaged index leads htslib to.
  @Test func damaged() throws {
    let path = try reads("x.bam", ["-b"])
    let index = try folder.bytes("x.bam.bai")
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      var bytes = index
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
      _ = try folder.write("x.bam.bai", bytes)
      var whole = try AlignmentFile.open(path)
      var file = try AlignmentFile.open(path)
      guard case .ready = whole.loadIndex(), case .ready = file.loadIndex(for: [3]) else {
        continue
      }
      let wanted = try? places(&whole, 3, Self.ranges[4])
      let found = try? places(&file, 3, Self.ranges[4])
      #expect(found == wanted)
    }
  }

  /// An index of another file is told by where it ends, also without the bins that state it.
  @Test(arguments: [true, false])
  func ofAnotherFile(_ hasPseudoBins: Bool) throws {
    let path = try reads("x.bam", ["-b"])
    let index = try folder.bytes("x.bam.bai")
    let old = hasPseudoBins ? index : Self.withoutPseudoBins(index)
    _ = try folder.write("x.bam.bai", old)
    #expect(try state(path) == .ready(name: "x.bam.bai"))
    let text = try ExternalTool.outcome("samtools", ["view", "-h", path]).output
    let fewer = text.split(separator: "\n").dropLast(101).joined(separator: "\n") + "\n"
    let plain = try folder.write("few.sam", fewer)
    try ExternalTool.run("samtools", ["view", "-b", "-o", path, plain])
    _ = try folder.write("x.bam.bai", old)
    #expect(try state(path) == .foreign(name: "x.bam.bai"))
  }

  private func state(_ path: String) throws -> IndexState {
    var whole = try AlignmentFile.open(path)
    var file = try AlignmentFile.open(path)
    let state = whole.loadIndex()
    #expect(file.loadIndex(for: [3]) == state)
    return state
  }

  private static func withoutPseudoBins(_ index: [UInt8]) -> [UInt8] {
    var bytes = Array(index.prefix(8))
    var at = 8
    func number(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(index[at + $1]) << (8 * $1) } }
    for _ in 0..<number(4) {
      let count = number(at)
      var bins: [UInt8] = []
      var kept = 0
      at += 4
      for _ in 0..<count {
        let end = at + 8 + 16 * number(at + 4)
        if number(at) != 37_450 {
          bins += index[at..<end]
          kept += 1
        }
        at = end
      }
      let end = at + 4 + 8 * number(at)
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: kept >> (8 * $0)) } + bins + index[at..<end]
      at = end
    }
    return bytes
  }
}
