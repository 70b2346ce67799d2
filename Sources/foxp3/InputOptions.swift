import ArgumentParser
import Genome
import Pipelines
import Settings

/// How inputs are read and whose they are.
struct InputOptions: ParsableArguments {
  @Option(help: "The build: auto, GRCh37 or GRCh38. It is proven from the input in any case.")
  var assembly = "auto"

  @Option(
    help:
      "Sex of the one sample: auto, male or female. Of several: a sample sheet or --ped. Checked, never overridden."
  )
  var sex = "auto"

  @Option(help: "Report this sample only (repeatable).")
  var sample: [String] = []

  @Option(help: "Pedigree (PED): sexes, and the families that annotate reports together.")
  var ped: String?

  @Option(help: "Thresholds: a built-in profile's name or a YAML file.")
  var profile = "clinical-genome"

  @Option(help: "The FASTA a CRAM was written with, its .fai beside it.")
  var fasta: String?

  @Flag(help: "Read the whole file even where an index is there.")
  var fullScan = false

  @OptionGroup var threadOption: ThreadOption

  func chosenSex() throws -> Sex {
    guard sex != "auto" else { return .unknown }
    guard let known = SexWord.sex(sex), known != .unknown else {
      throw PipelineError(.usage, "--sex: “\(sex)” is not auto, male or female")
    }
    return known
  }

  func pedigree() throws -> Pedigree {
    guard let ped else { return Pedigree() }
    return try Reference.pedigree(ped)
  }
}
