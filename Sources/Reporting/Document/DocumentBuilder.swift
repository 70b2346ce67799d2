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
      report: report(result), subject: subject(result),
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
      sex: SubjectSection.SexSection(
        value: result.sex.sex.rawValue, source: result.sex.source.rawValue,
        evidence: result.sex.evidence),
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
