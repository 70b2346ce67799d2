import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// Reads in, conclusions out: every place of the locus is covered, so that nothing but what a test
/// changes stands in the way of a negative.
@Suite struct ReadPipelineTests {
  private let locus: Locus
  private let reads: MadeReads

  init() throws {
    locus = try EmbeddedReference.bundle().locus(.grch38)
    reads = MadeReads(locus)
  }

  private var whole: MadeReads.Haplotype {
    MadeReads.Haplotype(
      locus, Interval(locus.interval.start - 30_000, locus.interval.end + 30_000))
  }

  private func result(
    _ sam: String, sex: Sex, in folder: TemporaryFolder
  ) throws -> SampleResult {
    let path = try folder.write("reads.sam", sam)
    let result = try AnnotateRequest.results(path, sex: sex)
    return try #require(result.samples.first)
  }

  @Test func everythingReadIsNegative() throws {
    let folder = try TemporaryFolder()
    let male = try result(reads.sam([whole]), sex: .male, in: folder)
    #expect(male.sample == "made")
    #expect(male.conclusion?.word == .negative)
    #expect(male.conclusion?.completeness == .complete)
    #expect(male.variants.isEmpty)
    #expect(male.copyNumber.isAssessed)
    let female = try result(reads.sam([whole, whole]), sex: .female, in: folder)
    #expect(female.conclusion?.word == .negative)
  }

  /// The one X goes on with something else from the middle of an intron: no exon is untouched by that.
  @Test func aBreakInAnIntronLeavesANegativeOpen() throws {
    let folder = try TemporaryFolder()
    let transcript = try EmbeddedReference.bundle().transcripts(.grch38)[0]
    let intron = try #require(transcript.introns.max { $0.count < $1.count })
    let place = intron.start + intron.count / 2
    var generator = SeededGenerator(seed: 7)
    let foreign = String(
      (0..<5_000).compactMap { _ in "ACGT".randomElement(using: &generator) })
    let broken = whole.replacing(Interval(place, place), with: foreign)
    let male = try result(reads.sam([broken]), sex: .male, in: folder)
    #expect(male.conclusion?.word == .inconclusive)
    #expect(male.conclusion?.reasons.first?.hasPrefix("Reads leave the reference behind") == true)
  }

  /// The caller looked for insertions and deletions at a substitution too: a harmless one in an exon
  /// leaves the exon proven.
  @Test func aHarmlessSubstitutionLeavesItsExonProven() throws {
    let folder = try TemporaryFolder()
    let row = try #require(
      try EmbeddedReference.bundle().table.resolved.first { $0.row.codingName == "c.543C>T" })
    let change = try #require(row.change(.grch38))
    let haplotype = whole.replacing(change.interval, with: change.alternate.text)
    let result = try result(reads.sam([haplotype]), sex: .male, in: folder)
    #expect(result.variants.count == 1)
    #expect(result.exons.allSatisfy { $0.gaps.isEmpty })
    #expect(result.conclusion?.word == .negative)
    let depth = try #require(result.readDepth)
    #expect(depth.substitutions == [change: depth.lowestGood(over: change.interval) ?? 0])
  }

  /// The depth of an exon is that of its own bases, not of the block around it.
  @Test func theLowestDepthIsTheExonsOwn() throws {
    let folder = try TemporaryFolder()
    let thin = Interval(49_263_000, 49_263_200)
    var dropped = 0
    let sam = reads.sam([whole]) { read in
      guard read.overlaps(thin) else { return true }
      dropped += 1
      return dropped % 2 == 0
    }
    let result = try result(sam, sex: .male, in: folder)
    let depth = try #require(result.readDepth)
    for exon in result.exons where exon.gaps.isEmpty {
      #expect(exon.minimumDepth == depth.lowestGood(over: exon.interval))
    }
    let lowest = try #require(depth.lowestGood(over: thin))
    #expect(result.exons.allSatisfy { ($0.minimumDepth ?? 0) > lowest })
  }

  @Test func unknownSexNeedsTwoCopiesEverywhere() throws {
    let folder = try TemporaryFolder()
    let unknown = try result(reads.sam([whole]), sex: .unknown, in: folder)
    #expect(unknown.conclusion?.word == .inconclusive)
  }

  @Test func aSiteWithoutReadsIsNamed() throws {
    let folder = try TemporaryFolder()
    let site = Interval(49_251_441, 49_251_441)  // c.1189C>T, FX0110
    let sam = reads.sam([whole]) { !$0.overlaps(site) }
    let result = try result(sam, sex: .male, in: folder)
    #expect(result.conclusion?.word == .inconclusive)
    let entry = try #require(result.ledger.first { $0.identifier == "FX0110" })
    #expect(!entry.state.isSettled)
    #expect(result.conclusion?.reasons.contains { $0.contains("FX0110") } == true)
    #expect(result.exons.first { $0.exon == 12 }?.gaps.isEmpty == false)
  }

  @Test func knownSubstitution() throws {
    let folder = try TemporaryFolder()
    let changed = whole.replacing(Interval(49_251_441, 49_251_441), with: "A")
    let male = try result(reads.sam([changed]), sex: .male, in: folder)
    #expect(male.conclusion?.word == .positive)
    #expect(male.variants.map(\.classified.matchedRow?.identifier) == ["FX0110"])
    let carrier = try result(reads.sam([whole, changed]), sex: .female, in: folder)
    #expect(carrier.conclusion?.word == .carrier)
    #expect(carrier.variants.first?.zygosity == .heterozygous)
  }

  @Test func exon1DeletionByItsSplitReads() throws {
    let folder = try TemporaryFolder()
    let deletion = Interval(49_263_359, 49_264_747)
    let changed = whole.replacing(deletion, with: "")
    let male = try result(reads.sam([changed]), sex: .male, in: folder)
    #expect(male.conclusion?.word == .positive)
    #expect(male.conclusion?.finding == .hemizygousPLP)
    #expect(male.ledger.first { $0.kind == .copyNumber }?.state == .alternateSeen)
    let carrier = try result(reads.sam([whole, changed]), sex: .female, in: folder)
    #expect(carrier.conclusion?.word == .carrier)
    #expect(carrier.variants.first?.zygosity == .heterozygous)
  }

  @Test func duplicationOfExonsIsListed() throws {
    let folder = try TemporaryFolder()
    let changed = whole.duplicating(Interval(49_255_300, 49_257_200))
    let male = try result(reads.sam([changed]), sex: .male, in: folder)
    let variant = try #require(male.variants.first)
    guard case .structural(let change) = variant.classified.annotated.normalised.change else {
      Issue.record("not a structural change: \(variant.classified.annotated.normalised.change)")
      return
    }
    #expect(change.kind == .duplication)
    #expect(change.interval.count == 1_901)
    #expect(male.conclusion?.word != .negative)
  }

  /// A loss that reaches the last read of the file has no end to be found by.
  @Test func withoutReadsOverTheLocusCopyNumberIsNotAssessed() throws {
    let folder = try TemporaryFolder()
    let beside = MadeReads.Haplotype(
      locus, Interval(locus.interval.end + 5_000, locus.interval.end + 60_000))
    let male = try result(reads.sam([beside]), sex: .male, in: folder)
    #expect(male.copyNumber.sentence.contains("no reads lie over FOXP3"))
    #expect(male.ledger.allSatisfy { !$0.state.isSettled })
    #expect(male.conclusion?.word == .inconclusive)
  }

  /// A boy's molecules, half of which lack some exons; no read shows the ends.
  @Test func aLossInHalfOfTheCellsOfABoyIsNoNegative() throws {
    let folder = try TemporaryFolder()
    let extent = Interval(locus.interval.start - 30_000, locus.interval.end + 30_000)
    let left = MadeReads.Haplotype(locus, Interval(extent.start, 49_253_000))
    let right = MadeReads.Haplotype(locus, Interval(49_258_001, extent.end))
    let male = try result(reads.sam([whole, left, right]), sex: .male, in: folder)
    let variant = try #require(male.variants.first)
    #expect(variant.genotypeText == "0/1")
    #expect(male.conclusion?.word != .negative)
  }

  @Test func withoutReadsBesideTheLocusCopyNumberIsNotAssessed() throws {
    let folder = try TemporaryFolder()
    let narrow = MadeReads.Haplotype(locus, locus.interval)
    let male = try result(reads.sam([narrow]), sex: .male, in: folder)
    #expect(!male.copyNumber.isAssessed)
    #expect(male.conclusion?.completeness != .complete)
  }

  @Test func readsOfAnotherReferenceAreRefused() throws {
    let folder = try TemporaryFolder()
    let foreign = whole.bases(shiftedBy: 7)
    let path = try folder.write("reads.sam", reads.sam([foreign]))
    #expect(throws: PipelineError.self) { try AnnotateRequest.results(path, sex: .male) }
  }

  @Test func readsOfLowMappingQualityProveNothingAndAreNamed() throws {
    let folder = try TemporaryFolder()
    let lines = reads.sam([whole]).split(separator: "\n").map { line in
      var fields = line.split(separator: "\t").map(String.init)
      guard !line.hasPrefix("@"), let position = Int(fields[3]),
        (49_251_200...49_251_500).contains(position)
      else { return String(line) }
      fields[4] = "3"
      return fields.joined(separator: "\t")
    }
    let result = try result(lines.joined(separator: "\n") + "\n", sex: .male, in: folder)
    #expect(result.conclusion?.completeness == .incomplete)
    #expect(result.provenance.notes.contains { $0.contains("mapping quality is under 20") })
  }

  @Test func readsOnGRCh37() throws {
    let folder = try TemporaryFolder()
    let locus = try EmbeddedReference.bundle().locus(.grch37)
    let stretch = Interval(locus.interval.start - 30_000, locus.interval.end + 30_000)
    let sam = MadeReads(locus).sam([MadeReads.Haplotype(locus, stretch)])
    let result = try result(sam, sex: .male, in: folder)
    #expect(result.provenance.assembly == .grch37)
    #expect(result.conclusion?.word == .negative)
  }
}
