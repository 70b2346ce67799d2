import Flow
import Genome
import Nomenclature

/// Turns a record's call into an observation.
struct ObservationRule: Sendable {
  let confidence: CallConfidence
  let locus: Locus
  /// The records are of a caller that looks for insertions and deletions at every position.
  let looksForIndels: Bool

  /// `nil` where the record says nothing of single bases: symbolic alleles the sample does not
  /// carry, duplications and inversions, breakends, stretches with the usual copy number.
  func observe(_ call: SampleCall, in record: ReadRecord) -> Observation? {
    guard !record.isCopyNumberSegment else { return nil }
    if isSymbolic(record) { return deletion(call, record) }
    let verdict = verdict(call, record)
    return Observation(
      interval: record.interval(of: call), verdict: verdict,
      depth: call.minimumDepth ?? confidence.depth(of: call),
      coversIndels: looksForIndels || record.hasNonReferenceAllele
        || call.isAgainstEveryAllele
        || verdict == .alternate && isLargeDeletion(call, record))
  }

  /// A deletion of more than fifty bases from every copy, spelled in bases: as with `<DEL>`, nothing is left
  /// in it to be looked for.
  private func isLargeDeletion(_ call: SampleCall, _ record: ReadRecord) -> Bool {
    guard let genotype = call.genotype, let allele = genotype.alleles.first ?? nil, allele > 0,
      record.alternates.indices.contains(allele - 1),
      genotype.copies(of: allele) == genotype.ploidy, genotype.ploidy >= confidence.copies
    else { return false }
    guard let change = ReadVariant(record: record, alleleIndex: allele).spelledChange else {
      return false
    }
    return change.reference.count - change.alternate.count > SequenceChange.longestSmall
      && change.reference.bytes.starts(with: change.alternate.bytes)
  }

  /// `<DEL>`, breakends and their like; `<NON_REF>`, `<*>` and `*` are not.
  private func isSymbolic(_ record: ReadRecord) -> Bool {
    record.alternates.contains { alternate in
      !ReadRecord.isNonReference(alternate) && alternate != "*"
        && alternate.contains { "<[].".contains($0) }
    }
  }

  /// A deletion on every copy leaves nothing to be looked for in it; a doubtful one leaves all its
  /// bases in doubt; one on a single copy says nothing of the other.
  private func deletion(_ call: SampleCall, _ record: ReadRecord) -> Observation? {
    guard !record.isCopyNeutral, let genotype = call.genotype,
      let allele = genotype.alleles.compactMap({ $0 }).first(where: { $0 > 0 }),
      record.alternates.indices.contains(allele - 1),
      StructuralChange.Kind(symbol: record.alternates[allele - 1]) == .deletion
    else { return nil }
    // POS is the base before the deletion; of ends that are not exact what is surely gone.
    let written = Interval(record.position + 1, record.end)
    let change = StructuralChange(
      kind: .deletion, interval: written,
      precision: record.precision(ofAllele: allele, changing: written))
    let deleted = change.narrowest ?? written
    let doubts = confidence.doubts(ofAlternate: call, in: record)
    if !doubts.isEmpty {
      return Observation(
        interval: change.widest ?? written,
        verdict: .unsettled(clause(doubts, "a deletion is called", record)),
        depth: nil, coversIndels: false)
    }
    guard !deleted.isEmpty, genotype.copies(of: allele) == genotype.ploidy,
      genotype.ploidy >= confidence.copies
    else { return nil }
    return Observation(interval: deleted, verdict: .alternate, depth: nil, coversIndels: true)
  }

  private func verdict(_ call: SampleCall, _ record: ReadRecord) -> Observation.Verdict {
    guard hasRightReference(record) else {
      return .unsettled(clause([], "REF is not the build's reference", record))
    }
    guard let genotype = call.genotype, !genotype.alleles.isEmpty, !genotype.isNoCall else {
      return .unsettled(clause([], "no genotype was called", record))
    }
    if genotype.hasMissing {
      return .unsettled(clause([], "half of the genotype \(genotype.text) is missing", record))
    }
    if genotype.isHomozygousReference { return reference(genotype, call, record) }
    if let unnamed = unnamed(genotype, record) {
      return .unsettled(
        clause([], "the genotype \(genotype.text) is of an allele that is \(unnamed)", record))
    }
    var doubts =
      confidence.doubts(ofAlternate: call, in: record) + confidence.doubts(ofUnlisted: call)
    if doubts.isEmpty, let reads = confidence.readsBeside(call) { doubts.append(reads) }
    return doubts.isEmpty
      ? .alternate : .unsettled(clause(doubts, "another allele is called", record))
  }

  private func reference(
    _ genotype: Genotype, _ call: SampleCall, _ record: ReadRecord
  ) -> Observation.Verdict {
    var doubts =
      confidence.doubts(ofReference: call, in: record) + confidence.doubts(ofUnlisted: call)
    if genotype.ploidy < confidence.copies {
      doubts.append("the genotype \(genotype.text) shows one copy, where there may be two")
    }
    if !doubts.isEmpty { return .unsettled(clause(doubts, "called reference", record)) }
    if record.hasNonReferenceAllele || record.alternates.isEmpty { return .reference }
    return .referenceAgainst(Set(changes(in: record)))
  }

  private func changes(in record: ReadRecord) -> [SequenceChange] {
    record.alternates.indices.compactMap { index in
      ReadVariant(record: record, alleleIndex: index + 1).spelledChange?.trimmed()
        .leftAligned(on: locus)
    }
  }

  /// Bases outside the locus and `N` can't be compared and pass.
  private func hasRightReference(_ record: ReadRecord) -> Bool {
    guard let bases = BaseSequence(record.reference) else { return false }
    let unknown = UInt8(ascii: "N")
    return bases.bytes.enumerated().allSatisfy { offset, base in
      let expected = locus.base(at: record.position + offset) ?? unknown
      return base == expected || base == unknown || expected == unknown
    }
  }

  /// What keeps a called allele from being named, as the end of a clause; `nil` where every one has its bases.
  private func unnamed(_ genotype: Genotype, _ record: ReadRecord) -> String? {
    genotype.alleles.lazy.compactMap { allele in
      guard let allele, allele > 0 else { return nil }
      guard record.alternates.indices.contains(allele - 1),
        !ReadRecord.isNonReference(record.alternates[allele - 1])
      else { return "not named" }
      guard record.alternates[allele - 1] != "*" else { return nil }
      return isSpelled(ReadVariant(record: record, alleleIndex: allele))
        ? nil : "not told by its bases"
    }.first
  }

  /// REF for ALT beside SVTYPE leaves to INFO what changes.
  private func isSpelled(_ variant: ReadVariant) -> Bool {
    guard let change = variant.spelledChange, isKnown(change) else { return false }
    return !change.isNone || variant.record.informationValue("SVTYPE") == nil
  }

  /// `N` in REF only where the locus has no base.
  private func isKnown(_ change: SequenceChange) -> Bool {
    let unknown = UInt8(ascii: "N")
    return change.reference.bytes.enumerated().allSatisfy { offset, base in
      base != unknown || (locus.base(at: change.start + offset) ?? unknown) == unknown
    }
  }

  private func clause(_ doubts: [String], _ lead: String, _ record: ReadRecord) -> String {
    let place = "\(record.contig):\(record.position)"
    return doubts.isEmpty
      ? "\(lead) at \(place)" : "\(lead) at \(place), but \(doubts.joined(separator: " and "))"
  }
}
