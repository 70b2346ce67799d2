import Flow
import Genome
import Nomenclature
import ReferenceBundle
import TestSupport
import Testing

@testable import Classification

/// The classifier over the table that ships with the program.
@Suite struct CuratedTableTests {
  private func classifier(_ bundle: ReferenceBundle) throws -> Classifier {
    var transcripts: [Assembly: Transcript] = [:]
    for assembly in Assembly.allCases {
      transcripts[assembly] = bundle.transcripts(assembly).first
    }
    return Classifier(
      rows: bundle.table.resolved.map {
        PlacedRow(row: $0.row, changes: $0.changes, proteinName: nil)
      },
      transcripts: transcripts,
      loci: Dictionary(uniqueKeysWithValues: bundle.loci.map { ($0.assembly, $0) }),
      rules: Rules(
        policy: try EmbeddedReference.policy(), regions: bundle.regions, maps: [:],
        isTableOn: true))
  }

  private func annotated(
    _ change: NormalisedVariant.Change, _ assembly: Assembly
  ) -> AnnotatedVariant {
    AnnotatedVariant(
      normalised: NormalisedVariant(assembly: assembly, change: change), placement: nil,
      otherPlacement: nil, transcripts: [])
  }

  /// What the table holds harmful without deciding, and the rules do not, is said beside the class.
  @Test func harmfulRowsThatDoNotDecideAreSpokenOf() throws {
    let bench = try Bench()
    var spokenOf = 0
    for resolved in bench.bundle.table.resolved {
      let row = resolved.row
      guard !row.decides, row.superseded.isEmpty, row.clinicalClass.isPathogenicOrLikely,
        let change = resolved.change(.grch38)
      else { continue }
      let result = bench.classify(.sequence(change))
      let isSaid = result.disagreements.contains {
        $0.contains("Row \(row.identifier) of the table holds it \(row.clinicalClass.words)")
      }
      #expect(isSaid != result.clinicalClass.isPathogenicOrLikely, "\(row.identifier)")
      #expect(result.reason.contains("(\(row.clinicalClass.words)) is this allele"))
      spokenOf += isSaid ? 1 : 0
    }
    #expect(spokenOf > 20)
  }

  @Test(arguments: Assembly.allCases)
  func everyRowIsFoundFromItsAlleleAndFromItsRightmostSpelling(assembly: Assembly) throws {
    let bundle = try ReferenceBundle.embedded()
    let classifier = try classifier(bundle)
    let locus = bundle.locus(assembly)
    for resolved in bundle.table.resolved {
      guard let change = resolved.change(assembly) else { continue }
      for spelling in [change, change.rightAligned(on: locus).leftAligned(on: locus)] {
        let result = classifier.classify(annotated(.sequence(spelling), assembly))
        #expect(result.matchedRow?.identifier == resolved.row.identifier)
        let decided = resolved.row.decides ? resolved.row.clinicalClass : .notEvaluated
        #expect(result.clinicalClass == decided, "\(resolved.row.identifier)")
      }
    }
  }

  @Test(arguments: Assembly.allCases)
  func theExon1RowIsFoundFromWhatTheTableSaysItRemoves(assembly: Assembly) throws {
    let bundle = try ReferenceBundle.embedded()
    let classifier = try classifier(bundle)
    let rows = bundle.table.resolved.filter { $0.row.scope == .exon1Deletion }
    #expect(rows.count == 1)
    for resolved in rows {
      let removal = try #require(resolved.removal(assembly))
      func word(_ interval: Interval) -> String? {
        let change = StructuralChange(kind: .deletion, interval: interval)
        return classifier.classify(annotated(.structural(change), assembly)).matchedRow?.identifier
      }
      #expect(word(removal) == resolved.row.identifier)
      #expect(word(Interval(removal.start + 1, removal.end)) == nil)
      #expect(word(Interval(removal.start, removal.end - 1)) == nil)
    }
  }

  @Test func wellKnownRowsHaveTheirClassOnBothBuilds() throws {
    let classifier = try classifier(.embedded())
    // c.1189C>T, p.(Arg397Trp): ClinVar's place on each build.
    for (assembly, position) in [(Assembly.grch38, 49_251_441), (.grch37, 49_107_902)] {
      let change = SequenceChange(
        start: position, reference: BaseSequence([UInt8(ascii: "G")]),
        alternate: BaseSequence([UInt8(ascii: "A")]))
      let result = classifier.classify(annotated(.sequence(change), assembly))
      #expect(result.clinicalClass.isPathogenicOrLikely)
      #expect(result.matchedRow?.codingName == "c.1189C>T")
    }
  }
}
