import Flow
import Genome
import Nomenclature

/// Finds the rows of the curated table that bear on a variant.
struct TableMatcher: Sendable {
  private struct Allele: Hashable {
    let assembly: Assembly
    let change: SequenceChange
  }

  private let rows: [PlacedRow]
  private let overruling: Overruling
  /// Places in `rows` of those that bear on other alleles than their own.
  private let standing: [Int]
  private let rowProteins: [NamedProteinChange?]
  /// Places in `rows` of those that act through splicing and bear on other alleles.
  private let spliceRows: [Int]
  private let indexByAllele: [Allele: [Int]]
  private let exon1Removals: [Assembly: Exon1Removal]
  private let loci: [Assembly: Locus]
  let maps: [Assembly: TranscriptMap]
  private let spliceSites: [Assembly: [SpliceSite]]

  init(rows: [PlacedRow], transcripts: [Assembly: Transcript], loci: [Assembly: Locus]) {
    self.rows = rows
    self.loci = loci
    let overruling = Overruling(rows)
    self.overruling = overruling
    standing = rows.indices.filter { overruling.upper(of: $0) == nil }
    spliceRows = standing.filter { rows[$0].row.isOfSplicing }
    rowProteins = rows.map { $0.proteinName.flatMap(NamedProteinChange.init) }
    var index: [Allele: [Int]] = [:]
    for (number, row) in rows.enumerated() {
      for (assembly, change) in row.changes {
        index[Allele(assembly: assembly, change: change), default: []].append(number)
      }
    }
    indexByAllele = index
    spliceSites = transcripts.mapValues(SpliceSite.all)
    var maps: [Assembly: TranscriptMap] = [:]
    for (assembly, transcript) in transcripts {
      maps[assembly] = loci[assembly].map { TranscriptMap(transcript: transcript, locus: $0) }
    }
    self.maps = maps
    exon1Removals = transcripts.compactMapValues(Exon1Removal.init)
  }

  /// Rows of the same allele, rows removed, rows contained, then related ones, each group in table order.
  func evidence(for variant: AnnotatedVariant) -> [TableEvidence] {
    let normalised = variant.normalised
    let same = sameAllele(normalised)
    let removed = removedRows(normalised)
    let contained = containedRows(normalised).filter { !same.contains($0) }
    let direct = Set(same + removed + contained)
    let related = relatedRows(variant).filter { !direct.contains($0.index) }
    let splice = rowsOfMotif(variant)
    return same.map { evidence($0, .sameAllele) }
      + removed.filter { !same.contains($0) }.map { removal($0, of: normalised) }
      + contained.map { evidence($0, .contains) }
      + related.filter { $0.relation == .sameProteinChange }.map { evidence($0.index, $0.relation) }
      + related.filter { $0.relation == .sameResidue }.map { evidence($0.index, $0.relation) }
      + splice.filter { $0.relation == .sameSpliceBase }.map { evidence($0.index, $0.relation) }
      + splice.filter { $0.relation == .sameSpliceMotif }.map { evidence($0.index, $0.relation) }
      + rowsOfSignal(normalised).filter { !direct.contains($0) }
      .map { evidence($0, .samePolyadenylationSignal) }
  }

  private func evidence(_ index: Int, _ relation: TableRelation) -> TableEvidence {
    TableEvidence(
      row: rows[index].row, relation: relation, rowProteinName: rows[index].proteinName,
      isOfLaboratory: rows[index].isOfLaboratory,
      setAside: overruling.upper(of: index).map { .overruled(by: $0) })
  }

  /// What a row holds harmless or uncertain is no word on what of the gene is removed along with it.
  private func removal(_ index: Int, of variant: NormalisedVariant) -> TableEvidence {
    var evidence = evidence(index, .removes)
    if !rows[index].row.clinicalClass.isPathogenicOrLikely,
      let more = exon1Removals[variant.assembly]?.more(variant.change)
    {
      evidence.setAside = more
    }
    return evidence
  }

  private func sameAllele(_ variant: NormalisedVariant) -> [Int] {
    guard let change = sequenceChange(of: variant) else { return [] }
    return indexByAllele[Allele(assembly: variant.assembly, change: change)] ?? []
  }

  /// A change given by its ends alone is the same allele as the one that spells its bases.
  private func sequenceChange(of variant: NormalisedVariant) -> SequenceChange? {
    switch variant.change {
    case .sequence(let change): return change
    case .notAssessable: return nil
    case .structural(let change):
      return loci[variant.assembly].flatMap(change.allele)
    }
  }

  private func removedRows(_ variant: NormalisedVariant) -> [Int] {
    guard let removal = exon1Removals[variant.assembly], removal.isMet(by: variant.change) else {
      return []
    }
    return rows.indices.filter { rows[$0].row.scope == .exon1Deletion }
  }

  /// Harmful rows that a change of several bases is made of, among others; of each allele the row that stands.
  private func containedRows(_ variant: NormalisedVariant) -> [Int] {
    guard let change = variant.sequenceChange, let map = maps[variant.assembly] else { return [] }
    return ContainedChanges(map: map).parts(of: change).flatMap { part in
      indexByAllele[Allele(assembly: variant.assembly, change: part)] ?? []
    }.filter {
      overruling.upper(of: $0) == nil && rows[$0].row.clinicalClass.isPathogenicOrLikely
    }.sorted()
  }

  /// Rows that act through splicing and replace a base of a splice motif that this substitution is
  /// in too: the same base by another one, or another base.
  private func rowsOfMotif(
    _ variant: AnnotatedVariant
  ) -> [(index: Int, relation: TableRelation)] {
    let assembly = variant.normalised.assembly
    guard let change = variant.normalised.sequenceChange, change.isSubstitution else { return [] }
    let motifs = (spliceSites[assembly] ?? []).map(\.motif).filter { $0.contains(change.start) }
    guard !motifs.isEmpty else { return [] }
    return spliceRows.compactMap { index in
      guard let row = rows[index].changes[assembly], row.isSubstitution, row != change,
        motifs.contains(where: { $0.contains(row.start) })
      else { return nil }
      return (index, row.start == change.start ? .sameSpliceBase : .sameSpliceMotif)
    }
  }

  /// Harmful rows of the polyadenylation signal, for a change that touches it and is not one of many bases.
  private func rowsOfSignal(_ variant: NormalisedVariant) -> [Int] {
    guard let change = variant.sequenceChange, change.reference.count <= TranscriptMap.longestSmall,
      let map = maps[variant.assembly], map.changesPolyadenylationSignal(change)
    else { return [] }
    return standing.filter { index in
      rows[index].row.clinicalClass.isPathogenicOrLikely
        && rows[index].changes[variant.assembly].map(map.changesPolyadenylationSignal) == true
    }
  }

  private func relatedRows(
    _ variant: AnnotatedVariant
  ) -> [(index: Int, relation: TableRelation)] {
    let names = [variant.mane?.proteinName].compactMap { $0 } + (variant.mane?.proteinAliases ?? [])
    let proteins = names.compactMap(NamedProteinChange.init)
    guard !proteins.isEmpty else { return [] }
    return standing.compactMap { index in
      guard let row = rowProteins[index] else { return nil }
      if proteins.contains(where: row.isSame) { return (index, .sameProteinChange) }
      return proteins.contains(where: row.sharesResidue) ? (index, .sameResidue) : nil
    }
  }
}
