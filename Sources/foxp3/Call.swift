import ArgumentParser
import Flow
import Genome
import HTS
import Pipelines
import Settings

/// `foxp3 call`: reads in, variants of the locus out.
struct Call: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Call the variants of FOXP3 from reads (SAM, BAM, CRAM) and write them as VCF.",
    discussion: """
      One copy is called for a male, two for a female. Where the sex is not given and the depth of X \
      and Y does not tell it, two, with the genotype for one copy beside it (HGT, HGQ).
      """)

  @Argument(help: "A SAM, BAM or CRAM file, or - for standard input.")
  var input: String

  @Option(name: .shortAndLong, help: "File to write. Default: standard output.")
  var output: String?

  @Option(
    name: [.customShort("O"), .long],
    help: "v: VCF, z: VCF compressed as BGZF, b: BCF, u: uncompressed BCF.")
  var outputType = VariantOutputType.v

  @Flag(help: "Write what was read as reference too, as blocks.")
  var gvcf = false

  @OptionGroup var options: InputOptions

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let knowledge = try Knowledge(try Reference.load(nil))
    let target = CallPipeline.Target(
      output: output == "-" ? nil : output,
      encoding: VariantEncoding(rawValue: outputType.rawValue) ?? .text, includesReference: gvcf)
    let provenance = try CallPipeline(knowledge: knowledge, request: try request())
      .run(input, to: target)
    guard !quiet else { return }
    Message.note(
      "\(provenance.inputName): \(provenance.assembly.rawValue), \(provenance.recordsInLocus) "
        + "reads over the FOXP3 locus (by \(provenance.way): \(provenance.wayProof))")
    for note in provenance.notes { Message.note("  \(note)") }
  }

  private func request() throws -> AnnotateRequest {
    AnnotateRequest(
      inputs: [input], outputDirectory: ".", formats: [],
      assembly: try AssemblyOption.chosen(options.assembly), sex: try options.chosenSex(),
      pedigree: try options.pedigree(), samples: options.sample,
      profile: try Reference.profile(options.profile), isFullScan: options.fullScan,
      isPrivate: false, runDate: "", fasta: options.fasta)
  }
}
