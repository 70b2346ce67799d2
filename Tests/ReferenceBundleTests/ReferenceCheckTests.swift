import Foundation
import Testing

@testable import ReferenceBundle

/// `foxp3 reference check` holds for what is built in and finds what is spoiled.
@Suite struct ReferenceCheckTests {
  @Test func embeddedReferenceHolds() throws {
    #expect(try ReferenceBundle.embedded().check().map(\.description) == [])
  }

  @Test func embeddedBytesAreTheFiles() throws {
    let embedded = try ReferenceBundle.embedded()
    let folder = try ReferenceBundle.directory(ScratchReference.source.path())
    #expect(embedded.parts.files.contents == folder.parts.files.contents)
    #expect(embedded.parts.files.contents.count == 15)
  }

  @Test func embeddedProfilesAreTheFiles() throws {
    let folder = ScratchReference.source.deletingLastPathComponent()
      .appending(path: "Pipelines/profiles")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".yaml") }
    let profiles = ReferenceBundle.embeddedProfiles()
    #expect(Set(files) == Set(profiles.keys.map { "\($0).yaml" }))
    for (name, text) in profiles {
      let file = folder.appending(path: "\(name).yaml")
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
  }

  @Test func manifestListsEveryFile() throws {
    let root = ScratchReference.source
    let walk = FileManager.default.enumerator(atPath: root.path())
    var files: Set<String> = []
    while let path = walk?.nextObject() as? String {
      if !root.appending(path: path).hasDirectoryPath, path.contains(".") { files.insert(path) }
    }
    let manifest = try ReferenceBundle.embedded().manifest
    #expect(files == Set(manifest.map(\.path)).union(["README.md", "MANIFEST.tsv"]))
  }

  @Test func badChecksum() throws {
    let reference = try ScratchReference()
    try reference.set("Domains.tsv", line: 2, column: "note", to: "another remark")
    let problems = try reference.checked()
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasPrefix("MANIFEST.tsv, line 9, column sha256: the file has ") == true)
  }

  @Test func sha256OfTheStandard() throws {
    // FIPS 180-4's example: the digest of "abc".
    let reference = try ScratchReference()
    try reference.edit("MANIFEST.tsv") { lines in
      lines.insert("abc.txt\t" + Self.digestOfABC + "\ts\t1\t2026-11-23\tl", at: 1)
    }
    try Data("abc".utf8).write(to: reference.folder.appending(path: "abc.txt"))
    #expect(try reference.checked() == [])
  }

  private static let digestOfABC =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func changedBase() throws {
    // One coding base of GRCh37: the protein, the differences and the checksum all notice.
    let reference = try ScratchReference()
    let file = "Sequences/FOXP3_locus.GRCh37.fa"
    try reference.edit(file) { lines in
      // Line 50 holds bases 2,881 to 2,940: GRCh37 49,107,777 to 49,107,836, around the stop.
      lines[49] = lines[49].replacing("T", with: "A", maxReplacements: 20)
    }
    let problems = try reference.checked().joined(separator: "\n")
    #expect(problems.contains("MANIFEST.tsv, line 11, column sha256"))
    #expect(problems.contains("NM_014009.4.tsv: the builds differ in the coding bases"))
    #expect(problems.contains("GRCh37: the coding bases don't give NP_054728.2"))
    #expect(problems.contains("BuildDifferences.tsv: applied to GRCh37's locus"))
  }

  @Test func wrongDifference() throws {
    let reference = try ScratchReference()
    try reference.set("BuildDifferences.tsv", line: 3, column: "grch38_bases", to: "C")
    let problems = try reference.checked()
    #expect(
      problems.contains(
        "BuildDifferences.tsv, line 3, column grch38_bases: "
          + "C is not what GRCh38 has there"))
  }

  @Test func nameThatIsNotTheAllelesOwn() throws {
    let reference = try ScratchReference()
    let file = "CuratedVariants.tsv"
    let line = try reference.line(of: "c.751_753del", in: file)
    try reference.set(file, line: line, column: "hgvs_c", to: "c.750_752del")
    let problems = try reference.checked()
    #expect(
      problems.contains(
        "\(file), line \(line), column hgvs_c: GRCh38: HGVS names this allele c.751_753del"))
  }
}
