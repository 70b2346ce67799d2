import Crypto
public import Flow
import Genome
public import HTS
import Scan

/// Owns an open variant file, proves its build, and hands over the records of the FOXP3 locus.
///
/// Nothing is handed over before the build is proven and the way to the locus is gone to its end;
/// a cut-off file, a malformed record or a wrong build never gives a shorter answer.
public struct Isolator: ~Copyable {
  private var file: VariantFile
  private let request: IsolationRequest
  private let evidence: HeaderEvidence
  /// Records are met a second time where an index turns out to be of no use.
  private let path: String
  private let kernel: ScanKernel

  /// The header of the file, with its samples.
  public var header: VariantHeader { file.header }

  /// Opens `path` (`-` is standard input) and reads the header's proofs of the build.
  public init(path: String, request: IsolationRequest) throws(IsolationError) {
    try self.init(try Isolator.opened(path), path: path, request: request)
  }

  /// `path`: as the user gave it; the file is opened once more where its index is of no use.
  public init(
    _ file: consuming VariantFile, path: String, request: IsolationRequest
  ) throws(IsolationError) {
    let chosen = try Isolator.chosenKernel()
    let isByPLINK = HeaderLine.texts(of: file.header.text).contains {
      $0.hasPrefix("##source=PLINK")
    }
    var found = try HeaderEvidence(
      file.header.contigs, request, file: file.name, isByPLINK: isByPLINK)
    if request.includesElsewhere { found.noteBreakends(file.header, request.naming) }
    evidence = found
    self.path = path
    self.request = request
    kernel = chosen
    self.file = file
  }

  /// The kernel that the processor has, or that `FOXP3_SCAN_KERNEL` asks for.
  public static func chosenKernel() throws(IsolationError) -> ScanKernel {
    do throws(ScanKernelError) {
      return try ScanKernel.chosen()
    } catch {
      throw IsolationError(.usage, error.description)
    }
  }

  private static func opened(_ path: String) throws(IsolationError) -> VariantFile {
    do throws(HTSError) {
      return try VariantFile.open(path)
    } catch {
      throw IsolationError(error)
    }
  }

  /// Calls `body` with each record that overlaps the locus, in the order of the file, after every
  /// record elsewhere that was asked for. An error thrown by `body` ends the run.
  public consuming func forEachRecord(
    _ body: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(IsolationError) -> Provenance {
    var collector = LocusCollector(evidence, request)
    var notes = evidence.notes
    let way: Way
    do throws(HTSError) {
      way = try goWay(&collector, &notes, body)
    } catch {
      throw IsolationError(error)
    }
    let header = try completeEvidence(collector)
    let decision = try BuildDecision(
      header, collector.candidates, declared: request.declaredAssembly, file: file.name)
    let handed: (digest: String, far: [FarRecord])
    do throws(HTSError) {
      handed = try handOver(collector, decision.assembly, body)
    } catch {
      throw IsolationError(error)
    }
    return provenance(
      collector, decision, way, notes + Isolator.notes(handed.far), digest: handed.digest)
  }

  /// Chooses the way to the locus: the one place where a further way would enter.
  private mutating func goWay(
    _ collector: inout LocusCollector, _ notes: inout [String],
    _ body: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    let isSmall = request.includesElsewhere && file.size ?? .max <= request.wholeFileLimit
    if !request.isFullScan, !isSmall, let found = try goByIndex(&collector, &notes) {
      guard request.includesElsewhere else { return found.way }
      collector = LocusCollector(evidence, request)
      return try IndexQuery.readChromosomes(
        &file, index: found.index, &collector, elsewhere: body)
    }
    if !request.isFullScan, request.allowsBisect, let way = try goByBisect(&collector, &notes) {
      return way
    }
    return try FullScan.run(
      &file, &collector, kernel: kernel, threads: isSmall ? 1 : request.threads, elsewhere: body)
  }

  /// `nil` where there is no index, or none that can be relied on; the file then stands at its
  /// first record again.
  private mutating func goByIndex(
    _ collector: inout LocusCollector, _ notes: inout [String]
  ) throws(HTSError) -> (way: Way, index: String)? {
    let state = file.loadIndex(for: collector.wantsBreakends ? nil : collector.names)
    if let note = state.note { notes.append(note) }
    switch state {
    case .none, .older, .unreadable: return nil
    case .foreign:
      file = try VariantFile.open(path)
      return nil
    case .ready(let name):
      let doubt: String
      do throws(HTSError) {
        if request.includesElsewhere {
          // All of X is read afterwards: whether the index leads to the locus is all that is asked here.
          let way = try IndexQuery.readLocus(&file, index: name, &collector, slack: 0)
          if let way, collector.hasRecords { return (way, name) }
          collector = LocusCollector(evidence, request)
        }
        let way = try IndexQuery.readLocus(&file, index: name, &collector)
        if let way, collector.hasRecords { return (way, name) }
        doubt = way == nil ? "has no chromosome X" : "gives no record in the locus"
      } catch {
        doubt = "does not fit the file"
      }
      notes.append("The index \(name) \(doubt); the whole file was read to make sure.")
      collector = LocusCollector(evidence, request)
      file = try VariantFile.open(path)
      return nil
    }
  }

  /// `nil` where the file can't be bisected, or there is any doubt; it then stands at its first
  /// record again.
  private mutating func goByBisect(
    _ collector: inout LocusCollector, _ notes: inout [String]
  ) throws(HTSError) -> Way? {
    let doubt: String
    switch try Bisect.run(&file, evidence, &collector) {
    case .way(let way): return way
    case .otherFormat: return nil
    case .doubt(let why): doubt = why
    }
    notes.append("The whole file was read instead of bisected, because \(doubt).")
    collector = LocusCollector(evidence, request)
    file = try VariantFile.open(path)
    return nil
  }

  /// Adds what the names of contigs tell that were met and that the header does not declare.
  private borrowing func completeEvidence(
    _ collector: LocusCollector
  ) throws(IsolationError) -> HeaderEvidence {
    var complete = evidence
    let declared = Set(header.contigs.map(\.name))
    for contig in collector.contigsMet where !declared.contains(contig) {
      if let proof = HeaderEvidence.nameProof(contig, request.naming) {
        complete.proofs.append(proof)
      }
    }
    try HeaderEvidence.checkAgreement(complete.proofs, file: file.name)
    return complete
  }

  /// Checks and hands over the records of the proven build; gives the digest of what they stand on,
  /// and those that stand outside the locus.
  private borrowing func handOver(
    _ collector: LocusCollector, _ assembly: Assembly,
    _ body: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> (digest: String, far: [FarRecord]) {
    var digest = SHA256()
    var handed: [FarRecord] = []
    digest.update(data: Array(header.text.utf8))
    for candidate in collector.candidates where candidate.keepsRecords {
      let isProven = candidate.locus.assembly == assembly
      guard isProven || request.includesElsewhere else { continue }
      for (range, origin) in candidate.records {
        if isProven { digest.update(data: candidate.bytes[range] + [UInt8(ascii: "\n")]) }
        let record = try VariantRecord(
          line: candidate.bytes.span.extracting(range), origin: origin,
          columnCount: header.columnCount)
        if isProven { try record.check() }
        try body(record, isProven ? .locus : .elsewhereOnX)
      }
      guard isProven else { continue }
      handed = try candidate.unlistedFar(columnCount: header.columnCount)
      for far in handed {
        digest.update(data: far.line + [UInt8(ascii: "\n")])
        let record = try VariantRecord(
          line: far.line.span, origin: far.origin, columnCount: header.columnCount)
        try record.check()
        try body(record, .locus)
      }
    }
    return (Hexadecimal.text(digest.finalize()), handed)
  }

  private borrowing func provenance(
    _ collector: LocusCollector, _ decision: BuildDecision, _ way: Way, _ notes: [String],
    digest: String
  ) -> Provenance {
    let locus = collector.candidates.first { $0.locus.assembly == decision.assembly }
    return Provenance(
      inputName: file.path.map { PathName.last(of: $0) } ?? "stdin",
      format: file.format.description(version: header.version), inputSize: file.size,
      contentDigest: digest, assembly: decision.assembly, assemblyProofs: decision.proofs,
      contig: collector.contigsMet.first ?? evidence.contigNames.first ?? "", way: way.name,
      wayProof: way.proof, recordsRead: collector.recordsRead,
      recordsOnChromosome: way.isFullScan || way.meetsAllOfX ? collector.recordsOnChromosome : nil,
      recordsByContig: way.recordsByContig,
      recordsInLocus: locus?.count ?? 0,
      referenceMismatches: locus?.tally.mismatchedRecords ?? 0,
      doubts: evidence.copiesElsewhere() + (way.endsInsideLine ? [Isolator.endsInsideLine] : []),
      notes: notes + decision.notes + contentNotes(collector, way, locus))
  }

  /// What was taken in from outside the locus, the first few of it.
  private static func notes(_ far: [FarRecord]) -> [String] {
    let shown = far.prefix(5).map { "The record at \($0.words)." }
    return far.count > shown.count
      ? shown + ["\(far.count - shown.count) more records elsewhere may reach the locus."] : shown
  }

  private static let endsInsideLine =
    "The last line has no line end; if the file was cut off, records are missing."

  private borrowing func contentNotes(
    _ collector: LocusCollector, _ way: Way, _ locus: LocusCandidate?
  ) -> [String] {
    var notes: [String] = []
    if way.endsInsideLine {
      notes.append(Isolator.endsInsideLine)
    }
    if way.isFullScan, collector.recordsRead == 0 {
      notes.append("The file has no records.")
    } else if way.isFullScan, collector.recordsOnChromosome == 0, locus?.count ?? 0 == 0 {
      notes.append(
        "None of the \(collector.recordsRead) records is on chromosome X; a file made for a panel "
          + "without X looks like this.")
    } else if let locus, locus.count == 0 {
      let interval = locus.locus.interval
      notes.append(
        "None of the \(collector.recordsOnChromosome) records on chromosome X lies in the FOXP3 "
          + "locus (X:\(interval.start)-\(interval.end), \(locus.locus.assembly.rawValue)).")
    }
    if let locus, locus.tally.mismatchedRecords > 0 {
      notes.append(
        "\(locus.tally.mismatchedRecords) of \(locus.tally.comparedRecords) records in the locus "
          + "have another REF than \(locus.locus.assembly.rawValue).")
    }
    return notes
  }
}
