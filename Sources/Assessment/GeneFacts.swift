public import Genome
import Nomenclature

/// What the assessment has to know of the gene, on the build of the input: made once for all samples.
public struct GeneFacts: Sendable {
  /// A row with the stretch that has to be read to exclude it; empty for one without a place.
  struct Sought: Sendable {
    let allele: KnownAllele
    let evidence: Interval
  }

  public let locus: Locus
  /// NM_014009.4.
  public let transcript: Transcript
  /// The pathogenic and likely pathogenic rows, in the order given.
  let sought: [Sought]
  let places: DiseasePlaces
  let outside: OutsideGene

  /// `alleles`: rows of the table; of them the pathogenic and likely pathogenic ones are looked for.
  public init(locus: Locus, transcript: Transcript, alleles: [KnownAllele]) {
    self.locus = locus
    self.transcript = transcript
    sought = alleles.filter { $0.row.clinicalClass.isPathogenicOrLikely }.map { allele in
      Sought(
        allele: allele, evidence: allele.change?.evidenceInterval(on: locus) ?? Interval(0, -1))
    }
    outside = OutsideGene(map: TranscriptMap(transcript: transcript, locus: locus))
    places = DiseasePlaces(transcript: transcript, locus: locus)
  }
}
