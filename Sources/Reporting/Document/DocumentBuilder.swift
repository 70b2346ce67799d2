import Flow
import Genome

/// From a sample's result to its JSON document.
struct DocumentBuilder {
  let context: ReportContext

  func bytes(_ result: SampleResult) throws(ReportError) -> [UInt8] {
    do {
      return try DocumentText.bytes(document(result))
    } catch {
      throw .encoding(sample: result.sample, cause: String(describing: error))
    }
  }

  func document(_ result: SampleResult) -> ReportDocument {
    let text = ReportText(result: result, context: context)
    return ReportDocument(
      report: ReportSection(runDate: context.runDate), subject: subject(result),
      request: request(result), patientCase: OrNull(result.patientCase.map(CaseSection.init)),
      statement: ConclusionStatement(result: result).sentence,
      conclusion: OrNull(result.conclusion.map(conclusion)),
      variants: result.variants.map { VariantDocument($0, of: result) },
      ledger: result.ledger.map(LedgerDocument.init), exons: result.exons.map(ExonDocument.init),
      copyNumber: CopyNumberDocument(
        assessed: result.copyNumber.isAssessed, statement: result.copyNumber.sentence),
      notLookedAt: text.notLookedAt, recommendations: text.recommendations,
      counselling: text.counselling.map {
        CounsellingDocument(text: $0.text, source: OrNull(present: $0.source))
      },
      notes: result.notes, methods: text.methods, limits: text.limits,
      provenance: provenance(result.provenance), versions: VersionsDocument(context.versions),
      references: Citations.pubMed(result.variants).map {
        ReferenceDocument(pmid: $0, address: OrNull(Citations.address(pubMed: $0)))
      })
  }

  private func subject(_ result: SampleResult) -> SubjectSection {
    SubjectSection(
      sample: OrNull(result.hasGenotypes ? result.sample : nil),
      sex: SubjectSection.SexSection(
        value: result.sex.sex.rawValue, source: result.sex.source.rawValue,
        evidence: result.sex.evidence),
      specimen: SubjectSection.SpecimenSection(
        type: OrNull(result.patientCase?.sample?.tissue.words),
        collectedOn: OrNull(result.patientCase?.sample?.takenOn)))
  }

  /// Terms of the signs that are present.
  private func request(_ result: SampleResult) -> RequestSection {
    RequestSection(
      phenotypeTerms: (result.patientCase?.findings ?? []).filter(\.isPresent).compactMap(\.term))
  }

  private func conclusion(_ conclusion: Conclusion) -> ConclusionSection {
    ConclusionSection(
      word: conclusion.word.rawValue, finding: conclusion.finding.rawValue,
      completeness: conclusion.completeness.rawValue, reasons: conclusion.reasons)
  }

  private func provenance(_ provenance: Provenance) -> ProvenanceDocument {
    ProvenanceDocument(
      inputName: provenance.inputName, format: provenance.format,
      inputSize: OrNull(provenance.inputSize), contentDigest: provenance.contentDigest,
      assembly: provenance.assembly.rawValue, assemblyProofs: provenance.assemblyProofs,
      contig: provenance.contig,
      locus: OrNull(context.locusIntervals[provenance.assembly].map(IntervalDocument.init)),
      way: provenance.way, wayProof: provenance.wayProof, recordsRead: provenance.recordsRead,
      recordsOnChromosome: OrNull(provenance.recordsOnChromosome),
      recordsInLocus: provenance.recordsInLocus,
      referenceMismatches: provenance.referenceMismatches, notes: provenance.notes)
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

extension IntervalDocument {
  init(_ interval: Interval) { self.init(start: interval.start, end: interval.end) }
}

extension LedgerDocument {
  init(_ entry: LedgerEntry) {
    var seen: Int?
    if case .referenceSeen(let depth) = entry.state { seen = depth }
    self.init(
      kind: entry.kind.rawValue, identifier: entry.identifier, name: entry.name,
      classification: OrNull(entry.clinicalClass?.rawValue),
      interval: IntervalDocument(entry.interval), state: entry.state.name,
      settled: entry.state.isSettled, depth: OrNull(seen), reason: OrNull(entry.state.reason))
  }
}

extension ExonDocument {
  init(_ coverage: ExonCoverage) {
    self.init(
      exon: coverage.exon, interval: IntervalDocument(coverage.interval),
      bases: coverage.interval.count, provenBases: coverage.provenBases,
      minimumDepth: OrNull(coverage.minimumDepth), gaps: coverage.gaps.map(IntervalDocument.init))
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
