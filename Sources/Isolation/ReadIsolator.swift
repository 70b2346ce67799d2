public import Flow
import Genome
public import HTS
import Scan

/// Owns an open file of reads, proves its build, and hands over the reads around the FOXP3 locus.
public struct ReadIsolator: ~Copyable {
  /// Bases on both sides of the locus whose reads are handed over too: they tell the depth of X that
  /// the locus is compared with.
  public static let flank = 150_000

  private var file: AlignmentFile
  private let path: String
  private let fasta: String?
  private let request: IsolationRequest
  private let evidence: HeaderEvidence
  /// The build that the header proves.
  public let assembly: Assembly
  private let locus: Interval

  public var header: AlignmentHeader { file.header }

  /// `path` as the user gave it; the file is opened once more where its index is of no use.
  public init(
    _ file: consuming AlignmentFile, path: String, fasta: String?, request: IsolationRequest
  ) throws(IsolationError) {
    let proven = try Self.prove(file.header, request, file: file.name)
    evidence = proven.evidence
    assembly = proven.locus.assembly
    locus = proven.locus.interval
    self.path = path
    self.fasta = fasta
    self.request = request
    self.file = file
  }

  private static func prove(
    _ header: AlignmentHeader, _ request: IsolationRequest, file: String
  ) throws(IsolationError) -> (evidence: HeaderEvidence, locus: Locus) {
    let contigs = header.contigs.map { VariantHeader.Contig(name: $0.name, length: $0.length) }
    guard !contigs.isEmpty else {
      throw IsolationError(
        .unusable,
        "\(file): its header declares no contigs (@SQ); give reads aligned to GRCh37 or GRCh38")
    }
    let evidence = try HeaderEvidence(contigs, request, file: file)
    let decision = try BuildDecision(evidence, [], declared: request.declaredAssembly, file: file)
    guard let locus = request.locus(decision.assembly) else {
      throw IsolationError(
        .unusable, "\(file): the locus of \(decision.assembly.rawValue) is not known")
    }
    return (evidence, locus)
  }

  /// What was read, besides the reads handed over.
  public struct Outcome: Sendable {
    public var provenance: Provenance
    /// Mapped reads of each contig of the header; `nil` where only the locus was read and the index
    /// does not tell.
    public var readsByContig: [Int]?
    /// Contigs with a copy of FOXP3 on which reads lie or may lie.
    public var copiesElsewhere: [AlignmentHeader.Contig]
  }

  /// Calls `body` with every mapped read of X that overlaps the locus or lies within `flank` of it,
  /// in the order of the file, and whether it overlaps the locus; `includesUnmapped`: also with those
  /// that are not mapped but placed there beside their mate. An error thrown by `body` ends the run.
  public consuming func forEachRead(
    flank: Int = ReadIsolator.flank, includesUnmapped: Bool = false,
    _ body: (borrowing AlignmentRecord, Bool) throws(HTSError) -> Void
  ) throws(IsolationError) -> Outcome {
    var collector = ReadCollector(
      contigs: wantedContigs, contigCount: header.contigs.count, window: window(flank: flank),
      locus: locus,
      includesUnmapped: includesUnmapped)
    var notes = evidence.notes
    let way: Way
    do throws(HTSError) {
      way = try goWay(&collector, &notes, body)
    } catch {
      throw IsolationError(error)
    }
    return outcome(collector, way, notes)
  }

  /// The stretch whose reads are handed over, 1-based on X.
  public var window: Interval { window(flank: Self.flank) }

  private func window(flank: Int) -> Interval {
    Interval(max(1, locus.start - flank), locus.end + flank)
  }

  /// X as the file names it.
  public var contig: String { wantedContigs.first.map { header.contigs[$0].name } ?? "" }

  private var wantedContigs: [Int] {
    let names = Set(evidence.contigNames)
    return header.contigs.indices.filter { names.contains(header.contigs[$0].name) }
  }

  /// Chooses the way to the locus.
  private mutating func goWay(
    _ collector: inout ReadCollector, _ notes: inout [String],
    _ body: (borrowing AlignmentRecord, Bool) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    guard !request.isFullScan else { return try readAll(&collector, body) }
    let state = file.loadIndex(for: Set(collector.contigs))
    if let note = state.note { notes.append(note) }
    switch state {
    case .ready(let index):
      if let way = try query(index, &collector, body) { return way }
      return try readAgain(after: index, &notes, &collector, body)
    case .none: break
    case .older, .unreadable, .foreign: file = try AlignmentFile.open(path, fasta: fasta)
    }
    // What tells the sex is the number of reads on all of X and Y, which only a full scan meets.
    if request.allowsBisect, !request.includesElsewhere {
      switch try ReadBisect.run(&file, &collector, body) {
      case .way(let way):
        collector.readsByContig = nil
        return way
      case .otherFormat: break
      case .doubt(let why):
        notes.append("The whole file was read instead of bisected, because \(why).")
        file = try AlignmentFile.open(path, fasta: fasta)
        collector = ReadCollector(again: collector, contigCount: header.contigs.count)
      }
    }
    return try readAll(&collector, body)
  }

  /// `nil` where a CRAM's index leads to no read at all: the index of another file does, too, and
  /// nothing in a CRAM tells them apart.
  private mutating func query(
    _ index: String, _ collector: inout ReadCollector,
    _ body: (borrowing AlignmentRecord, Bool) throws(HTSError) -> Void
  ) throws(HTSError) -> Way? {
    let isCRAM = file.format.kind == .cram
    do throws(HTSError) {
      for contig in collector.contigs {
        try file.startQuery(contig: contig, collector.window)
        while try file.next() { try collector.add(file.current, body) }
      }
    } catch {
      guard isCRAM, collector.isEmpty else { throw error }
    }
    if isCRAM, collector.isEmpty { return nil }
    collector.readsByContig = file.mappedReadsByContig
    let ending = isCRAM ? "" : " and ending where it ends"
    return Way(
      name: "index",
      proof: "\(index), not older than the file\(ending), was asked for every read "
        + "that overlaps \(contig):\(collector.window.start)-\(collector.window.end)",
      isFullScan: false)
  }

  /// The whole file once more, after an index that led to nothing.
  private mutating func readAgain(
    after index: String, _ notes: inout [String], _ collector: inout ReadCollector,
    _ body: (borrowing AlignmentRecord, Bool) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    notes.append(
      "The index \(index) leads to no read around FOXP3; the whole file was read instead.")
    file = try AlignmentFile.open(path, fasta: fasta)
    collector = ReadCollector(again: collector, contigCount: header.contigs.count)
    return try readAll(&collector, body)
  }

  /// By the scanner, which decodes nothing but the reads of the window; SAM, CRAM and streams htslib
  /// reads one by one.
  private mutating func readAll(
    _ collector: inout ReadCollector,
    _ body: (borrowing AlignmentRecord, Bool) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    guard let descriptor = file.descriptor, file.format.kind == .bam,
      file.format.compression == .bgzf
    else {
      while try file.next() { try collector.add(file.current, body) }
      return Self.fullScan(collector, ordered: nil)
    }
    var scanner = try Scanned.run(file.name) { () throws(ScanError) in
      try RecordScanner(
        descriptor: descriptor, layout: .bam, virtualOffset: file.virtualOffset,
        contigs: Set(collector.contigs), of: header.contigs.count,
        stretch: (collector.window.start - 1)...(collector.window.end - 1), threads: request.threads
      )
    }
    while let run = try Scanned.run(file.name, { () throws(ScanError) in try scanner.nextRun() }) {
      try file.seek(to: run.virtualOffset, recordsBefore: run.recordsBefore)
      for _ in 0..<run.count {
        guard try file.next() else { throw file.endsEarly }
        try collector.add(file.current, body)
      }
    }
    collector.take(
      countsByContig: scanner.countsByContig, recordsRead: scanner.recordCount)
    return Self.fullScan(collector, ordered: scanner.isOrdered)
  }

  private static func fullScan(_ collector: ReadCollector, ordered: Bool?) -> Way {
    var proof = "all \(collector.recordsRead) records of the file were read"
    if let ordered {
      proof += " and every block's checksum is right; they are \(ordered ? "" : "not ")in order"
    }
    return Way(name: "full scan", proof: proof, isFullScan: true)
  }

  private borrowing func outcome(
    _ collector: ReadCollector, _ way: Way, _ notes: [String]
  ) -> Outcome {
    let provenance = Provenance(
      inputName: file.path.map { PathName.last(of: $0) } ?? "stdin",
      format: file.format.description, inputSize: file.size,
      contentDigest: collector.digest(header: header.text), assembly: assembly,
      assemblyProofs: evidence.proofs.map(\.sentence)
        + (request.declaredAssembly.map { ["--assembly \($0.rawValue)"] } ?? []),
      contig: contig, way: way.name,
      wayProof: way.proof, recordsRead: collector.recordsRead,
      recordsOnChromosome: way.isFullScan ? collector.recordsOnChromosome : nil,
      recordsByContig: way.isFullScan ? recordsByContig(collector) : nil,
      recordsInLocus: collector.recordsInLocus,
      doubts: copiesElsewhere(contigsOfCopies(collector)), notes: notes + patchNotes(collector))
    return Outcome(
      provenance: provenance, readsByContig: collector.readsByContig,
      copiesElsewhere: contigsOfCopies(collector))
  }

  /// Placed reads of each contig that has any, in the header's order.
  private borrowing func recordsByContig(_ collector: ReadCollector) -> [ContigCount]? {
    guard let counts = collector.readsByContig else { return nil }
    return header.contigs.indices.filter { counts[$0] > 0 }.map {
      ContigCount(name: header.contigs[$0].name, records: counts[$0])
    }
  }

  /// Reads that lie on a fix patch with a copy of FOXP3 are not counted here: said with their number.
  private borrowing func patchNotes(_ collector: ReadCollector) -> [String] {
    var notes: [String] = []
    for patch in evidence.patches {
      guard let reads = readsOn(patch.contig, collector) else { continue }
      notes.append(
        "\(reads) reads lie on \(patch.contig), which carries a copy of FOXP3; they are not used here, and "
          + "reads that fit both places have lost mapping quality.")
    }
    return notes
  }

  /// A contig without a read hides none.
  private borrowing func contigsOfCopies(
    _ collector: ReadCollector
  ) -> [AlignmentHeader.Contig] {
    var contigs: [AlignmentHeader.Contig] = []
    for patch in evidence.patches where readsOn(patch.contig, collector) != 0 {
      contigs += header.contigs.filter { $0.name == patch.contig }
    }
    return contigs
  }

  private borrowing func copiesElsewhere(_ contigs: [AlignmentHeader.Contig]) -> [String] {
    evidence.copiesElsewhere { name in contigs.contains { $0.name == name } }
  }

  /// Mapped reads on a contig; `nil` where they were not counted.
  private borrowing func readsOn(_ contig: String, _ collector: ReadCollector) -> Int? {
    guard let index = header.contigs.firstIndex(where: { $0.name == contig }) else { return nil }
    return collector.readsByContig?[index]
  }
}
