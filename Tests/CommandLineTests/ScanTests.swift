import Foundation
import TestSupport
import Testing

/// `foxp3 scan` writes what bcftools gives for the locus, in every format it reads and writes.
@Suite(.enabled(if: ExternalTool.isInstalled("bcftools"), "bcftools is not installed"))
struct ScanTests {
  let folder: TemporaryFolder
  private static let region = "chrX:49248436-49269825"

  init() throws { folder = try TemporaryFolder() }

  /// Chromosome 1, records around and in the locus (REF as in GRCh38 at its start: CATCCACTTG), and Y.
  private static let text: String = {
    var lines = [
      "##fileformat=VCFv4.2", "##contig=<ID=chr1,length=248956422>",
      "##contig=<ID=chrX,length=156040895>", "##contig=<ID=chrY,length=57227415>",
      "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">",
      "##FILTER=<ID=q,Description=\"Low\">", "##ALT=<ID=DEL,Description=\"Deletion\">",
      "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">",
      "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\tS2",
    ]
    func add(_ contig: String, _ position: Int, _ alleles: String, _ information: String = ".") {
      lines.append("\(contig)\t\(position)\t.\t\(alleles)\t30\tPASS\t\(information)\tGT\t0/1\t0|0")
    }
    for index in 0..<3000 { add("chr1", 1000 + index * 10, "A\tC") }
    for index in 0..<3000 { add("chrX", 48_000_000 + index * 10, "G\tT") }
    add("chrX", 49_100_000, "A\t<DEL>", "END=49250000")
    add("chrX", 49_248_000, "A\t<DEL>", "END=49248435")
    for (offset, base) in "CATCCACTTG".enumerated() {
      add("chrX", 49_248_436 + offset, "\(base)\t\(base == "A" ? "G" : "A")")
    }
    add("chrX", 49_269_826, "A\tC")
    for index in 0..<3000 { add("chrX", 50_000_000 + index * 10, "G\tT") }
    add("chrY", 5000, "A\tC")
    return lines.joined(separator: "\n") + "\n"
  }()

  private func records(_ path: String, _ more: [String] = []) throws -> String {
    try ExternalTool.outcome("bcftools", ["view", "-H"] + more + [path]).output
  }

  private func inputs() throws -> [String] {
    let plain = try folder.write("in.vcf", Self.text)
    var paths = [plain]
    for (type, name) in [("z", "in.vcf.gz"), ("b", "in.bcf"), ("u", "in.u.bcf")] {
      let path = folder.path(name)
      _ = try ExternalTool.outcome(
        "bcftools", ["view", "--no-version", "-O", type, "-o", path, plain])
      paths.append(path)
    }
    return paths
  }

  @Test(arguments: ["v", "z", "b", "u"])
  func theRecordsAreThoseOfBcftools(_ type: String) throws {
    for input in try inputs() {
      let expected = try records(input, ["-t", Self.region, "--targets-overlap", "1"])
      #expect(expected.split(separator: "\n").count == 11)
      for profile in ["clinical-genome", "research"] {
        let output = folder.path("out." + type)
        let run = try Program.run(
          ["scan", input, "-O", type, "-o", output, "--profile", profile])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try records(output) == expected, "\(input), \(profile)")
      }
    }
  }

  @Test func standardOutputHoldsHeaderAndRecords() throws {
    let input = try folder.write("in.vcf", Self.text)
    let plain = try Program.run(["scan", input, "--quiet"])
    #expect(plain.status == 0)
    #expect(plain.output.contains("##foxp3_scan=version "))
    let body = plain.output.split(separator: "\n").filter { !$0.hasPrefix("##foxp3") }
    #expect(body.filter { !$0.hasPrefix("#") }.count == 11)
    #expect(body.filter { $0.hasPrefix("##") }.count == 8)
  }

  @Test func nothingIsWrittenForACutFile() throws {
    let path = try inputs()[1]
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(3000))
    let cut = try folder.write("cut.vcf.gz", bytes)
    let output = folder.path("out.vcf")
    let run = try Program.run(["scan", cut, "-o", output])
    #expect(run.status == 74)
    #expect(!FileManager.default.fileExists(atPath: output))
  }
}
