import Foundation
import ReferenceBundle
import TestSupport
import Testing

@Suite struct BatchTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func sheet(_ rows: String...) throws -> String {
    try folder.write("sheet.csv", rows.joined(separator: "\n") + "\n")
  }

  private func input(_ name: String, sample: String = "P1") throws {
    _ = try folder.write(name, VariantText.with { $0.samples = [sample] })
  }

  private func run(_ sheet: String, _ options: String...) throws -> ExternalTool.Run {
    try Program.batch(sheet, options, to: folder.path("out"))
  }

  private func table() throws -> [[String]] {
    String(decoding: try folder.bytes("out/cohort.tsv"), as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The pipeline is that of `annotate`: each sample's files have the same bytes.
  @Test func filesAreThoseOfAnnotate() throws {
    let sheet = try BatchFiles.cohort(3, in: folder)
    #expect(try run(sheet, "--formats", "vcf,tsv,json,html,bed,multiqc").status == 0)
    func annotate(_ input: String, _ options: [String]) throws {
      let run = try Program.run(
        [
          "annotate", folder.path(input), "-o", folder.path("alone"), "--run-date", "2026-01-31",
          "--formats", "vcf,tsv,json,html,bed,multiqc",
        ] + options)
      #expect(run.status == 0, "\(run.errors)")
    }
    for number in 1...3 { try annotate("S\(number).vcf", ["--sex", "male"]) }
    try annotate("many.vcf", [])
    let alone = try BatchFiles.contents("alone", of: folder)
    let batch = try BatchFiles.contents("out", of: folder)
    #expect(alone.count == 6 * 9)
    // The summary's hold every sample.
    for (file, bytes) in alone where !file.hasSuffix("_mqc.json") {
      #expect(batch[file] == bytes, "\(file)")
    }
    #expect(batch.keys.filter { $0.hasSuffix("_mqc.json") }.allSatisfy { !$0.contains("/") })
  }

  /// `--check` tells what a run would stumble over, and writes nothing.
  @Test func aCheckTellsAllAtOnceAndWritesNothing() throws {
    let sound = try BatchFiles.cohort(2, in: folder)
    let good = try run(sound, "--check")
    #expect(good.status == 0, "\(good.errors)")
    #expect(good.output.contains("samples 5, inputs 3, families 2"), "\(good.output)")
    try input("one.vcf", sample: "P9")
    let single = try run(try sheet("sample,input", "P9,one.vcf"), "--check")
    #expect(single.output.contains("samples 1, inputs 1, families 0"), "\(single.output)")
    _ = try folder.write("text.vcf", "no VCF\n")
    let sheet = try sheet(
      "sample,input,alignments,case", "P1,absent.vcf,,", "P2,one.vcf,,", "P9,one.vcf,absent.bam,",
      "P4,text.vcf,,", "P5,one.vcf,,absent.yaml")
    let bad = try run(sheet, "--check")
    #expect(bad.status == 65, "\(bad.errors)")
    for words in [
      "2: ", "absent.vcf", "has no sample “P2”", "absent.bam", "text.vcf", "absent.yaml",
    ] {
      #expect(bad.errors.contains(words), "\(words): \(bad.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  /// Several problems of a row's table are lines of their own, each with the line of the sheet.
  @Test func problemsOfARowsTableAreLines() throws {
    try input("one.vcf")
    let header = try #require(CuratedTableText.text([]).split(separator: "\n").first)
    _ = try folder.write("lab.tsv", "\(header)\nL1\nL2\n")
    let run = try run(try sheet("sample,input,table", "P1,one.vcf,lab.tsv"), "--check")
    #expect(run.status == 65)
    #expect(run.errors.split(separator: "\n").count { $0.contains("sheet.csv:2: ") } == 3)
    #expect(!run.errors.contains("\u{FFFD}"))
  }

  /// A family's report is that of `annotate` with the same pedigree, and stays so when a part of the
  /// batch is done again.
  @Test func familiesAreToldTogether() throws {
    for (name, genotype) in [("son", "1"), ("mother", "0/1"), ("father", "0")] {
      _ = try folder.write(
        "\(name).vcf",
        VariantText.with {
          $0.samples = [name]
          $0.records = ["chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t\(genotype)"]
        })
    }
    let sheet = try sheet(
      "sample,input,sex,family,father,mother", "son,son.vcf,male,F1,father,mother",
      "mother,mother.vcf,female,F1,,", "father,father.vcf,male,F1,,", "other,son.vcf,,F2,,")
    let ped = try folder.write(
      "f.ped", "F1 son father mother 1 0\nF1 mother 0 0 2 0\nF1 father 0 0 1 0\n")
    #expect(try run(sheet, "--formats", "json,html").status == 75)
    let annotate = try Program.run(
      ["annotate"] + ["son", "mother", "father"].map { folder.path("\($0).vcf") }
        + [
          "--ped", ped, "-o", folder.path("alone"), "--run-date", "2026-01-31", "--formats",
          "json,html",
        ])
    #expect(annotate.status == 0)
    for ending in ["json", "html"] {
      let file = "F1.foxp3.pedigree.\(ending)"
      let alone = try folder.bytes("alone/\(file)")
      #expect(try folder.bytes("out/\(file)") == alone)
      try FileManager.default.removeItem(atPath: folder.path("out/\(file)"))
      try FileManager.default.removeItem(atPath: folder.path("out/mother/mother.foxp3.json"))
      #expect(try run(sheet, "--formats", "json,html", "--resume").status == 75)
      #expect(try folder.bytes("out/\(file)") == alone)
    }
    #expect(!folder.files(under: "out").contains { $0.hasPrefix("F2") })
  }

  /// What a workflow engine does: jobs of one sample each, side by side, and then the whole.
  @Test func partsSideBySideAndThenTheWholeGiveTheSame() throws {
    let sheet = try BatchFiles.cohort(4, in: folder)
    #expect(try run(sheet).status == 0)
    let names = ["S1", "S2", "S3", "S4", "M1", "M2", "M3"]
    let list = try folder.write("names", names.joined(separator: "\n"))
    let shell = try ExternalTool.outcome(
      "xargs",
      [
        "-a", list, "-P", "7", "-I{}", Program.path, "batch", sheet, "-o", folder.path("parts"),
        "--run-date", "2026-01-31", "--quiet", "--sample", "{}",
      ])
    #expect(shell.status == 0, "\(shell.errors)")
    #expect(!folder.files(under: "parts").contains("cohort.tsv"))
    let whole = try Program.batch(sheet, ["--resume"], to: folder.path("parts"))
    #expect(whole.status == 0)
    #expect(
      try BatchFiles.contents("parts", of: folder) == BatchFiles.contents("out", of: folder))
  }

  @Test func oneFailureStopsNoOther() throws {
    try input("a.vcf", sample: "A")
    _ = try folder.write("b.vcf", "no variants at all\n")
    try input("c.vcf", sample: "C")
    let sheet = try sheet(
      "sample,input,sex", "A,a.vcf,male", "B,b.vcf,", "N,none.vcf,", "C,c.vcf,", "X,c.vcf,")
    let run = try run(sheet)
    #expect(run.status == 75)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("3 of 5 samples failed; the others are done"))
    let rows = try table()
    #expect(rows.map { $0[0] } == ["sample", "A", "B", "N", "C", "X"])
    #expect(rows.map { $0[5] } == ["status", "done", "failed", "failed", "done", "failed"])
    #expect(rows[3][20] == "none.vcf: does not exist; check the path")
    #expect(rows[3][21] == "66")
    #expect(rows[5][20].contains("has no sample “X”"))
    #expect(Set(rows.map(\.count)).count == 1)
  }

  @Test func theOnlySamplesFailureIsTheStatus() throws {
    #expect(try run(try sheet("sample,input", "N,none.vcf")).status == 66)
  }

  @Test func allProblemsOfTheSheetAreToldBeforeAnythingIsWritten() throws {
    try input("a.vcf")
    let sheet = try sheet(
      "sample,input,sex,mother", "A,a.vcf,man,", "A,a.vcf,,", "a,a.vcf,,B", "*,,,")
    let run = try run(sheet)
    #expect(run.status == 65)
    for part in [
      ":2: the sex “man”", ":3: the sample “A” is in line 2 already",
      ":4: the sample “a” would write the same files as “A”", ":5: names no input",
    ] {
      #expect(run.errors.contains(part), "\(part) in \(run.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  /// What the reader of the sheet does not know is told with the rest, and at its line.
  @Test(arguments: [[], ["--check"]])
  func problemsBetweenFilesAreToldWithThoseOfTheSheet(_ options: [String]) throws {
    try input("a.vcf")
    let sheet = try sheet(
      "sample,input,sex,family", "A,a.vcf,man,F1", "cohort.tsv,a.vcf,,f1", "C,-,,F 2",
      "B,a.vcf,,F_2")
    let run = try Program.batch(sheet, options, to: folder.path("out"))
    #expect(run.status == 65)
    for part in [
      ":2: the sex “man”", ":3: the sample “cohort.tsv” has the name of a file",
      ":3: the families “F1”, “f1” would write the same files", ":4: names standard input",
      ":5: the families “F 2”, “F_2”",
    ] {
      #expect(run.errors.contains(part), "\(part) in \(run.errors)")
    }
    #expect(run.errors.split(separator: "\n").count == 5, "\(run.errors)")
  }

  /// Samples whose names clash are told once, though each is a family of its own.
  @Test func samplesThatClashAreNoFamiliesThatDo() throws {
    try input("a.vcf")
    let run = try run(try sheet("sample,input", "A,a.vcf", "a,a.vcf"))
    #expect(run.status == 65)
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
  }

  @Test func whereAllFailOnlyTheSummaryIsWritten() throws {
    let run = try run(try sheet("sample,input", "A,a.vcf", "B,b.vcf"))
    #expect(run.status == 75)
    #expect(run.errors.hasSuffix("2 of 2 samples failed; no reports of them were written\n"))
    #expect(FileManager.default.fileExists(atPath: folder.path("out/cohort.tsv")))
  }

  @Test func clashesWithSamplesOfAWholeFileAreTold() throws {
    try input("a.vcf", sample: "P1")
    try input("b.vcf", sample: "p1")
    let run = try run(try sheet("sample,input,father", "*,a.vcf,", "*,b.vcf,", "Q,c.vcf,R"))
    #expect(run.status == 65)
    #expect(
      run.errors.contains(":3: the samples “P1” (line 2) and “p1” would write the same files"))
    #expect(run.errors.contains(":4: the father “R” has no row"))
  }

  @Test func aSexForAFileOfSeveralSamplesIsRefused() throws {
    _ = try folder.write(
      "m.vcf",
      VariantText.with {
        $0.samples = ["A", "B"]
        $0.records = ["chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t1\t0"]
      })
    let run = try run(try sheet("sample,input,sex", "*,m.vcf,male"))
    #expect(run.status == 65)
    #expect(run.errors.contains("gives a sex for one sample"))
  }

  /// Opening a pipe that nobody writes to waits for ever.
  @Test func aPipeIsAProblemOfItsLine() throws {
    try input("a.vcf")
    try ExternalTool.run("mkfifo", [folder.path("pipe")])
    let run = try run(try sheet("sample,input,alignments", "P1,a.vcf,pipe", "*,pipe,"))
    #expect(run.status == 65)
    for line in 2...3 {
      #expect(
        run.errors.contains(":\(line): ") && run.errors.contains("pipe is a pipe or a device"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test func resumeRedoesOnlyWhatChanged() throws {
    let sheet = try BatchFiles.cohort(4, in: folder)
    #expect(try run(sheet).status == 0)
    let whole = try BatchFiles.contents("out", of: folder)
    let kept = try run(sheet, "--resume")
    #expect(kept.errors.components(separatedBy: ", kept").count == 7 + 1)
    // Deleted, cut short, changed input, other settings of one sample.
    try FileManager.default.removeItem(atPath: folder.path("out/S1/S1.foxp3.html"))
    _ = try folder.write(
      "out/S2/S2.foxp3.json", Array(try folder.bytes("out/S2/S2.foxp3.json").dropLast()))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: folder.path("S3.vcf"))
    let text = String(decoding: try folder.bytes("sheet.csv"), as: UTF8.self)
    _ = try folder.write("sheet.csv", text.replacing("S4.vcf,male", with: "S4.vcf,female"))
    let resumed = try run(sheet, "--resume")
    #expect(resumed.status == 0)
    for name in ["M1", "M2", "M3"] { #expect(resumed.errors.contains("\(name): ")) }
    #expect(resumed.errors.components(separatedBy: ", kept").count == 3 + 1)
    let now = try BatchFiles.contents("out", of: folder)
    for (file, bytes) in whole where file.hasPrefix("S1/") || file.hasPrefix("S2/") {
      #expect(now[file] == bytes, "\(file)")
    }
    #expect(now["S4/S4.foxp3.json"] != whole["S4/S4.foxp3.json"])
    // Another day asked for, and other formats, redo all.
    #expect(
      try Program.run(
        ["batch", sheet, "-o", folder.path("out"), "--run-date", "2026-02-01", "--resume"]
      ).errors.contains(", kept") == false)
    #expect(!(try run(sheet, "--resume", "--formats", "tsv")).errors.contains(", kept"))
  }

  /// With a case a report speaks of the parents that are named.
  @Test func resumeRedoesACaseWhoseKinChanged() throws {
    try input("P1.vcf")
    try input("mum.vcf", sample: "mum")
    _ = try folder.write("case.yaml", "report: {addressee: guardian}\n")
    func kept(_ family: String, _ mother: String) throws -> Bool {
      let sheet = try sheet(
        "sample,input,sex,family,mother,case", "P1,P1.vcf,male,\(family),\(mother),case.yaml",
        "mum,mum.vcf,female,\(family),,")
      let run = try run(sheet, "--resume")
      #expect(run.status == 0, "\(run.errors)")
      return run.errors.contains("P1: positive") && run.errors.contains("kept")
    }
    #expect(try !kept("F1", "mum"))
    let first = try folder.bytes("out/P1/P1.foxp3.done.json")
    #expect(try kept("F1", "mum"))
    for (family, mother) in [("F1", ""), ("F2", ""), ("F2", "mum")] {
      _ = try kept(family, mother)
      #expect(try folder.bytes("out/P1/P1.foxp3.done.json") != first, "\(family) \(mother)")
    }
  }

  /// Without a day asked for, reports of another day are good.
  @Test func resumeWithoutADayKeepsReportsOfAnother() throws {
    let sheet = try BatchFiles.cohort(2, in: folder)
    #expect(try run(sheet).status == 0)
    let resumed = try Program.run(["batch", sheet, "-o", folder.path("out"), "--resume"])
    #expect(resumed.errors.components(separatedBy: ", kept").count == 5 + 1)
  }

  @Test func aFailedSampleIsNotKept() throws {
    try input("a.vcf", sample: "A")
    try input("b.vcf", sample: "B")
    let sheet = try sheet("sample,input", "A,a.vcf", "B,b.vcf")
    #expect(try run(sheet).status == 0)
    _ = try folder.write("b.vcf", "broken\n")
    #expect(try run(sheet, "--resume").status == 75)
    try input("b.vcf", sample: "B")
    let resumed = try run(sheet, "--resume")
    #expect(resumed.status == 0)
    #expect(resumed.errors.components(separatedBy: ", kept").count == 1 + 1)
    #expect(try table()[2][5] == "done")
  }

  /// A scatter by sample and a gather: parts run elsewhere, put together, and summed up.
  @Test func partsRunElsewhereArePutTogether() throws {
    let sheet = try BatchFiles.cohort(3, in: folder)
    #expect(try run(sheet).status == 0)
    for name in ["S1", "S2", "S3", "M1", "M2", "M3"] {
      let part = folder.path("part-" + name)
      #expect(try Program.batch(sheet, ["--sample", name], to: part).status == 0)
      #expect(!FileManager.default.fileExists(atPath: part + "/cohort.tsv"))
      try FileManager.default.createDirectory(
        atPath: folder.path("gathered"), withIntermediateDirectories: true)
      try FileManager.default.moveItem(
        atPath: part + "/" + name, toPath: folder.path("gathered/" + name))
    }
    let gathered = try Program.batch(sheet, ["--resume"], to: folder.path("gathered"))
    #expect(gathered.errors.components(separatedBy: ", kept").count == 6 + 1)
    #expect(
      try BatchFiles.contents("gathered", of: folder) == BatchFiles.contents("out", of: folder))
  }

  @Test func aFolderIsOneRunsAtATime() throws {
    let sheet = try BatchFiles.cohort(1, in: folder)
    #expect(try run(sheet).status == 0)
    let lock = FileHandle(forUpdatingAtPath: folder.path("out/.foxp3-batch.lock"))
    let held = try #require(lock)
    #expect(flock(held.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    let refused = try run(sheet, "--resume")
    #expect(refused.status == 73)
    #expect(refused.errors.contains("another run is writing into this folder"))
    try held.close()
    #expect(try run(sheet, "--resume").status == 0)
  }

  @Test func linesOfTheLogAreJSON() throws {
    let sheet = try BatchFiles.cohort(2, in: folder)
    let run = try run(sheet, "--log-format", "json")
    #expect(run.status == 0)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 1 + 5 + 1)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["level"] as? String == "info")
      #expect(object?["total"] as? Int == 5)
    }
  }

  @Test func quietSaysNothing() throws {
    let run = try run(try BatchFiles.cohort(2, in: folder), "--quiet")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty && run.output.isEmpty)
  }

  /// The same bytes, however many are read side by side.
  @Test func jobsDoNotMatter() throws {
    let sheet = try BatchFiles.cohort(12, in: folder)
    #expect(try Program.batch(sheet, ["--jobs", "1"], to: folder.path("one")).status == 0)
    #expect(try Program.batch(sheet, ["--jobs", "8"], to: folder.path("eight")).status == 0)
    #expect(try BatchFiles.contents("one", of: folder) == BatchFiles.contents("eight", of: folder))
  }

  @Test func aTableOfOneRow() throws {
    try input("a.vcf", sample: "A")
    try input("b.vcf", sample: "B")
    let run = try run(
      try sheet("sample,input,sex,table", "A,a.vcf,male,none", "B,b.vcf,male,", "C,a.vcf,,no.tsv"))
    #expect(run.status == 75)
    let rows = try table()
    #expect(rows[1][19] == "none")
    #expect(rows[2][19] != "none")
    #expect(rows[3][5] == "failed" && rows[3][20].contains("no.tsv is no table"))
  }
}
