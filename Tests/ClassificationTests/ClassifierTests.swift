import Flow
import Genome
import Nomenclature
import TestSupport
import Testing

@testable import Classification

// Coordinates are those of ClinVar and of NM_014009.4 on GRCh38 and GRCh37; the locus bases around
// them are a made-up pattern, since only places matter here.

private let transcript38 = Transcript(
  accession: "NM_014009.4", protein: "NP_054728.2", ensemblAlias: "", isManeSelect: true,
  exons: [
    Interval(49_264_661, 49_264_710), Interval(49_258_296, 49_258_527),
    Interval(49_250_438, 49_251_483),
  ],
  coding: Interval(49_251_334, 49_258_505))

private let locus38: Locus = {
  let interval = Interval(49_248_436, 49_269_825)
  let bytes = (interval.start...interval.end).map { Array("ACGT".utf8)[$0 % 4] }
  return Locus(
    assembly: .grch38, accession: "NC_000023.11", chromosomeLength: 156_040_895,
    interval: interval, sequence: BaseSequence(bytes))
}()

private func change(_ start: Int, _ reference: String, _ alternate: String) -> SequenceChange {
  SequenceChange(
    start: start, reference: BaseSequence(reference) ?? BaseSequence(),
    alternate: BaseSequence(alternate) ?? BaseSequence())
}

private func row(
  _ identifier: String, _ name: String, _ clinicalClass: ClinicalClass = .pathogenic,
  basis: CuratedVariant.Basis = .primary, superseded: String = "",
  scope: CuratedVariant.Scope = .allele, clinVar: String = "", stars: Int? = nil
) -> CuratedVariant {
  CuratedVariant(
    identifier: identifier, codingName: name, scope: scope, otherNames: [],
    clinicalClass: clinicalClass, classReason: "Several families.", basis: basis,
    superseded: superseded, mechanism: "missense", functionalEvidence: "", patients: "",
    phenotype: "",
    pubMedIdentifiers: [], clinVarIdentifier: "", clinVarClass: clinVar, clinVarStars: stars,
    clinVarDate: "", sources: [], curatorNote: "")
}

private func placed(
  _ row: CuratedVariant, _ change: SequenceChange?, protein: String? = nil,
  on assembly: Assembly = .grch38
) -> PlacedRow {
  PlacedRow(row: row, changes: change.map { [assembly: $0] } ?? [:], proteinName: protein)
}

private func classifier(_ rows: [PlacedRow]) throws -> Classifier {
  Classifier(
    rows: rows, transcripts: [.grch38: transcript38], loci: [.grch38: locus38],
    rules: Rules(
      policy: try EmbeddedReference.policy(), regions: [],
      maps: [.grch38: TranscriptMap(transcript: transcript38, locus: locus38)], isTableOn: true))
}

private func variant(
  _ change: NormalisedVariant.Change, protein: String? = nil, aliases: [String] = [],
  on assembly: Assembly = .grch38
) -> AnnotatedVariant {
  let mane = TranscriptAnnotation(
    transcript: "NM_014009.4", protein: "NP_054728.2", ensemblAlias: "", isManeSelect: true,
    consequences: [.missense], impact: .moderate, proteinName: protein, proteinAliases: aliases)
  return AnnotatedVariant(
    normalised: NormalisedVariant(assembly: assembly, change: change), placement: nil,
    otherPlacement: nil, transcripts: [mane])
}

// c.1189C>T and c.1190G>A, both of residue 397.
private let r397w = placed(
  row("FX0001", "c.1189C>T"), change(49_251_441, "G", "A"), protein: "p.(Arg397Trp)")
private let r397q = placed(
  row("FX0002", "c.1190G>A", .likelyPathogenic), change(49_251_440, "C", "T"),
  protein: "p.(Arg397Gln)")

@Suite struct ClassifierTests {
  @Test func theSameAlleleIsClassedByItsRow() throws {
    let result = try classifier([r397w, r397q]).classify(
      variant(.sequence(change(49_251_441, "G", "A")), protein: "p.(Arg397Trp)"))
    #expect(result.clinicalClass == .pathogenic)
    #expect(result.source == .curated)
    #expect(result.matchedRow?.identifier == "FX0001")
    #expect(result.evidence.map(\.relation) == [.sameAllele, .sameResidue])
    #expect(result.reason.contains("FX0001") && result.reason.contains("Several families."))
  }

  @Test func theSamePlaceOnTheOtherBuildIsNotTheSameAllele() throws {
    let result = try classifier([r397w]).classify(
      variant(.sequence(change(49_251_441, "G", "A")), on: .grch37))
    #expect(result.clinicalClass == .notEvaluated)
    #expect(result.source == .none)
    #expect(result.evidence.isEmpty)
  }

  @Test func anotherAlleleOfTheResidueIsEvidenceForTheRules() throws {
    let result = try classifier([r397w]).classify(
      variant(.sequence(change(49_251_440, "C", "T")), protein: "p.(Arg397Gln)"))
    #expect(result.clinicalClass == .uncertain)
    #expect(result.source == .acmg)
    #expect(result.criteria == ["PM5"])
    #expect(result.evidence.map(\.relation) == [.sameResidue])
    #expect(result.matchedRow == nil)
    #expect(result.reason.contains("Other changes of the same residue: row FX0001"))
  }

  @Test func anotherAlleleWithTheSameProteinChangeIsNamed() throws {
    let result = try classifier([r397q, r397w]).classify(
      variant(.sequence(change(49_251_439, "TCG", "CCA")), protein: "p.(Arg397Trp)"))
    #expect(result.clinicalClass == .uncertain)
    // PS1 stands on the likely pathogenic row, and PM5 does not count beside it.
    #expect(result.criteria == ["PS1"])
    #expect(result.evidence.map(\.relation) == [.sameProteinChange, .sameResidue])
    #expect(result.evidence[0].row.identifier == "FX0001")
  }

  @Test(arguments: [
    (CuratedVariant.Basis.primary, "", nil, true),
    (.clinvar, "", 2, true),
    (.clinvar, "", 1, false),
    (.clinvar, "", nil, false),
    (.lead, "", 4, false),
    (.primary, "see FX0009", 2, false),
  ])
  func onlyReviewedRowsDecide(
    basis: CuratedVariant.Basis, superseded: String, stars: Int?, decides: Bool
  ) throws {
    let allele = change(49_251_441, "G", "A")
    let table = placed(
      row("FX0001", "c.1189C>T", basis: basis, superseded: superseded, stars: stars), allele)
    let result = try classifier([table]).classify(variant(.sequence(allele)))
    #expect(result.clinicalClass == (decides ? .pathogenic : .uncertain))
    #expect(result.source == (decides ? .curated : .acmg))
    // The row is shown either way.
    #expect(result.matchedRow?.identifier == "FX0001")
    #expect(result.reason.contains("does not decide") != decides)
  }

  @Test func aSynonymousOrShiftedNameIsNoRelative() throws {
    let synonymous = placed(
      row("FX0003", "c.735G>A"), change(49_255_715, "C", "T"), protein: "p.(Gln245=)")
    let frameshift = placed(
      row("FX0004", "c.227del"), change(49_257_752, "T", ""), protein: "p.(Leu76GlnfsTer53)")
    let classifier = try classifier([synonymous, frameshift])
    for name in ["p.(Gln245=)", "p.(Gln245Arg)", "p.(Leu76Pro)", "p.?"] {
      let result = classifier.classify(
        variant(.sequence(change(49_256_000, "A", "C")), protein: name))
      #expect(result.evidence.isEmpty, "\(name)")
    }
    let same = classifier.classify(
      variant(.sequence(change(49_256_000, "A", "C")), protein: "p.(Leu76GlnfsTer53)"))
    #expect(same.evidence.map(\.relation) == [.sameProteinChange])
  }

  @Test func aLostStartIsFoundByItsAlias() throws {
    let start = placed(
      row("FX0005", "c.3G>A"), change(49_258_503, "C", "T"), protein: "p.(Met1?)")
    let result = try classifier([start]).classify(
      variant(
        .sequence(change(49_258_504, "A", "G")), protein: "p.?", aliases: ["p.(Met1?)"]))
    #expect(result.evidence.map(\.relation) == [.sameProteinChange])
  }

  @Test(arguments: [
    ("Conflicting classifications of pathogenicity", ClinicalClass.pathogenic, true),
    ("Conflicting classifications of pathogenicity", .uncertain, false),
    ("Pathogenic/Likely pathogenic", .likelyPathogenic, false),
    ("Likely pathogenic", .pathogenic, false),
    ("Uncertain significance", .pathogenic, true),
    ("Benign", .pathogenic, true),
    ("Benign/Likely benign", .likelyBenign, false),
    ("not provided", .pathogenic, false),
    ("", .pathogenic, false),
  ])
  func clinVarsDisagreementIsSaid(clinVar: String, ours: ClinicalClass, disagrees: Bool) throws {
    let allele = change(49_251_441, "G", "A")
    let table = placed(row("FX0001", "c.1189C>T", ours, clinVar: clinVar, stars: 1), allele)
    let result = try classifier([table]).classify(variant(.sequence(allele)))
    #expect(result.disagreements.isEmpty != disagrees)
    #expect(result.clinicalClass == ours)
    if disagrees { #expect(result.disagreements[0].contains("\"\(clinVar)\", 1 star")) }
  }

  @Test func whatCantBeAssessedSaysWhy() throws {
    let result = try classifier([r397w]).classify(variant(.notAssessable(.breakend("G[chr2:1["))))
    #expect(result.clinicalClass == .notEvaluated)
    #expect(result.reason.contains("breakend"))
  }

  @Test func beyondTheEndsIsSaidNeverBenign() throws {
    let downstream = try classifier([r397w]).classify(
      variant(.sequence(change(49_250_437, "A", "C"))))
    #expect(downstream.clinicalClass == .notEvaluated)
    #expect(downstream.reason.contains("CCDC22"))
    let upstream = try classifier([r397w]).classify(
      variant(.sequence(change(49_264_711, "A", "C"))))
    #expect(upstream.reason.contains("upstream of exon 1"))
    let lastBase = try classifier([r397w]).classify(
      variant(.sequence(change(49_250_438, "A", "C"))))
    #expect(!lastBase.reason.contains("CCDC22"))
  }

  @Test func anEndThatMayLieInTheGeneIsSaid() throws {
    let result = try classifier([r397w]).classify(
      variant(
        .structural(
          StructuralChange(
            kind: .deletion, interval: Interval(49_250_001, 49_250_200),
            precision: .within(
              first: Interval(49_250_001, 49_250_001), last: Interval(49_250_000, 49_255_200))))))
    #expect(result.clinicalClass == .notEvaluated)
    #expect(result.reason.contains("may reach into the gene"))
  }

  @Test func aDeletionGivenByItsEndsMatchesTheSpelledOne() throws {
    let bases = BaseSequence(locus38.bases(in: Interval(49_251_400, 49_251_402))?.bytes ?? [])
    let table = placed(
      row("FX0006", "c.x"),
      SequenceChange(start: 49_251_400, reference: bases, alternate: BaseSequence()))
    let symbolic = StructuralChange(kind: .deletion, interval: Interval(49_251_400, 49_251_402))
    let result = try classifier([table]).classify(variant(.structural(symbolic)))
    #expect(result.matchedRow?.identifier == "FX0006")
    let duplication = StructuralChange(kind: .duplication, interval: symbolic.interval)
    #expect(try classifier([table]).classify(variant(.structural(duplication))).matchedRow == nil)
  }
}

@Suite struct Exon1RemovalTests {
  private let table = placed(
    row("FX0007", "c.-6247_-4859del", scope: .exon1Deletion), nil)

  // Exon 1 of NM_014009.4 is 49,264,661-49,264,710; its donor the two bases below.
  @Test(arguments: [
    (StructuralChange.Kind.deletion, 49_264_659, 49_264_710, true),
    (.deletion, 49_263_000, 49_266_000, true),
    (.deletion, 49_200_000, 49_300_000, true),
    (.deletion, 49_264_660, 49_266_000, false),
    (.deletion, 49_263_000, 49_264_709, false),
    (.duplication, 49_263_000, 49_266_000, false),
    (.inversion, 49_263_000, 49_266_000, false),
  ])
  func onlyTheWholeLossMatches(
    kind: StructuralChange.Kind, start: Int, end: Int, matches: Bool
  ) throws {
    let change = StructuralChange(kind: kind, interval: Interval(start, end))
    let result = try classifier([table]).classify(variant(.structural(change)))
    #expect((result.clinicalClass == .pathogenic) == matches)
    #expect(result.evidence.map(\.relation) == (matches ? [.removes] : []))
  }

  /// Exon 2 and its acceptor end at 49,258,529, on the chromosome.
  @Test(arguments: [
    (49_258_529, 49_258_529, "more of the gene is removed too"),
    (49_258_000, 49_263_000, "more of the gene may be removed too"),
    (49_258_530, 49_263_000, nil as String?),
  ])
  func ofUncertainEndsWhatMayGoTooIsSaid(first: Int, last: Int, words: String?) throws {
    var harmless = table
    harmless.row.clinicalClass = .benign
    let change = StructuralChange(
      kind: .deletion, interval: Interval(first, 49_264_710),
      precision: .within(
        first: Interval(first, last), last: Interval(49_264_710, 49_264_710)))
    let result = try classifier([harmless]).classify(variant(.structural(change)))
    #expect((result.clinicalClass == .benign) == (words == nil), "\(result.reason)")
    if let words { #expect(result.reason.contains(words), "\(result.reason)") }
  }

  /// Also where a caller gives the exon's own ends.
  @Test(arguments: [(49_263_000, 49_266_000), (49_264_661, 49_264_710)])
  func ofUnknownEndsMoreMayGo(start: Int, end: Int) throws {
    var harmless = table
    harmless.row.clinicalClass = .benign
    let change = StructuralChange(
      kind: .deletion, interval: Interval(start, end), precision: .unknown)
    let result = try classifier([harmless]).classify(variant(.structural(change)))
    #expect(result.clinicalClass != .benign)
    #expect(result.reason.contains("more of the gene may be removed too"), "\(result.reason)")
    #expect(
      try classifier([table]).classify(variant(.structural(change))).clinicalClass == .pathogenic)
  }

  /// As MLPA counts exon 1 as lost: its ends lie beside the exon, in the bases next to it at the nearest.
  @Test(arguments: [(49_264_660, true), (49_264_661, true), (49_264_662, false)])
  func anExonCountedAsLostIsTheRow(first: Int, matches: Bool) throws {
    let change = StructuralChange(
      kind: .deletion, interval: Interval(first, 49_264_710),
      precision: .within(
        first: Interval(49_258_530, first), last: Interval(49_264_710, 49_270_000)))
    let result = try classifier([table]).classify(variant(.structural(change)))
    #expect((result.clinicalClass == .pathogenic) == matches)
  }

  @Test func aSpelledDeletionMatchesAndALongReplacementDoesNot() throws {
    let bases = locus38.bases(in: Interval(49_264_600, 49_264_800)) ?? BaseSequence()
    let deletion = SequenceChange(
      start: 49_264_600, reference: bases, alternate: BaseSequence())
    #expect(
      try classifier([table]).classify(variant(.sequence(deletion))).clinicalClass == .pathogenic)
    var changed = bases.bytes
    changed[0] = UInt8(ascii: "N")
    changed[changed.count - 1] = UInt8(ascii: "N")
    let replacement = SequenceChange(
      start: 49_264_600, reference: bases, alternate: BaseSequence(changed))
    #expect(
      try classifier([table]).classify(variant(.sequence(replacement))).clinicalClass == .uncertain)
  }
}
