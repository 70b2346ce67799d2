import Genome
import Nomenclature
import ReferenceBundle
import Testing

/// The built-in reference against what others say of the locus.
@Suite struct ReferenceContentTests {
  private let bundle: ReferenceBundle

  init() throws { bundle = try ReferenceBundle.embedded() }

  @Test(arguments: Assembly.allCases)
  func translationGivesTheProtein(_ assembly: Assembly) throws {
    let expected = [431, 396]
    for (transcript, length) in zip(bundle.transcripts(assembly), expected) {
      let map = TranscriptMap(transcript: transcript, locus: bundle.locus(assembly))
      let coding = Array(map.spliced.bytes[(map.codingStart - 1)..<map.codingEnd])
      let residues = GeneticCode.translate(coding)
      #expect(residues.last == .stop)
      #expect(residues.count == length + 1)
      #expect(!residues.dropLast().contains(.stop))
      if transcript.isManeSelect { #expect(Array(residues.dropLast()) == bundle.protein) }
    }
  }

  @Test func theLocusAloneIsTheSame() throws {
    let reference = try LocusReference.embedded()
    #expect(reference.loci == bundle.loci)
    #expect(reference.naming == bundle.naming)
    for assembly in Assembly.allCases {
      #expect(reference.locus(assembly) == bundle.locus(assembly))
    }
  }

  @Test func proteinIsLRG62p1() {
    // The ends of LRG_62p1, and the basic run near its end.
    let letters = String(decoding: bundle.protein.map(\.code), as: UTF8.self)
    #expect(letters.count == 431)
    #expect(letters.hasPrefix("MPNPRPGKPSAPS"))
    #expect(letters.hasSuffix("SRCSNPTPGP"))
    #expect(Array(letters)[413...416] == ["R", "K", "K", "R"])
  }

  @Test func maneSelectStandsFirst() {
    for assembly in Assembly.allCases {
      #expect(
        bundle.transcripts(assembly).map(\.accession) == ["NM_014009.4", "NM_001114377.2"])
      #expect(bundle.transcripts(assembly).map(\.exons.count) == [12, 11])
      #expect(bundle.transcripts(assembly).map(\.isManeSelect) == [true, false])
    }
  }

  /// Positions that ClinVar and GeneBe give.
  @Test(arguments: [(1150, 49_107_941, 49_251_480), (1189, 49_107_902, 49_251_441)])
  func codingPositions(_ coding: Int, _ grch37: Int, _ grch38: Int) {
    for (assembly, position) in [(Assembly.grch37, grch37), (.grch38, grch38)] {
      let map = TranscriptMap(
        transcript: bundle.transcripts(assembly)[0], locus: bundle.locus(assembly))
      #expect(map.codingPosition(of: position) == CodingPosition(coding))
    }
  }

  @Test func namesOfTheChromosome() {
    let names = bundle.naming.names
    #expect(names["chrX"] == .some(nil))
    #expect(names["23"] == .some(nil))
    #expect(names["NC_000023.10"] == .some(.grch37))
    #expect(names["CM000685.2"] == .some(.grch38))
    #expect(names["chr1"] == nil)
    #expect(
      bundle.naming.chromosomeYNames == [
        "Y", "chrY", "24", "NC_000024.9", "NC_000024.10", "CM000686.1", "CM000686.2",
      ])
    #expect(
      Set(bundle.naming.patches.keys) == ["NW_004070880.2", "JH806590.2", "HG1436_HG1432_PATCH"])
    #expect(bundle.naming.patch("chrX_fix", length: 2_418_393) == .grch37)
    #expect(bundle.naming.patch("chr1", length: 248_956_422) == nil)
    #expect(bundle.naming.unsupportedLengths[154_913_754] == "NCBI36")
    #expect(bundle.naming.unsupportedLengths[154_259_566] == "T2T-CHM13v2.0")
    #expect(bundle.loci.map(\.chromosomeLength) == [155_270_560, 156_040_895])
  }

  @Test func buildsDifferAtSixPlaces() {
    // LRG_62: three stretches that GRCh38 lacks, two substitutions, one that it has more.
    #expect(bundle.differences.map(\.grch37.count) == [0, 1, 2, 3, 1, 1])
    #expect(bundle.differences.map(\.grch38.count) == [4, 1, 0, 0, 1, 0])
  }

  /// Terms as Ensembl VEP 115 joins them on this locus, most severe first.
  @Test(arguments: [
    "splice_acceptor_variant&splice_polypyrimidine_tract_variant",
    "splice_donor_variant&splice_donor_5th_base_variant", "stop_gained&frameshift_variant",
    "frameshift_variant&stop_lost", "frameshift_variant&start_lost",
    "start_lost&start_retained_variant", "start_lost&5_prime_UTR_variant",
    "inframe_insertion&stop_retained_variant", "missense_variant&splice_region_variant",
    "splice_region_variant&splice_polypyrimidine_tract_variant",
    "splice_region_variant&stop_retained_variant", "splice_region_variant&synonymous_variant",
    "splice_donor_region_variant&coding_sequence_variant",
    "coding_sequence_variant&5_prime_UTR_variant", "5_prime_UTR_variant&intron_variant",
    "splice_donor_5th_base_variant&intron_variant", "stop_lost&3_prime_UTR_variant",
  ])
  func orderOfConsequences(_ joined: String) {
    let terms = joined.split(separator: "&").compactMap { ConsequenceTerm(rawValue: String($0)) }
    #expect(terms.count == 2)
    #expect(bundle.consequenceOrder.sorted(terms.reversed()) == terms)
  }

  @Test func impacts() {
    let order = bundle.consequenceOrder
    #expect(order.impact(.startLost) == .high)
    #expect(order.impact(.proteinAltering) == .moderate)
    #expect(order.impact(.spliceRegion) == .low)
    #expect(order.impact(.synonymous) == .low)
    #expect(order.impact(.codingSequence) == .modifier)
  }

  @Test(arguments: [
    "positive", "carrier", "uncertain", "negative", "negative_sequence_only", "inconclusive",
    "not_assessable", "failed",
  ])
  func everyConclusionHasASentence(_ word: String) {
    #expect(
      bundle.texts[0].counselling.sentences.contains {
        $0.key == "conclusion.\(word)" || $0.key.hasPrefix("conclusion.\(word).")
      })
  }

  @Test func noSentenceIsThereTwice() {
    let keys = bundle.texts[0].counselling.sentences.map {
      "\($0.key) \($0.finding) \($0.completeness) \($0.sex as Any)"
    }
    #expect(Set(keys).count == keys.count)
  }

  @Test func frequencies() throws {
    let tryptophan = try #require(bundle.frequencies.first { $0.codingName == "c.1189C>T" })
    #expect(tryptophan.alleleFrequency == 0.0000178)
    #expect(tryptophan.chromosomes == 112_222)
    #expect(tryptophan.hemizygotes == 0)
  }
}
