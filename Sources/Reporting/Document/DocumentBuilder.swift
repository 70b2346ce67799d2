import Flow
import Genome
import Nomenclature

/// From a sample's result to its JSON document.
struct DocumentBuilder {
  let context: ReportContext

  /// Writes the document's text, ending in a line feed, in pieces of about a megabyte: a file of
  /// 200,000 variants gives hundreds of megabytes, so its variants are made and handed on one by one.
  func write(_ result: SampleResult, to sink: ([UInt8]) throws -> Void) throws {
    var text = JSONText()
    text.append(byte: UInt8(ascii: "{"))
    var document = document(result)
    document.ledger = []
    for (index, member) in try members(of: document).enumerated() {
      if index > 0 { text.append(byte: UInt8(ascii: ",")) }
      text.newLine(1)
      text.append(key: member.key)
      if member.key == "variants", !result.variants.isEmpty {
        try writeVariants(of: result, &text, to: sink)
      } else if member.key == "ledger", !result.ledger.isEmpty {
        try writeLedger(of: result, &text)
      } else {
        text.append(member.value, depth: 1)
      }
    }
    text.newLine(0)
    text.append(byte: UInt8(ascii: "}"))
    text.newLine(0)
    try sink(text.take())
  }

  private func writeVariants(
    of result: SampleResult, _ text: inout JSONText, to sink: ([UInt8]) throws -> Void
  ) throws {
    text.append(byte: UInt8(ascii: "["))
    let alleles = DistinctAlleles(result.variants)
    for (index, variant) in result.variants.enumerated() {
      if index > 0 { text.append(byte: UInt8(ascii: ",")) }
      text.newLine(2)
      let notes = alleles.isRepeat(index) ? [DistinctAlleles.note] : []
      let document = VariantDocument(variant, of: result, notes: notes)
      text.append(try ValueEncoder.value(document), depth: 2)
      if text.count > 1 << 20 { try sink(text.take()) }
    }
    text.newLine(1)
    text.append(byte: UInt8(ascii: "]"))
  }

  private func writeLedger(of result: SampleResult, _ text: inout JSONText) throws {
    text.append(byte: UInt8(ascii: "["))
    let entries = try context.ledgerDocuments.texts(of: result.ledger) { entry in
      var text = JSONText()
      text.newLine(2)
      text.append(try ValueEncoder.value(LedgerDocument(entry)), depth: 2)
      return text.bytes
    }
    for (index, entry) in entries.enumerated() {
      if index > 0 { text.append(byte: UInt8(ascii: ",")) }
      text.append(bytes: entry)
    }
    text.newLine(1)
    text.append(byte: UInt8(ascii: "]"))
  }

  /// The document's members without the variants.
  func frame(_ result: SampleResult) throws -> [JSONMember] {
    try members(of: document(result))
  }

  private func members(of document: ReportDocument) throws -> [JSONMember] {
    let value = try ValueEncoder.value(document)
    guard case .object(let members) = value else { return [] }
    return members
  }

  func document(_ result: SampleResult) -> ReportDocument {
    let text = ReportText(result: result, context: context)
    return ReportDocument(
      report: report(result), subject: subject(result),
      request: request(result), patientCase: OrNull(result.patientCase.map(CaseSection.init)),
      statement: ConclusionStatement(result: result).sentence,
      conclusion: OrNull(result.conclusion.map(conclusion)),
      variants: [], openRecords: result.openRecords.map(OpenRecordDocument.init),
      ledger: result.ledger.map(LedgerDocument.init),
      exons: result.exons.map { exon($0, result.provenance.assembly) },
      copyNumber: CopyNumberDocument(
        assessed: result.copyNumber.isAssessed, statement: result.copyNumber.sentence),
      notLookedAt: text.notLookedAt, recommendations: text.recommendations,
      counselling: text.counselling.map {
        CounsellingDocument(text: $0.text, source: OrNull(present: $0.source))
      },
      familyPage: FamilyPageDocument(
        Reports(context: context).familyChoice(result)),
      notes: result.notes, methods: text.methods, limits: text.limits,
      provenance: provenance(result.provenance), versions: VersionsDocument(context.versions),
      references: Citations.pubMed(result.variants).map {
        ReferenceDocument(pmid: $0, address: OrNull(Citations.address(pubMed: $0)))
      })
  }

  /// A draft, whatever names were given.
  private func report(_ result: SampleResult) -> ReportSection {
    let head = result.patientCase?.head
    return ReportSection(
      identifier: OrNull(head?.reportIdentifier), version: OrNull(head?.reportVersion),
      runDate: context.runDate,
      laboratory: LaboratorySection(
        name: OrNull(head?.laboratory.name), address: OrNull(head?.laboratory.address),
        director: OrNull(head?.laboratory.director)))
  }

  private func subject(_ result: SampleResult) -> SubjectSection {
    let head = result.patientCase?.head
    return SubjectSection(
      sample: OrNull(result.hasGenotypes ? result.sample : nil),
      name: OrNull(head?.patient.name), identifier: OrNull(head?.patient.identifier),
      dateOfBirth: OrNull(head?.patient.dateOfBirth),
      deceased: OrNull(head?.patient.death.map { $0.day ?? "yes" }),
      sex: SubjectSection.SexSection(
        value: result.sex.sex.rawValue, source: result.sex.source.rawValue,
        contradicted: result.sex.isContradicted, evidence: result.sex.evidence),
      specimen: SubjectSection.SpecimenSection(
        type: OrNull(result.patientCase?.sample?.tissue.words),
        collectedOn: OrNull(result.patientCase?.sample?.takenOn),
        receivedOn: OrNull(result.patientCase?.sample?.receivedOn)),
      referrer: OrNull(head?.request.referrer))
  }

  /// Terms of the signs that are present.
  private func request(_ result: SampleResult) -> RequestSection {
    let request = result.patientCase?.head.request
    return RequestSection(
      indication: OrNull(request?.indication),
      phenotypeTerms: (result.patientCase?.findings ?? []).filter(\.isPresent).compactMap(\.term),
      familyHistory: OrNull(request?.familyHistory),
      consanguinity: OrNull(request?.consanguinity?.rawValue),
      testOrdered: OrNull(request?.testOrdered))
  }

  private func exon(_ coverage: ExonCoverage, _ assembly: Assembly) -> ExonDocument {
    let bases = coverage.interval.count
    let map = context.transcriptMaps[assembly]
    return ExonDocument(
      exon: coverage.exon, interval: IntervalDocument(coverage.interval), bases: bases,
      provenBases: coverage.provenBases,
      provenShare: bases > 0 ? Double(coverage.provenBases) / Double(bases) : 0,
      minimumDepth: OrNull(coverage.minimumDepth), gaps: coverage.gaps.map(IntervalDocument.init),
      codingGaps: map.map { map in coverage.gaps.compactMap { codingName(of: $0, map) } } ?? [])
  }

  /// The transcript lies on the minus strand: a gap's last base comes first.
  private func codingName(of gap: Interval, _ map: TranscriptMap) -> String? {
    guard let first = map.codingPosition(of: gap.end), let last = map.codingPosition(of: gap.start)
    else { return nil }
    return first == last ? "c.\(first)" : "c.\(first)_\(last)"
  }

  private func conclusion(_ conclusion: Conclusion) -> ConclusionSection {
    ConclusionSection(
      word: conclusion.word.rawValue, finding: conclusion.finding.rawValue,
      completeness: conclusion.completeness.rawValue,
      openCopies: OrNull(conclusion.openCopies?.rawValue), reasons: conclusion.reasons)
  }

  private func provenance(_ provenance: Provenance) -> ProvenanceDocument {
    ProvenanceDocument(
      inputName: provenance.inputName, format: provenance.format,
      inputSize: OrNull(provenance.inputSize), contentDigest: provenance.contentDigest,
      fileDigest: OrNull(provenance.fileDigest),
      assembly: provenance.assembly.rawValue, assemblyProofs: provenance.assemblyProofs,
      contig: provenance.contig,
      locus: OrNull(context.locusIntervals[provenance.assembly].map(IntervalDocument.init)),
      way: provenance.way, wayProof: provenance.wayProof, recordsRead: provenance.recordsRead,
      recordsOnChromosome: OrNull(provenance.recordsOnChromosome),
      recordsByContig: OrNull(
        provenance.recordsByContig?.map {
          ContigCountDocument(contig: $0.name, records: $0.records)
        }),
      recordsInLocus: provenance.recordsInLocus,
      referenceMismatches: provenance.referenceMismatches, callers: provenance.callers,
      notes: provenance.notes)
  }
}

extension VersionsDocument {
  init(_ versions: ReportVersions) {
    self.init(
      tool: versions.tool, htslib: versions.htslib, table: versions.table,
      profile: versions.profile,
      settings: versions.settings.map { SettingDocument(name: $0.name, value: $0.value) })
  }
}

extension FamilyPageDocument {
  init(_ choice: FamilyChoice) {
    switch choice {
    case .page(let familyCase):
      self.init(available: true, addressee: OrNull(familyCase.addressee.rawValue), reason: nil)
    case .none(let reason):
      self.init(available: false, addressee: nil, reason: OrNull(reason))
    }
  }
}

extension IntervalDocument {
  init(_ interval: Interval) { self.init(start: interval.start, end: interval.end) }
}

extension OpenRecordDocument {
  init(_ record: OpenRecord) {
    self.init(
      contig: record.contig, position: record.position, reference: record.reference,
      alternates: record.alternates, genotype: OrNull(record.genotype),
      contradiction: OrNull(record.contradiction), names: record.names)
  }
}

extension LedgerDocument {
  init(_ entry: LedgerEntry) {
    self.init(
      kind: entry.kind.rawValue, identifier: entry.identifier, name: entry.name,
      classification: OrNull(entry.clinicalClass?.rawValue),
      interval: IntervalDocument(entry.interval), state: entry.state.name,
      settled: entry.state.isSettled, depth: OrNull(entry.state.depth),
      reason: OrNull(entry.state.reason))
  }
}

extension OrNull where Value == String {
  /// `null` for an empty text.
  init(present text: String) { self.init(text.isEmpty ? nil : text) }
}

extension OrNull where Value == Double {
  /// `null` for infinities and NaN, which JSON can't write.
  init(finite number: Double?) { self.init(number.flatMap { $0.isFinite ? $0 : nil }) }
}
