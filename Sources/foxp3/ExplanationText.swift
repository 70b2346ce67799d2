import Flow
import Genome
import Pipelines

/// An explanation as a person reads it in a terminal.
enum ExplanationText {
  /// More changes than this are listed by a line each: a protein name can stand for a hundred.
  private static let longest = 20

  static func text(_ explanation: ExplainPipeline.Explanation) -> String {
    let variants = explanation.variants
    return
      ([explanation.name] + explanation.doubts.map { wrapped("(\($0))", indent: 2) }
      + explanation.rows.flatMap(lines)
      + (variants.count > longest ? ExplanationList.lines(variants) : variants.flatMap(lines)))
      .joined(separator: "\n")
  }

  /// A row of the table that is no one allele: what has to be removed, and what the row says.
  private static func lines(_ removal: RemovalRow) -> [String] {
    let row = removal.evidence.row
    let table = source(removal.evidence.isOfLaboratory ? .lab : .curated)
    let standing = row.decides ? table : "\(table), which does not decide"
    return ["", field(row.identifier, row.codingName)]
      + removal.stretches.map { field($0.assembly.rawValue, "\($0.name) has to be removed") }
      + [
        field(
          "",
          "Any deletion that removes exon 1 and its splice donor, all of this stretch, is this row; "
            + "the ends in its name are not compared."),
        field("class", "\(row.clinicalClass.words) (\(standing))"), field("", row.classReason),
      ]
      + (details(row) + row.sources + [
        row.superseded.isEmpty ? "" : "superseded: \(row.superseded)"
      ])
      .filter { !$0.isEmpty }.map { field("", $0) }
  }

  private static func lines(_ variant: ClassifiedVariant) -> [String] {
    var lines = [""]
    for placement in variant.annotated.placements {
      lines.append(field(placement.assembly.rawValue, placement.genomicName))
      let alleles = [placement.reference, placement.alternate].map(shortened)
      lines.append(field("", "X-\(placement.position)-\(alleles.joined(separator: "-"))"))
      if let spdi = placement.spdi {
        let parts = spdi.split(separator: ":", omittingEmptySubsequences: false)
        lines.append(field("", parts.map(shortened).joined(separator: ":")))
      }
    }
    if variant.annotated.otherPlacement == nil, let here = variant.annotated.placement {
      lines.append(
        field(
          here.assembly.other.rawValue,
          here.spdi == nil
            ? "not carried over: it is known by its ends"
            : "no counterpart: the builds differ there"))
    }
    if let identifier = variant.annotated.vrsIdentifier { lines.append(field("VRS", identifier)) }
    lines += variant.annotated.transcripts.flatMap(transcriptLines)
    lines += variant.annotated.notes.map { field("note", $0) }
    lines.append(field("class", "\(variant.clinicalClass.words) (\(source(variant.source)))"))
    lines.append(field("", variant.reason))
    lines += variant.disagreements.map { field("note", $0) }
    lines += variant.evidence.flatMap(evidenceLines)
    lines += variant.spliceNotes.map { field("splice weights", $0) }
    return lines + (variant.rules.map(CriteriaText.lines) ?? [])
  }

  private static func transcriptLines(_ annotation: TranscriptAnnotation) -> [String] {
    let names =
      [annotation.codingName, annotation.proteinName].compactMap { $0 }
      + annotation.proteinAliases
    var lines = [field(annotation.transcript, names.joined(separator: "  "))]
    let terms = annotation.consequences.map(\.rawValue).joined(separator: "&")
    let place = [
      annotation.exon.map { "exon \($0)" }, annotation.intron.map { "intron \($0)" },
      annotation.spliceDistance.map { "\($0) from the splice junction" },
    ].compactMap { $0 }
    lines.append(
      field("", ([terms, annotation.impact.rawValue] + place).joined(separator: ", ")))
    if !annotation.regions.isEmpty {
      lines.append(field("", annotation.regions.joined(separator: ", ")))
    }
    if let decay = annotation.decay {
      let verdict = decay.isExpected ? "expected" : "not expected"
      lines.append(
        field(
          "",
          "nonsense-mediated decay \(verdict): new stop at residue \(decay.stopResidue), exon "
            + "\(decay.stopExon), \(DecayPrediction.place(decay.basesBeforeLastJunction))"))
    }
    return lines
  }

  private static func evidenceLines(_ evidence: TableEvidence) -> [String] {
    let row = evidence.row
    let relation = evidence.relation.rawValue.replacing("_", with: " ")
    var lines = [
      field(
        row.identifier,
        "\(row.codingName): \(row.clinicalClass.words) (\(relation)). \(row.classReason)")
    ]
    if let why = evidence.whyNotDeciding {
      lines.append(field("", "It does not decide a class: \(why)."))
    }
    if evidence.relation == .sameAllele || evidence.relation == .part {
      lines += details(row).map { field("", $0) }
    }
    return lines
  }

  private static func details(_ row: CuratedVariant) -> [String] {
    [
      row.functionalEvidence, row.patients, row.phenotype, row.curatorNote,
      row.pubMedIdentifiers.isEmpty
        ? "" : "PMID " + row.pubMedIdentifiers.joined(separator: ", "),
      row.clinVarClass.isEmpty
        ? ""
        : "ClinVar \(row.clinVarIdentifier) \(row.clinVarClass), "
          + "\(stars(row.clinVarStars)), \(row.clinVarDate)",
    ].filter { !$0.isEmpty }
  }

  private static func stars(_ number: Int?) -> String {
    number.map { $0 == 1 ? "1 star" : "\($0) stars" } ?? "unknown stars"
  }

  static func source(_ source: ClassSource) -> String {
    switch source {
    case .curated: "curated table"
    case .lab: "the laboratory's table"
    case .acmg: "ACMG/AMP rules"
    case .none: "nothing decides"
    }
  }

  /// Columns before a value.
  private static let indent = 18
  private static let width = 100

  static func field(_ name: String, _ value: String) -> String {
    let label = "  " + name + String(repeating: " ", count: max(1, indent - 2 - name.count))
    return label + wrapped(value, indent: indent).drop { $0 == " " }
  }

  /// Lines of at most 100 columns, each indented; a word longer than that stays whole.
  private static func wrapped(_ text: String, indent: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(line)
        line = String(word)
      } else {
        line += line.isEmpty ? word : " " + word
      }
    }
    let margin = String(repeating: " ", count: indent)
    return (lines + [line]).map { margin + $0 }.joined(separator: "\n")
  }

  /// Bases of a long allele are left to the other formats, which have all of them.
  static func shortened(_ bases: some StringProtocol) -> String {
    bases.count <= 60 ? String(bases) : "\(bases.prefix(20))…(\(bases.count) bases)"
  }
}
