import Flow
import Genome
import Nomenclature
import ReferenceBundle
import TestSupport

@testable import Annotation

/// FOXP3 on GRCh38 with its annotators.
struct Fixture {
  let bundle: ReferenceBundle

  init() throws { bundle = try EmbeddedReference.bundle() }

  var locus: Locus { bundle.locus(.grch38) }
  /// NM_014009.4.
  var map: TranscriptMap {
    TranscriptMap(transcript: bundle.transcripts(.grch38)[0], locus: locus)
  }

  var annotator: Annotator {
    Annotator(
      transcripts: [.grch37: bundle.transcripts(.grch37), .grch38: bundle.transcripts(.grch38)],
      alignment: bundle.alignment, order: bundle.consequenceOrder, regions: bundle.regions)
  }

  func change(_ name: String) throws -> SequenceChange {
    try HGVSReader.change(codingName: name, on: map)
  }

  func annotated(_ name: String) throws -> AnnotatedVariant {
    annotated(try change(name))
  }

  func annotated(_ change: SequenceChange) -> AnnotatedVariant {
    annotator.annotate(NormalisedVariant(assembly: .grch38, change: .sequence(change)))
  }

  func annotated(_ kind: StructuralChange.Kind, _ start: Int, _ end: Int) -> AnnotatedVariant {
    annotator.annotate(
      NormalisedVariant(
        assembly: .grch38,
        change: .structural(StructuralChange(kind: kind, interval: Interval(start, end)))))
  }
}
