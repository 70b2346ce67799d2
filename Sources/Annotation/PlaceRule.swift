import Genome
import Nomenclature

/// Terms for where a change lies: untranslated regions, and up to 5,000 bases beyond the gene.
struct PlaceRule {
  let map: TranscriptMap

  /// VEP's distance within which a variant is up- or downstream of a gene.
  static let flank = 5000

  /// Outside the transcript; `nil` inside it. An insertion at its border is outside.
  func flankTerm(_ touched: Interval) -> ConsequenceTerm? {
    let extent = map.transcript.extent
    if touched.start > extent.end {
      return touched.start - extent.end <= PlaceRule.flank ? .upstreamGene : .intergenic
    }
    if touched.end < extent.start {
      return extent.start - touched.end <= PlaceRule.flank ? .downstreamGene : .intergenic
    }
    return nil
  }

  /// Whether the change removes the whole transcript.
  func removesTranscript(_ touched: Interval) -> Bool { touched.contains(map.transcript.extent) }

  func untranslatedTerms(_ touched: Interval, _ edit: TranscriptEdit?) -> Set<ConsequenceTerm> {
    if touched.isEmpty {
      guard let edit, !edit.touchesCoding else { return [] }
      return [edit.start <= map.codingStart ? .fivePrimeUTR : .threePrimeUTR]
    }
    var terms: Set<ConsequenceTerm> = []
    for exon in map.transcript.exons {
      guard let part = exon.intersection(touched) else { continue }
      if part.end > map.transcript.coding.end { terms.insert(.fivePrimeUTR) }
      if part.start < map.transcript.coding.start { terms.insert(.threePrimeUTR) }
    }
    return terms
  }
}
