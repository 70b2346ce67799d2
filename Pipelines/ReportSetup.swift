import Flow
import Genome
import HTS
import Nomenclature
import ReferenceBundle
import Reporting
import Settings

/// What reports say besides the sample's result: versions, settings, plots, counselling text.
struct ReportSetup {
  let knowledge: Knowledge
  let request: AnnotateRequest

  var context: ReportContext {
    let bundle = knowledge.bundle
    let text = bundle.text(request.language)
    return ReportContext(
      versions: versions, runDate: request.runDate,
      locusIntervals: Dictionary(
        uniqueKeysWithValues: bundle.loci.map { ($0.assembly, $0.interval) }),
      transcripts: Dictionary(
        uniqueKeysWithValues: Assembly.allCases.map { ($0, bundle.transcripts($0)) }),
      proteinRegions: bundle.regions,
      proteinLength: bundle.protein.count,
      tableMarks: knowledge.table.topmost.map { mark($0.resolved) },
      counselling: text?.counselling.sentences.map(sentence) ?? [],
      family: text?.family ?? FamilyText(sentences: []), language: request.language,
      transcriptMaps: knowledge.maneMaps, parents: request.pedigree.parents)
  }

  private func sentence(_ sentence: CounsellingText.Sentence) -> CounsellingSentence {
    CounsellingSentence(
      key: sentence.key, finding: Finding(rawValue: sentence.finding),
      completeness: Completeness(rawValue: sentence.completeness), sex: sentence.sex,
      text: sentence.text, source: sentence.source)
  }

  private var versions: ReportVersions {
    ReportVersions(
      tool: ToolVersion.text, htslib: HTSVersion.text, table: knowledge.table.version,
      profile: request.profile.name,
      settings: request.profile.entries.map {
        ReportVersions.Setting(name: $0.key, value: $0.value)
      } + [ReportVersions.Setting(name: "acmg_policy", value: knowledge.policy.version)]
        + ownReference + ownTables
        + knowledge.evidence.descriptions.map {
          ReportVersions.Setting(name: $0.key, value: $0.value)
        } + ownCase)
  }

  /// Laboratories' own tables, by their digests: two editions can have one name.
  private var ownTables: [ReportVersions.Setting] {
    let table = knowledge.table
    guard table.basis != table.version else { return [] }
    return [ReportVersions.Setting(name: "tables", value: table.basis)]
  }

  private var ownCase: [ReportVersions.Setting] {
    (knowledge.evidence.documentedCase?.digest).map {
      [ReportVersions.Setting(name: "case", value: "SHA-256 \($0)")]
    } ?? []
  }

  /// A reference in a folder (`--reference-bundle`), by its manifest.
  private var ownReference: [ReportVersions.Setting] {
    let bundle = knowledge.bundle
    guard !bundle.isBuiltIn else { return [] }
    return [
      ReportVersions.Setting(
        name: "reference",
        value:
          "\(PathName.last(of: bundle.origin)), SHA-256 of its MANIFEST.tsv \(bundle.manifestDigest)"
      )
    ]
  }

  private func mark(_ row: ResolvedVariant) -> TableMark {
    var positions: [Assembly: Int] = [:]
    for assembly in Assembly.allCases {
      positions[assembly] = row.change(assembly)?.start ?? row.removal(assembly)?.start
    }
    return TableMark(
      identifier: row.row.identifier, name: row.row.codingName,
      residue: knowledge.proteinChange(row)?.first,
      positions: positions, clinicalClass: row.row.clinicalClass)
  }
}
