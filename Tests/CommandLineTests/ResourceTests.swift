import Foundation
import TestSupport
import Testing

/// Inputs without measure, made as they are read so that none is stored: a clear error, or the
/// answer, and never more memory than is stated here.
@Suite(.enabled(if: ["python3", "gzip", "bgzip"].allSatisfy(ExternalTool.isInstalled)))
struct ResourceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private struct Outcome {
    var status: Int32
    var errors: String
    /// The most memory the program had, in MiB.
    var peak: Int
  }

  /// Runs the program on what a shell command writes, as a stream or as a file.
  private func annotate(
    _ made: String, asFile: Bool = false, _ options: [String] = []
  ) throws -> Outcome {
    let measure = Repository.root.appending(path: "Tests/Python/peak_memory.py").path
    let input = asFile ? folder.path("input") : "-"
    let script =
      asFile ? "\(made) > \"$0\" && exec python3 \"$@\"" : "\(made) | python3 \"$@\""
    let run = try ExternalTool.outcome(
      "/bin/sh",
      [
        "-c", script, folder.path("input"), measure, folder.path("peak"), Program.path, "annotate",
        input, "-o", folder.path("out"), "--formats", "tsv",
      ] + options)
    let numbers = String(decoding: try folder.bytes("peak"), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    return Outcome(
      status: Int32(try #require(numbers.first)), errors: run.errors,
      peak: try #require(numbers.last) / 1024)
  }

  private func header(_ more: [String] = []) throws -> String {
    let text = VariantText.with {
      $0.contigs += more
      $0.records = []
    }
    return "cat '\(try folder.write("header", text))'"
  }

  /// 10 GB of one letter; `head` and `tr` end once nobody reads on.
  private let letters = "head -c 10000000000 /dev/zero | tr '\\0' A"

  private func expectTooLong(_ outcome: Outcome, peak: Int = 400) {
    #expect(outcome.status == 65, "\(outcome.errors)")
    #expect(outcome.errors.contains("67108864 bytes"), "\(outcome.errors)")
    #expect(outcome.peak < peak, "\(outcome.peak) MiB")
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test func aLineOfTenGigabytes() throws {
    expectTooLong(try annotate("{ \(try header()); printf 'chrX\\t'; \(letters); }"))
  }

  @Test func aLineOfTenGigabytesInGzip() throws {
    expectTooLong(
      try annotate("{ \(try header()); printf 'chrX\\t'; \(letters); } | gzip -1"))
  }

  @Test func aLineOfTenGigabytesInBlocks() throws {
    expectTooLong(
      try annotate("{ \(try header()); printf 'chrX\\t'; \(letters); } | bgzip -l 1"))
  }

  @Test func aHeaderLineOfTenGigabytes() throws {
    expectTooLong(
      try annotate("{ printf '##fileformat=VCFv4.2\\n##'; \(letters); }"))
  }

  /// A file of 200 kB that holds 128 MiB of zeros, as a line and as none.
  @Test func aFileThatGrows() throws {
    let zeros = "head -c 134217728 /dev/zero | bgzip -l 9"
    expectTooLong(
      try annotate("{ \(try header()) | bgzip; \(zeros); }", asFile: true))
  }

  @Test func tenMillionContigs() throws {
    let program =
      "print(\"##fileformat=VCFv4.2\")\nfor i in range(10**7): print(f\"##contig=<ID=c{i},length=9>\")"
    let outcome = try annotate("python3 -c '\(program)'")
    expectTooLong(outcome)
  }

  @Test func aMillionContigs() throws {
    let program = "for i in range(10**6): print(f\"##contig=<ID=c{i},length=9>\")"
    let text = try folder.write("text", VariantText.with { _ in })
    let outcome = try annotate(
      "{ head -n 2 '\(text)'; python3 -c '\(program)'; tail -n +3 '\(text)'; }")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.peak < 700, "\(outcome.peak) MiB")
  }

  @Test func aMillionSamples() throws {
    let text = try folder.write("text", VariantText.with { $0.samples = [] })
    let program = """
      import sys
      for line in open(sys.argv[1]):
        line = line.rstrip("\\n")
        if line.startswith("#CHROM"): line += "\\t".join([""] + [f"S{i}" for i in range(10**6)])
        elif line[0] != "#": line = line.rsplit("\\t", 1)[0] + "\\t1" * 10**6
        print(line)
      """
    let script = try folder.write("made.py", program)
    let outcome = try annotate("python3 '\(script)' '\(text)'", ["--sample", "S999999"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.peak < 900, "\(outcome.peak) MiB")
    #expect(folder.files(under: "out") == ["S999999", "S999999/S999999.foxp3.tsv"])
  }

  /// A BAM that states a header of 4 GiB, and a BCF that does.
  @Test(arguments: ["BAM\\1\\377\\377\\377\\377", "BCF\\2\\2\\377\\377\\377\\377"])
  func aStatedSizeIsNotBelieved(_ start: String) throws {
    let outcome = try annotate(
      "{ printf '\(start)'; head -c 100000 /dev/zero; } | bgzip", asFile: true)
    #expect(outcome.status == 65, "\(outcome.errors)")
    #expect(outcome.peak < 200, "\(outcome.peak) MiB")
  }

  /// A device that never ends in the place of a file written by hand.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/zero")),
    arguments: ["--ped", "--case", "--table", "--profile"])
  func aSettingsFileWithoutEnd(_ option: String) throws {
    let input = try folder.write("text", VariantText.with { _ in })
    let outcome = try annotate("cat '\(input)'", [option, "/dev/zero"])
    #expect([65, 66].contains(outcome.status), "\(outcome.errors)")
    #expect(outcome.peak < 400, "\(outcome.peak) MiB")
  }

  /// Ten levels of ten aliases each would be ten thousand million words.
  @Test(arguments: ["--case", "--profile"]) func aliasesWithinAliases(_ option: String) throws {
    var yaml = "a0: &a0 x\n"
    for level in 1...10 {
      let before = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(before)]\n"
    }
    let input = try folder.write("text", VariantText.with { _ in })
    let outcome = try annotate(
      "cat '\(input)'", [option, try folder.write("bomb.yaml", yaml)])
    #expect(outcome.status == 65, "\(outcome.errors)")
    #expect(outcome.peak < 400, "\(outcome.peak) MiB")
  }
}
