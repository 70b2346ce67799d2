import Testing

@testable import Pipelines

/// What no record tells of the reads, `foxp3 call` writes into its header, and of whom it is.
@Suite struct CallerNotesTests {
  private func sentences(
    _ lines: [String], of samples: [String], on sample: String?
  ) -> [String] {
    let header = (["##fileformat=VCFv4.2"] + lines).map { $0 + "\n" }.joined()
    return CallerNotes(header: header, samples: samples).sentences(on: sample)
  }

  private static let own = "When the variants were called from the reads: "

  @Test(arguments: [
    "Reads leave the reference.", "A \"word\", in <a> \\ b = c", "The pedigree has “a” \\\" b.",
  ])
  func aNoteIsReadAsItWasWritten(text: String) {
    let line = CallerNotes.line(text, of: "a \"b\", c")
    #expect(sentences([line], of: ["a \"b\", c"], on: "a \"b\", c") == [Self.own + text])
  }

  /// What leaves a negative open stays apart from the notes.
  @Test func aDoubtIsReadAsOne() {
    let lines = [
      CallerNotes.line("a note", of: "a"), CallerNotes.line("a doubt", of: "a", isDoubt: true),
    ]
    let header = (["##fileformat=VCFv4.2"] + lines).map { $0 + "\n" }.joined()
    let notes = CallerNotes(header: header, samples: ["a"])
    #expect(notes.sentences(on: "a") == [Self.own + "a note"])
    #expect(notes.sentences(on: "a", areDoubts: true) == [Self.own + "a doubt"])
  }

  @Test func everyNoteHasAnIdentifierOfItsOwn() {
    let lines = [
      CallerNotes.line("x", of: "a"), CallerNotes.line("x", of: "b"),
      CallerNotes.line("y", of: "a"),
    ]
    #expect(Set(lines.compactMap { $0.split(separator: ",").first }).count == 3)
  }

  @Test func aNoteIsToldOfItsSampleAlone() {
    let lines = [CallerNotes.line("of a", of: "a"), CallerNotes.line("of b", of: "b")]
    #expect(sentences(lines, of: ["a", "b"], on: "a") == [Self.own + "of a"])
    #expect(sentences(lines, of: ["a", "b"], on: "b") == [Self.own + "of b"])
    #expect(sentences(lines, of: ["a", "b", "c"], on: "c") == [])
    #expect(sentences(lines, of: ["a"], on: "a") == [Self.own + "of a"])
  }

  /// A sample may have been given another name since.
  @Test func notesOfNobodyInTheFileAreToldOfWhoHasNone() {
    let lines = [CallerNotes.line("of a", of: "a"), CallerNotes.line("of b", of: "b")]
    let named =
      "When the variants of “a”, whom this file does not name, were called from the reads: of a"
    #expect(sentences(lines, of: ["new", "b"], on: "new") == [named])
    #expect(sentences(lines, of: ["new", "b"], on: "b") == [Self.own + "of b"])
  }

  /// `bcftools merge --force-samples` numbers the second of one name: whose note is which is not told.
  @Test func notesOfSamplesOfOneName() {
    let lines = [CallerNotes.line("one", of: "a"), CallerNotes.line("two", of: "a")]
    let told = ["one", "two"].map {
      "When the variants of one of the file's samples, it does not say of which, were called from the reads: \($0)"
    }
    #expect(sentences(lines, of: ["a", "2:a", "b"], on: "a") == told)
    #expect(sentences(lines, of: ["a", "2:a", "b"], on: "2:a") == told)
    #expect(sentences(lines, of: ["a", "2:a", "b"], on: "b") == [])
  }

  /// Files of one sample have mere texts; merged, the first file's are left and name nobody.
  @Test func aNoteWithoutASample() {
    let lines = ["##foxp3_call_note=Reads leave the reference."]
    #expect(sentences(lines, of: ["a"], on: "a") == [Self.own + "Reads leave the reference."])
    #expect(sentences(lines, of: [], on: nil) == [Self.own + "Reads leave the reference."])
    #expect(
      sentences(lines, of: ["a", "b"], on: "b") == [
        "When the variants of one of the file's samples, it does not say of which, were called from the "
          + "reads: Reads leave the reference."
      ])
    let both = lines + [CallerNotes.line("own", of: "b")]
    #expect(sentences(both, of: ["a", "b"], on: "b") == [Self.own + "own"])
    #expect(sentences([], of: ["a"], on: "a").isEmpty)
  }
}
