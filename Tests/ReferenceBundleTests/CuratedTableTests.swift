import Foundation
import Genome
import Nomenclature
import ReferenceBundle
import Testing

/// The curated table: its places against ClinVar's, and the decisions that must not slip.
@Suite struct CuratedTableTests {
  private let bundle: ReferenceBundle

  init() throws { bundle = try ReferenceBundle.embedded() }

  private func row(_ name: String) throws -> CuratedVariant {
    try #require(bundle.table.rows.first { $0.codingName == name })
  }

  @Test(arguments: ClinVarPlacements.text.split(separator: "\n").map(String.init))
  func placesAreClinVars(_ line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let resolved = try #require(bundle.table.resolved.first { $0.row.codingName == words[0] })
    for (assembly, at) in [(Assembly.grch38, 1), (.grch37, 4)] {
      let expected = SequenceChange(
        start: try #require(Int(words[at])), reference: try #require(BaseSequence(words[at + 1])),
        alternate: try #require(BaseSequence(words[at + 2])))
      let locus = bundle.locus(assembly)
      #expect(locus.bases(in: expected.interval) == expected.reference)
      #expect(resolved.change(assembly) == expected.leftAligned(on: locus))
    }
  }

  @Test func exon1DeletionIsMatchedByWhatItRemoves() throws {
    let resolved = try #require(bundle.table.resolved.first { $0.row.scope == .exon1Deletion })
    // Exon 1 of NM_014009.4 is GRCh38 49,264,661-49,264,710; its donor is the two bases below.
    #expect(resolved.removal(.grch38) == Interval(49_264_659, 49_264_710))
    #expect(resolved.removal(.grch37) == Interval(49_121_121, 49_121_172))
    #expect(resolved.changes.isEmpty)
    #expect(resolved.row.clinicalClass == .pathogenic)
    #expect(resolved.row.pubMedIdentifiers == ["17484868"])
  }

  @Test func rowsStandInTranscriptOrder() {
    let identifiers = bundle.table.rows.map(\.identifier)
    #expect(identifiers == identifiers.sorted())
    let ends = bundle.table.resolved.compactMap { $0.change(.grch38)?.interval.end }
    #expect(ends.count == identifiers.count - 1)
    #expect(ends == ends.sorted(by: >))
  }

  @Test(arguments: [
    ("c.1150G>A", ClinicalClass.pathogenic, true), ("c.1189C>T", .pathogenic, true),
    ("c.1190G>A", .pathogenic, true), ("c.*876A>G", .pathogenic, true),
    ("c.1117_1118delinsGC", .pathogenic, true), ("c.227del", .pathogenic, true),
    ("c.112G>T", .benign, true), ("c.1044+459A>G", .benign, true),
    ("c.543C>T", .likelyBenign, true), ("c.970T>C", .uncertain, true),
    ("c.967+4A>G", .uncertain, false), ("c.1044+4A>G", .likelyPathogenic, false),
    ("c.-23+1G>A", .pathogenic, true), ("c.-23+1G>T", .uncertain, false),
    ("c.-22-2del", .uncertain, false), ("c.735G>A", .uncertain, false),
    ("c.1290_*12delinsTG", .pathogenic, false), ("c.560C>T", .uncertain, false),
    ("c.691C>A", .uncertain, false), ("c.1222G>A", .likelyPathogenic, true),
    ("c.1156C>T", .likelyPathogenic, true), ("c.210+1G>A", .pathogenic, false),
    ("c.3G>A", .pathogenic, false), ("c.1099T>C", .pathogenic, false),
  ])
  func decisions(_ name: String, _ clinicalClass: ClinicalClass, _ decides: Bool) throws {
    let row = try row(name)
    #expect(row.clinicalClass == clinicalClass)
    #expect(row.decides == decides)
  }

  @Test func leadsAndClinVarNeverDecideAlone() {
    for row in bundle.table.rows where row.decides {
      #expect(row.basis == .primary || (row.clinVarStars ?? 0) >= 2, "\(row.codingName)")
      #expect(row.superseded.isEmpty)
    }
    // A lead has a source of its own and never two stars to lean on.
    for row in bundle.table.rows where row.basis == .lead { #expect(!row.decides) }
  }

  @Test func classIsNeverStrongerThanClinVarsWhereItRestsOnIt() {
    let rank: [ClinicalClass] = [
      .benign, .likelyBenign, .uncertain, .likelyPathogenic, .pathogenic,
    ]
    let clinVar: [String: [ClinicalClass]] = [
      "Pathogenic": [.pathogenic], "Likely pathogenic": [.likelyPathogenic, .uncertain],
      "Pathogenic/Likely pathogenic": [.likelyPathogenic],
      "Pathogenic/Likely risk allele": [.likelyPathogenic],
      "Uncertain significance": [.uncertain],
      "Conflicting classifications of pathogenicity": [.uncertain],
      "Benign/Likely benign": [.likelyBenign], "Likely benign": [.likelyBenign],
      "Benign": [.benign],
    ]
    #expect(rank.count == 5)
    for row in bundle.table.rows where row.basis == .clinvar {
      #expect(
        clinVar[row.clinVarClass]?.contains(row.clinicalClass) == true,
        "\(row.codingName): \(row.clinVarClass)")
    }
  }

  @Test(arguments: [
    "p.Asp303fs*87", "p.(Thr428fs)", "p.Met370Ile", "p.Tyr190Ter", "rs3761548", "rs2232365",
    "rs3761547", "rs3761549", "-6054 del/ATT", "(GT)n",
  ])
  func droppedNamesAreListed(_ name: String) throws {
    let file = ScratchReference.source.appending(path: "README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "### Names from the collection that are not rows").last)
    #expect(section.components(separatedBy: "### ")[0].contains(name))
    #expect(!bundle.table.rows.contains { $0.codingName == name })
  }

  /// A laboratory's table of one row.
  private func laboratory(
    _ name: String, scope: String = "allele", _ clinicalClass: String = "uncertain",
    basis: String = "primary"
  ) throws -> CuratedTable {
    let header = [
      "id", "hgvs_c", "scope", "other_names", "class", "class_reason", "basis", "superseded",
      "mechanism", "functional_evidence", "patients", "phenotype", "pmids", "clinvar_id",
      "clinvar_class", "clinvar_stars", "clinvar_date", "sources", "curator_note",
    ].joined(separator: "\t")
    let row = [
      "LAB-1", name, scope, "", clinicalClass, "seen once", basis, "", "missense", "", "", "", "",
      "", "", "", "", "our laboratory", "",
    ].joined(separator: "\t")
    return try bundle.table(Array("\(header)\r\n\(row)\r\n".utf8), file: "lab.tsv")
  }

  /// A row that decides nothing does not take a pathogenic place from those that are looked for; one
  /// that decides does.
  @Test(arguments: [
    ("uncertain", "lead", ["FX0110"]), ("benign", "lead", ["FX0110"]), ("benign", "primary", []),
    ("pathogenic", "lead", ["LAB-1"]), ("pathogenic", "primary", ["LAB-1"]),
  ])
  func whatIsLookedFor(
    _ clinicalClass: String, _ basis: String, _ expected: [String]
  ) throws {
    let layered = LayeredTable(
      builtIn: (bundle.table, "1.0.0"),
      laboratories: [try laboratory("c.1189C>T", clinicalClass, basis: basis)])
    let place = try #require(layered.all.first?.resolved.grch38)
    let sought = layered.sought.filter { $0.resolved.grch38 == place }
    #expect(sought.map(\.row.identifier) == expected)
    let others = layered.sought.count { $0.resolved.grch38 != place }
    #expect(
      others
        == bundle.table.rows.count {
          $0.clinicalClass.isPathogenicOrLikely && $0.identifier != "FX0110"
        })
  }

  @Test(arguments: ["c.1010G>C", "c.703del", "c.-22-1G>A", "c.-6247_-4859delinsA"])
  func theScopeOfExon1IsForItsDeletions(_ name: String) throws {
    #expect(throws: ReferenceError.self) {
      _ = try laboratory(name, scope: "exon1_deletion", "benign")
    }
    #expect(try laboratory("c.-6300_-4800del", scope: "exon1_deletion").rows.count == 1)
  }

  @Test func laboratoryTable() throws {
    let table = try laboratory("c.1040G>T")
    #expect(table.rows.map(\.identifier) == ["LAB-1"])
    #expect(
      table.resolved[0].change(.grch38)
        == SequenceChange(
          start: 49_253_130, reference: BaseSequence([UInt8(ascii: "C")]),
          alternate: BaseSequence([UInt8(ascii: "A")])))
  }
}
