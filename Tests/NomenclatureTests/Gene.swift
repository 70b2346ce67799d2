import Genome
import Nomenclature
import ReferenceBundle
import TestSupport
import Testing

/// FOXP3 as the tests of this room use it.
struct Gene {
  let bundle: ReferenceBundle

  init() throws { bundle = try EmbeddedReference.bundle() }

  var locus: Locus { bundle.locus(.grch38) }
  /// NM_014009.4 on GRCh38.
  var map: TranscriptMap { map(.grch38) }
  /// NM_001114377.2 on GRCh38, which has no exon 3.
  var shortMap: TranscriptMap {
    TranscriptMap(transcript: bundle.transcripts(.grch38)[1], locus: locus)
  }

  func map(_ assembly: Assembly) -> TranscriptMap {
    TranscriptMap(
      transcript: bundle.transcripts(assembly)[0], locus: bundle.locus(assembly))
  }

  /// A `c.` name on NM_014009.4 placed on GRCh38.
  func change(_ name: String) throws -> SequenceChange {
    try HGVSReader.change(codingName: name, on: map)
  }

  /// The protein name that a `c.` name predicts.
  func protein(_ name: String) throws -> String? {
    TranscriptEdit(try change(name), on: map)?.proteinChange()?.name
  }
}

extension SequenceChange {
  init(_ start: Int, _ reference: String, _ alternate: String) throws {
    self.init(
      start: start, reference: try #require(BaseSequence(reference)),
      alternate: try #require(BaseSequence(alternate)))
  }

  /// The whole locus with the change in it.
  func applied(to locus: Locus) throws -> [UInt8] {
    let before = try #require(locus.bases(in: Interval(locus.interval.start, start - 1)))
    let after = try #require(locus.bases(in: Interval(interval.end + 1, locus.interval.end)))
    return before.bytes + alternate.bytes + after.bytes
  }
}
