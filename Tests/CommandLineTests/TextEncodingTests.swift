import Genome
import ReferenceBundle
import TestSupport
import Testing

/// Files that people write are UTF-8: bytes of another encoding would stand for wrong letters in a report.
@Suite struct TextEncodingTests {
  private let folder: TemporaryFolder
  private let input: String

  init() throws {
    folder = try TemporaryFolder()
    input = try folder.write("P1.vcf", VariantText().text)
  }

  /// Each kind of file with one letter that `ü` stands for.
  private static func text(_ kind: String) throws -> String {
    switch kind {
    case "--case": return "# one patient\npatient: {name: \"Müller\"}\n"
    case "--ped": return "# F\nFü P1 0 0 1 2\n"
    case "--profile": return "# Zürich\nname: own\n"
    case "sheet": return "sample,input,family\nP1,P1.vcf,Fü\n"
    default:
      var row = try #require(
        try EmbeddedReference.bundle().table.rows.first { $0.codingName == "c.1189C>T" })
      row.identifier = "LAB1"
      row.classReason = "Zürich"
      return CuratedTableText.text([row])
    }
  }

  private func run(_ kind: String, _ file: String) throws -> ExternalTool.Run {
    switch kind {
    case "sheet": try Program.batch(file, [], to: folder.path("out"))
    case "check": try Program.run(["table", "check", file])
    default: try Program.annotate([input], [kind, file], to: folder)
    }
  }

  @Test(arguments: ["--table", "check", "--case", "--ped", "--profile", "sheet"])
  func anotherEncodingIsRefusedWithItsLine(_ kind: String) throws {
    let text = try TextEncodingTests.text(kind)
    let line = kind == "--profile" ? 1 : 2
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    for bytes in [latin, Array(text.replacing("ü", with: "\0").utf8)] {
      let file = try folder.write("given", bytes)
      let refused = try run(kind, file)
      #expect(refused.status == 65, "\(refused.errors)")
      #expect(refused.errors.contains("is not UTF-8 text; save the file as UTF-8"))
      #expect(refused.errors.contains("given:\(line)") || refused.errors.contains("line \(line):"))
      #expect(folder.files(under: "out").isEmpty)
    }
  }

  /// With and without a byte order mark.
  @Test(arguments: ["--table", "check", "--case", "--ped", "sheet"], ["", "\u{FEFF}"])
  func utf8IsRead(_ kind: String, mark: String) throws {
    let text = try mark + TextEncodingTests.text(kind)
    let read = try run(kind, try folder.write("given", text))
    #expect(read.status == 0, "\(read.errors)")
  }
}
