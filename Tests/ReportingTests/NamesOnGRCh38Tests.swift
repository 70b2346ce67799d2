import Flow
import Genome
import Nomenclature
import ReferenceBundle
import TestSupport
import Testing

@testable import Reporting

/// Names of variants in files of samples on different builds. c.-23+2005T>C on GRCh37, X:49119118
/// A>G, is c.-23+2000T>C on GRCh38, chrX:49262661 A>G: between exon 1 and it, GRCh37 has five bases more.
@Suite struct NamesOnGRCh38Tests {
  private let context: ReportContext

  init() throws {
    let bundle = try EmbeddedReference.bundle()
    let transcript = try #require(bundle.transcripts(.grch38).first)
    var context = Fixture.context
    context.transcriptMaps = [
      .grch38: TranscriptMap(transcript: transcript, locus: bundle.locus(.grch38))
    ]
    self.context = context
  }

  /// On GRCh37, with its place on GRCh38 if it has one.
  private func variant(_ name: String, on38 position: Int?) -> SampleVariant {
    var classified = Fixture.donor(.uncertain)
    classified.annotated.normalised.assembly = .grch37
    classified.annotated.transcripts[0].codingName = name
    classified.annotated.placement?.genomicName = "NC_000023.10:g.49119118A>G"
    classified.annotated.otherPlacement = position.map {
      Placement(
        assembly: .grch38, position: $0, reference: "A", alternate: "G",
        genomicName: "NC_000023.11:g.\($0)A>G", spdi: "NC_000023.11:\($0 - 1):A:G")
    }
    return Fixture.carried(classified, .hemizygous, genotype: "1")
  }

  private func name(_ variant: SampleVariant) -> String {
    VariantName.shortOnGRCh38(
      variant.classified.annotated, provenance: Fixture.provenance, context: context)
  }

  @Test func anIntronicNameIsThatOfGRCh38() {
    #expect(name(variant("c.-23+2005T>C", on38: 49_262_661)) == "c.-23+2000T>C")
  }

  @Test func withoutAPlaceThereTheAccessionTellsTheBuild() {
    #expect(
      name(variant("c.-23+2005T>C", on38: nil)) == "NC_000023.10(NM_014009.4):c.-23+2005T>C")
  }

  @Test func otherNamesStay() {
    #expect(name(variant("c.1189C>T", on38: 49_251_441)) == "c.1189C>T")
    let new = Fixture.carried(Fixture.donor(), .hemizygous, genotype: "1")
    #expect(name(new) == "c.-23+1G>T")
  }

  /// A family's members may stand on both.
  @Test func aFamilysReportHasThem() throws {
    let own = variant("c.-23+2005T>C", on38: 49_262_661)
    var result = Fixture.positiveMale
    result.variants = [own]
    let boy = Pedigree.Member(family: "F", name: "BOY", sex: .male)
    let family = PedigreeResult(
      family: "F", members: [PedigreeMember(relation: boy, result: result)],
      variants: [
        PedigreeVariant(
          classified: own.classified,
          carriers: [PedigreeCarriage(state: .alternateSeen, call: own, origin: .maternal)])
      ])
    let text = PedigreeText(pedigree: family, context: context)
    #expect(text.told.map(text.name) == ["c.-23+2000T>C"])
    let page = try PedigreePage(pedigree: family, context: context).render()
    let document = String(
      decoding: try PedigreeDocument(family, context: context).bytes(), as: UTF8.self)
    for report in [page, document] {
      #expect(report.contains("c.-23+2000T") && !report.contains("c.-23+2005T"))
    }
  }

  /// A name that another variant has on the other build, one that begins as another, and one with its
  /// accession.
  @Test func sentencesAreChangedInOnePass() {
    let names = NamesOnGRCh38(
      [variant("c.-23+2005T>C", on38: 49_262_661), variant("c.-23+2000T>C", on38: 49_262_666)],
      context: context)
    #expect(
      names.text("c.-23+2005T>C, c.-23+2000T>C; c.-23+2005T>CA and X:c.-23+2005T>C.")
        == "c.-23+2000T>C, c.-23+1995T>C; c.-23+2005T>CA and X:c.-23+2005T>C.")
    #expect(NamesOnGRCh38([], context: context).text("c.1A>G") == "c.1A>G")
  }
}
