import Flow
import Genome
import Pipelines
import Reporting
import Testing

@Suite struct CaseTests {
  @Test func casesAreFound() { #expect(CaseFolder.all.count > 40) }

  @Test(arguments: CaseFolder.all)
  func gives(_ folder: CaseFolder) throws {
    let options = try folder.options()
    let result = try run(folder, options)
    let (columns, rows) = try folder.expected()
    #expect(try table(result.samples, columns) == rows)
    for option in options { try check(option, result.samples) }
  }

  private func run(
    _ folder: CaseFolder, _ options: [CaseFolder.Option]
  ) throws -> InputResult {
    var sex = Sex.unknown
    var pedigree: [String: Sex] = [:]
    for option in options where option.key == "sex" {
      let told = try #require(Sex(rawValue: option.value))
      if option.subject.isEmpty { sex = told } else { pedigree[option.subject] = told }
    }
    return try AnnotateRequest.results(
      folder.input, sex: sex, pedigree: pedigree, caseFile: folder.caseFile)
  }

  /// The table that `annotate` writes, with the columns asked for.
  private func table(_ samples: [SampleResult], _ columns: [String]) throws -> [[String]] {
    let cells = CaseFolder.cells(Reports.table(samples))
    let header = try #require(cells.first)
    let places = try columns.map { try #require(header.firstIndex(of: $0), "no column \($0)") }
    return cells.dropFirst().map { row in places.map { row[$0] } }
  }

  private func check(_ option: CaseFolder.Option, _ samples: [SampleResult]) throws {
    let told = option.subject
    switch option.key {
    case "sex":
      break
    case "conclusion":
      let sample = try #require(samples.first { told.isEmpty || $0.sample == told })
      #expect(words(sample.conclusion) == option.value)
    case "never":
      let word = try #require(samples.first?.conclusion?.word.rawValue)
      #expect(!option.value.split(separator: " ").contains(Substring(word)))
    case "build":
      #expect(samples.allSatisfy { $0.provenance.assembly.rawValue == option.value })
    case "ledger":
      let entry = try #require(samples.first?.ledger.first { $0.identifier == told })
      #expect(entry.state.name == option.value)
    case "says":
      #expect(samples.contains { sentences($0).contains { $0.contains(option.value) } })
    default:
      Issue.record("unknown option \(option.key)")
    }
  }

  private func words(_ conclusion: Conclusion?) -> String {
    guard let conclusion else { return "none" }
    return [
      conclusion.word.rawValue, conclusion.finding.rawValue, conclusion.completeness.rawValue,
      conclusion.openCopies?.rawValue,
    ].compactMap(\.self).joined(separator: " ")
  }

  private func sentences(_ sample: SampleResult) -> [String] {
    (sample.conclusion?.reasons ?? []) + sample.notes + sample.provenance.notes
      + sample.variants.compactMap(\.zygosityNote)
  }
}
