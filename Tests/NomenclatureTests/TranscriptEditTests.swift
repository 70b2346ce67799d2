import Genome
import Nomenclature
import Testing

@Suite struct TranscriptEditTests {
  private func edit(_ name: String) throws -> TranscriptEdit? {
    let gene = try Gene()
    return TranscriptEdit(try gene.change(name), on: gene.map)
  }

  @Test func readsInTheTranscriptsDirection() throws {
    let edit = try #require(try edit("c.1189C>T"))
    #expect(edit.start == edit.map.codingStart + 1188)
    #expect(edit.removed.text == "C")
    #expect(edit.inserted.text == "T")
    #expect(edit.edited.count == edit.map.length)
    #expect(edit.edited.bytes[edit.start - 1] == UInt8(ascii: "T"))
  }

  @Test(arguments: ["c.210+1G>A", "c.209_210+3del", "c.211-2A>G"])
  func intronsAreNotOnTheTranscript(_ name: String) throws {
    #expect(try edit(name) == nil)
  }

  @Test(arguments: [
    ("c.1A>G", true, false, true, false), ("c.-1G>A", false, false, false, false),
    ("c.1296A>G", false, true, true, false), ("c.227del", false, false, true, true),
    ("c.1290_*12delinsTG", false, true, true, true), ("c.751_753del", false, false, true, false),
  ])
  func tellsWhatItTouches(
    _ name: String, _ start: Bool, _ stop: Bool, _ coding: Bool, _ frame: Bool
  ) throws {
    let gene = try Gene()
    let given = name == "c.-1G>A" ? try firstBaseBefore(gene) : try gene.change(name)
    let edit = try #require(TranscriptEdit(given, on: gene.map))
    #expect(edit.touchesStartCodon == start)
    #expect(edit.touchesStopCodon == stop)
    #expect(edit.touchesCoding == coding)
    #expect(edit.shiftsFrame == frame)
  }

  private func firstBaseBefore(_ gene: Gene) throws -> SequenceChange {
    let position = gene.map.transcript.coding.end + 1
    let base = try #require(gene.locus.bases(in: Interval(position, position)))
    return try SequenceChange(position, base.text, base.text == "A" ? "C" : "A")
  }

  @Test func anInsertionAtAnExonsInnerBorderBelongsToIt() throws {
    let gene = try Gene()
    for (index, intron) in gene.map.transcript.introns.enumerated() {
      let donor = SequenceChange(
        start: intron.end + 1, reference: BaseSequence(), alternate: BaseSequence([0x41]))
      let next = gene.map.exonStarts[index + 1]
      #expect(TranscriptEdit(donor, on: gene.map)?.start == next)
      let acceptor = SequenceChange(
        start: intron.start, reference: BaseSequence(), alternate: BaseSequence([0x41]))
      #expect(TranscriptEdit(acceptor, on: gene.map)?.start == next)
    }
  }
}
