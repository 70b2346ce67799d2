import Foundation
import Genome
import ReferenceBundle
import TestSupport
import Testing

/// The file of `call --gvcf` says of each base what the reads say: `annotate` of either is the same.
@Suite struct CalledFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A made person: the changes of each molecule, and of how many of them.
  struct Person: Sendable, CustomTestStringConvertible {
    var name: String
    var sex: [String]
    var molecules: [[(Interval, String)]]

    var testDescription: String { name }
  }

  static let people: [Person] = {
    let one = [(Interval(49_253_950, 49_253_950), "A")]
    let other = [(Interval(49_253_950, 49_253_950), "T")]
    let deletion = [(Interval(49_255_451, 49_255_453), "")]
    let insertion = [(Interval(49_256_800, 49_256_799), "GATTAC")]
    let several = one + deletion + insertion
    return [
      Person(name: "male", sex: ["--sex", "male"], molecules: [several]),
      Person(name: "carrier", sex: ["--sex", "female"], molecules: [several, []]),
      Person(name: "both copies", sex: ["--sex", "female"], molecules: [several, several]),
      Person(name: "two alleles", sex: ["--sex", "female"], molecules: [one, other]),
      Person(name: "mosaic", sex: ["--sex", "male"], molecules: [one, [], []]),
      Person(name: "unknown sex", sex: [], molecules: [several, several]),
    ]
  }()

  private func reads(_ person: Person) throws -> String {
    let locus = try EmbeddedReference.bundle().locus(.grch38)
    var made = MadeReads(locus)
    made.step = 8
    let whole = MadeReads.Haplotype(locus, locus.interval)
    return try folder.write(
      "reads.sam",
      made.sam(
        person.molecules.map { $0.reduce(whole) { $0.replacing($1.0, with: $1.1) } }))
  }

  /// What a report says of the sample, without what differs by the kind of file.
  private func report(_ path: String, _ sex: [String]) throws -> [String: AnyHashable] {
    let run = try Program.annotate([path], sex + ["--formats", "json"], to: folder)
    try #require(run.status == 0, "\(run.errors)")
    let bytes = try folder.bytes("out/made/made.foxp3.json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let ledger = try #require(document["ledger"] as? [[String: Any]])
    let exons = try #require(document["exons"] as? [[String: Any]])
    let conclusion = try #require(document["conclusion"] as? [String: Any])
    let variants = try #require(document["variants"] as? [[String: Any]])
    func rows(_ list: [[String: Any]], _ keys: [String]) -> [String] {
      list.map { row in keys.map { "\(row[$0] ?? "-")" }.joined(separator: " ") }
    }
    return [
      "ledger": rows(
        ledger.filter { $0["kind"] as? String != "copy_number" }, ["identifier", "state"]),
      "exons": rows(exons, ["exon", "provenBases", "gaps"]),
      "variants": rows(
        variants,
        ["position", "alternate", "genotype", "zygosity", "depth", "alleleFraction", "filter"]),
      "conclusion": rows([conclusion], ["word", "finding", "completeness"]),
    ]
  }

  private func called(_ path: String, _ options: [String], as name: String) throws -> String {
    let run = try Program.run(["call", path, "--gvcf", "-o", folder.path(name)] + options)
    try #require(run.status == 0, "\(run.errors)")
    return folder.path(name)
  }

  @Test(arguments: people) func theFileSaysWhatTheReadsSay(_ person: Person) throws {
    let reads = try reads(person)
    let ofReads = try report(reads, person.sex)
    let text = try called(reads, person.sex, as: "called.g.vcf")
    #expect(try report(text, person.sex) == ofReads)
    let binary = try called(reads, person.sex + ["-O", "b"], as: "called.bcf")
    #expect(try report(binary, person.sex) == ofReads)
    let states = try #require(ofReads["ledger"] as? [String])
    #expect(states.allSatisfy { !$0.hasSuffix("not_looked_at") && !$0.hasSuffix("uncertain") })
    // Split by allele, the rest of a record still says that others were looked for.
    let split = try ExternalTool.outcome("bcftools", ["norm", "-m", "-", text])
    try #require(split.status == 0)
    let path = try folder.write("split.vcf", split.bytes)
    #expect(try report(path, person.sex)["ledger"] == ofReads["ledger"])
  }

  /// Runs bcftools, which may say on standard error how many lines `norm` saw, and nothing else.
  private func bcftools(_ arguments: [String]) throws {
    let run = try ExternalTool.outcome("bcftools", arguments)
    #expect(run.status == 0)
    let said = run.errors.split(separator: "\n").filter { !$0.hasPrefix("Lines   total") }
    #expect(said.isEmpty, "\(arguments): \(said)")
  }

  @Test func bcftoolsTakesTheFileBesideTheReference() throws {
    let person = try #require(Self.people.first { $0.name == "carrier" })
    let text = try called(try reads(person), person.sex, as: "called.g.vcf")
    let fasta = try ReadFiles.fasta(in: folder)
    try bcftools(["norm", "-m", "-", "-f", fasta, text])
    try bcftools(["convert", "--gvcf2vcf", "-f", fasta, text])
  }

  @Test(arguments: people) func bcftoolsTakesTheFileWithoutAComplaint(_ person: Person) throws {
    let text = try called(try reads(person), person.sex, as: "called.g.vcf")
    try bcftools(["view", text])
    try bcftools(["view", "-O", "b", "-o", folder.path("view.bcf"), text])
    try bcftools(["norm", "-m", "-", text])
    let counts = try ExternalTool.outcome(
      "bcftools", ["query", "-f", "%ALT [%GT %AD %ADF %ADR]\n", text])
    let rows = counts.output.split(separator: "\n").map { $0.split(separator: " ") }
      .filter { $0[0] != "<*>" }
    for row in rows {
      let alleles = row[0].split(separator: ",")
      #expect(alleles.last == "<*>" && alleles.count > 1)
      #expect(row[2...4].allSatisfy { $0.split(separator: ",").count == alleles.count + 1 })
      #expect(!row[1].contains(Character("\(alleles.count)")))
    }
    #expect(!rows.isEmpty)
  }
}
