import ArgumentParser
import Genome
import Pipelines
import Settings

/// How inputs are read and whose they are.
struct InputOptions: ParsableArguments {
  @Option(help: "The build: auto, GRCh37 or GRCh38. It is proven from the input in any case.")
  var assembly = "auto"

  @Option(help: "Sex of the one sample: auto, male or female. Checked, never overridden.")
  var sex = ["auto"]

  @Option(help: "Report this sample only (repeatable).")
  var sample: [String] = []

  @Option(help: "Pedigree (PED): sexes, and families to be reported together.")
  var ped: String?

  @Option(help: "Thresholds: a built-in profile's name or a YAML file.")
  var profile = "clinical-genome"

  @Option(help: "The FASTA a CRAM was written with, its .fai beside it.")
  var fasta: String?

  @Flag(help: "Read the whole file even where an index is there.")
  var fullScan = false

  /// Of a single value the last would win without a word, so all that are given are looked at.
  func chosenSex() throws -> Sex {
    let given = try sex.map(InputOptions.sex)
    guard Set(given).count < 2 else {
      let words = sex.joined(separator: " and as ")
      throw PipelineError(.usage, "--sex is given as \(words); give it once")
    }
    return given.first ?? .unknown
  }

  private static func sex(_ text: String) throws -> Sex {
    guard text != "auto" else { return .unknown }
    guard let known = SexWord.sex(text), known != .unknown else {
      throw PipelineError(.usage, "--sex: “\(text)” is not auto, male or female")
    }
    return known
  }

  func pedigree() throws -> Pedigree {
    guard let ped else { return Pedigree() }
    return try Reference.pedigree(ped)
  }
}
