import Flow
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// The sex by the depth of X and Y in a file of reads, and what it does to a call.
@Suite struct SexFromReadsTests {
  private let locus: Locus
  private let folder: TemporaryFolder
  private let site = Interval(49_251_441, 49_251_441)  // c.1189C>T, FX0110

  init() throws {
    locus = try EmbeddedReference.bundle().locus(.grch38)
    folder = try TemporaryFolder()
  }

  private var whole: MadeReads.Haplotype {
    MadeReads.Haplotype(
      locus, Interval(locus.interval.start - 15_000, locus.interval.end + 15_000))
  }

  /// Reads of molecules, one from each `step` bases of each, with X and Y at shares of the autosomes.
  private func result(
    _ haplotypes: [MadeReads.Haplotype], step: Int = 10, x: Double, y: Double,
    declared: Sex = .unknown, autosomeLength: Int = 200_000_000
  ) throws -> SampleResult {
    var reads = MadeReads(locus)
    reads.step = step
    let sam = MadeChromosomes.adding(
      to: reads.sam(haplotypes), x: x, y: y, autosomeLength: autosomeLength)
    let path = try folder.write("reads.sam", sam)
    return try #require(try AnnotateRequest.results(path, sex: declared).samples.first)
  }

  @Test func aMaleIsInferredAndCalledWithOneCopy() throws {
    let changed = whole.replacing(site, with: "A")
    let male = try result([changed], x: 0.5, y: 0.25)
    #expect(male.sex.sex == .male)
    #expect(male.sex.source == .inferred)
    #expect(male.variants.first?.zygosity == .hemizygous)
    #expect(male.conclusion?.word == .positive)
  }

  @Test func aFemaleIsInferredAndCalledWithTwoCopies() throws {
    let changed = whole.replacing(site, with: "A")
    let female = try result([whole, changed], x: 1, y: 0)
    #expect(female.sex.sex == .female)
    #expect(female.variants.first?.zygosity == .heterozygous)
    #expect(female.conclusion?.word == .carrier)
  }

  @Test(arguments: [
    (1.0, 0.25, "XXY or a contaminated sample"), (0.5, 0.0, "X0, or a male"),
    (0.72, 0.25, "do not tell"),
  ])
  func otherPatternsAreNamedAndNotInferred(_ x: Double, _ y: Double, _ words: String) throws {
    let result = try result([whole], x: x, y: y)
    #expect(result.sex.sex == .unknown)
    #expect(result.sex.evidence.contains { $0.contains(words) }, "\(result.sex.evidence)")
  }

  @Test func tooFewReadsTellNothing() throws {
    let result = try result([whole], step: 50, x: 0.5, y: 0.25, autosomeLength: 10_000_000)
    #expect(result.sex.sex == .unknown)
    #expect(result.sex.evidence.contains { $0.contains("too few to compare") })
  }

  /// A file cut to the window and some autosomal genes: the declared sex stands unchecked.
  @Test func aFileCutToAFewGenesTellsNothing() throws {
    var reads = MadeReads(locus)
    reads.step = 10
    let sam = MadeChromosomes.adding(
      to: reads.sam([whole]), x: 1, y: 0.25, autosomeLength: 1_000_000_000, elsewhere: 0)
    let path = try folder.write("cut.sam", sam)
    let male = try #require(try AnnotateRequest.results(path, sex: .male).samples.first)
    #expect(male.sex.evidence.allSatisfy { !$0.contains("contradicts") }, "\(male.sex.evidence)")
    #expect(male.conclusion?.word == .negative)
  }

  @Test func aDeclaredSexIsContradictedAndKept() throws {
    let result = try result([whole], x: 0.5, y: 0.25, declared: .female)
    #expect(result.sex.sex == .female)
    #expect(result.sex.evidence.contains { $0.contains("female, but one X and a Y") })
    #expect(result.conclusion?.word == .inconclusive)
  }

  /// Three of twenty molecules, at 75 reads over each base.
  @Test func aLowMosaicOfAMaleIsNamedWhereXIsSingle() throws {
    let changed = whole.replacing(site, with: "A")
    let molecules = Array(repeating: whole, count: 17) + Array(repeating: changed, count: 3)
    let mosaic = try result(
      molecules, step: 40, x: 0.5, y: 0.25, autosomeLength: 100_000_000)
    let variant = try #require(mosaic.variants.first)
    #expect(mosaic.variants.count == 1)
    #expect(variant.zygosity == .mosaic)
    #expect(variant.genotypeText == "0/1")
    #expect(mosaic.conclusion?.finding == .mosaicPLP)
  }

  /// Without reads elsewhere, nothing shows that there is a single X.
  @Test func withoutTheRestOfXAMixtureIsAConflict() throws {
    let changed = whole.replacing(site, with: "A")
    let molecules = Array(repeating: whole, count: 17) + Array(repeating: changed, count: 3)
    var reads = MadeReads(locus)
    reads.step = 40
    let path = try folder.write("reads.sam", reads.sam(molecules))
    let result = try #require(try AnnotateRequest.results(path, sex: .male).samples.first)
    let variant = try #require(result.variants.first)
    #expect(variant.genotypeText == "0/1")
    #expect(variant.zygosity == .conflict)
    #expect(result.conclusion?.word != .negative)
  }

  /// In a panel or an exome the depth of a chromosome tells what was captured.
  @Test func unevenReadsDoNotTellTheSex() throws {
    let target = MadeReads.Haplotype(
      locus, Interval(locus.interval.start, locus.interval.end))
    let result = try result([target], x: 0.5, y: 0.25)
    #expect(result.sex.sex == .unknown)
    let declared = try self.result([target], x: 0.5, y: 0, declared: .female)
    #expect(!declared.sex.evidence.contains { $0.contains("contradicts") })
  }
}
