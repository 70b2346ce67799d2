import ArgumentParser
import Flow
import Genome
import HTS
import Pipelines
import Settings

/// `foxp3 call`: reads in, variants of the locus out.
struct Call: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Call the variants of FOXP3 from reads (SAM, BAM, CRAM) and write them as VCF.",
    discussion: """
      One copy is called for a male, two for a female. Where the sex is not given and the depth of X \
      and Y does not tell it, two, with the genotype for one copy beside it (HGT, HGQ).
      """)

  @Argument(help: "A SAM, BAM or CRAM file, or - for standard input.")
  var input: String

  @OptionGroup var target: OutputOptions

  @Option(
    name: [.customShort("O"), .long],
    help: "v: VCF, z: VCF compressed as BGZF, b: BCF, u: uncompressed BCF.")
  var outputType = VariantEncoding.text

  @Flag(help: "Write what was read as reference too, as blocks.")
  var gvcf = false

  @OptionGroup var options: InputOptions

  @OptionGroup var redactOption: RedactOption

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let knowledge = try Knowledge(try Reference.load(nil))
    let place = CallPipeline.Target(
      output: target.file, encoding: outputType, includesReference: gvcf)
    let provenance = try CallPipeline(knowledge: knowledge, request: try request())
      .run(input, to: place)
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
      isPrivate: false, runDate: "", fasta: options.fasta,
      threads: try options.threadOption.chosen(),
      otherFiles: [options.ped, options.profile].compactMap { $0 })
  }
}

extension Call: PatientCommand {
  var redaction: Redaction? {
    guard redactOption.redact else { return nil }
    let redaction = Redaction(
      inputs: [input],
      files: [
        (target.output, "output"), (options.ped, "pedigree"), (options.fasta, "fasta"),
        (options.profile, "profile"),
      ])
    for sample in options.sample { redaction.hide(sample: sample) }
    redaction.hide(pedigree: options.ped)
    return redaction
  }
}
