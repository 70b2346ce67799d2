import ArgumentParser
import Flow
import Genome
import HTS
import Pipelines
import Settings

/// `foxp3 scan`: the locus' records and nothing else.
struct Scan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Write the FOXP3 locus' variant records or reads as they are.",
    discussion: """
      VCF and BCF are written as VCF or BCF; SAM, BAM and CRAM as BAM. \
      Records that start before the locus and reach into it by REF, END, SVLEN or LEN are written \
      too. Without an index the whole file is read; --profile research allows the quick way for \
      files in order.
      """)

  @Argument(help: "A VCF, BCF, SAM, BAM or CRAM file, or - for standard input.")
  var input: String

  @OptionGroup var target: OutputOptions

  @Option(
    name: [.customShort("O"), .long],
    help: """
      v: VCF, z: VCF compressed as BGZF, b: BCF (of reads BAM), u: the same uncompressed. Default: v, \
      of reads b.
      """)
  var outputType: VariantEncoding?

  @Option(help: "The build: auto, GRCh37 or GRCh38. It is proven from the input in any case.")
  var assembly = "auto"

  @Option(help: "A built-in profile's name or a YAML file; says whether a file may be bisected.")
  var profile = "clinical-genome"

  @Option(help: "The FASTA a CRAM was written with, its .fai beside it.")
  var fasta: String?

  @Flag(help: "Read the whole file even where an index is there.")
  var fullScan = false

  @OptionGroup var threadOption: ThreadOption

  @OptionGroup var redactOption: RedactOption

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let request = ScanPipeline.Request(
      input: input, output: target.file, encoding: outputType, fasta: fasta,
      assembly: try AssemblyOption.chosen(assembly), isFullScan: fullScan,
      allowsBisect: try Reference.profile(profile).allowsBisect,
      threads: try threadOption.chosen())
    let outcome = try ScanPipeline(reference: try Reference.locus(), request: request).run()
    let provenance = outcome.provenance
    guard !quiet else { return }
    Message.note(
      "\(provenance.inputName): \(provenance.assembly.rawValue), \(provenance.recordsInLocus) "
        + "\(outcome.content == .reads ? "reads over" : "records in") the FOXP3 locus (by \(provenance.way): \(provenance.wayProof))"
    )
    for note in provenance.notes { Message.note("  \(note)") }
  }
}

extension Scan: PatientCommand {
  var redaction: Redaction? {
    guard redactOption.redact else { return nil }
    return Redaction(
      inputs: [input],
      files: [(target.output, "output"), (fasta, "fasta"), (profile, "profile")])
  }
}

/// Where `scan` and `call` write to.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "File to write. Default: standard output.")
  var output: String?

  /// `nil` is standard output.
  var file: String? { output == "-" ? nil : output }
}

/// bcftools' letters for what is written.
extension VariantEncoding: ExpressibleByArgument {}
