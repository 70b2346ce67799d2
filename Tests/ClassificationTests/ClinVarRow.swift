import Foundation
import Genome
import Nomenclature

/// A variant of ClinVar with its class there.
struct ClinVarRow {
  /// What a group of rows has in common for the figures.
  enum Stratum: String, CaseIterable {
    case null = "nonsense, frameshift, canonical splice, start"
    case missense
    case inFrame = "in frame"
    case silent = "silent"
    case other = "introns, untranslated, other"
  }

  let change: SequenceChange
  let classification: String
  let stars: Int
  let kind: String

  var isPathogenic: Bool { classification.lowercased().contains("pathogenic") }

  var stratum: Stratum {
    switch kind {
    case "nonsense", "splice donor", "splice acceptor", "start loss": .null
    case _ where kind.hasPrefix("frameshift"): .null
    case "missense": .missense
    case _ where kind.hasPrefix("in-frame"), "delins/MNV": .inFrame
    case "synonymous", "stop retained": .silent
    default: .other
    }
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func all(on locus: Locus) throws -> [ClinVarRow] {
    let file = root.appending(path: "Tests/Vectors/clinvar38.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .compactMap { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 6, let position = Int(cells[0]), let stars = Int(cells[4]),
          let reference = BaseSequence(cells[1]), let alternate = BaseSequence(cells[2]),
          locus.bases(in: Interval(position, position + reference.count - 1)) == reference
        else { return nil }
        let change = SequenceChange(start: position, reference: reference, alternate: alternate)
        return ClinVarRow(
          change: change.leftAligned(on: locus), classification: cells[3], stars: stars,
          kind: cells[5])
      }
  }
}
