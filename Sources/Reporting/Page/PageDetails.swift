import Flow
import Genome

/// The rows of the page's tables.
struct PageDetails {
  let result: SampleResult
  let context: ReportContext

  /// Whose result it is and what was asked: only what was given.
  var subject: [RowView] {
    let sex = result.sex
    let documented = result.patientCase.map { CaseText(patientCase: $0) }
    let rows =
      (documented?.patientRows ?? [])
      + [
        ("Sample", result.hasGenotypes ? result.sample : "none (the file has no samples)"),
        ("Sex", result.hasGenotypes ? sex.label : "not applicable"),
      ]
      + (sex.evidence.isEmpty
        ? [] : [("Evidence for the sex", sex.evidence.joined(separator: " "))])
      + (documented?.requestRows ?? []) + (documented?.rows ?? [])
      + [
        ("Gene", "\(FOXP3Gene.symbol) (\(FOXP3Gene.hgnc)), \(FOXP3Gene.band)"),
        (
          "Disease",
          "\(FOXP3Gene.disease), \(FOXP3Gene.inheritance), MIM \(FOXP3Gene.diseaseMIM), "
            + FOXP3Gene.mondo
        ),
      ]
    return rows.map { RowView($0.0, $0.1) }
  }

  /// Under the title: which report this is, its state and the day of the run.
  var edition: String {
    let head = result.patientCase?.head
    let number = head?.reportIdentifier.map { "Report \($0)" }
    let version = head?.reportVersion.map { "version \($0)" }
    let parts = [number, version].compactMap { $0 } + ["draft", "run on \(context.runDate)"]
    return Words.sentence(parts.joined(separator: ", "))
  }

  /// The laboratory, as far as it was given.
  var laboratory: [String] {
    let laboratory = result.patientCase?.head.laboratory
    return [
      laboratory?.name, laboratory?.address, laboratory?.director.map { "Director: \($0)" },
    ].compactMap { $0 }
  }

  /// The rows of the curated table, the same on every page of a run. Markup.
  func markRows() -> String {
    context.tableDrawing.markup(.rows) {
      let rows = context.tableMarks.map {
        PageMarkup.mark(
          MarkView(
            identifier: $0.identifier, name: $0.name,
            residue: $0.residue.map(String.init) ?? "none", grade: ClassView($0.clinicalClass)))
      }
      return rows.joined(separator: "\n")
    }
  }

  var coverage: [CoverageView] {
    let deletions = ExonDeletion.all(result.variants)
    return result.exons.map { exon in
      let state = ExonState(exon, deletions: deletions)
      let share =
        "\(exon.provenBases) ("
        + DecimalText.percent(exon.provenBases, of: exon.interval.count) + ")"
      return CoverageView(
        exon: exon.exon, interval: PageDetails.text(exon.interval), bases: exon.interval.count,
        proven: state.isDeletion ? state.words : share,
        depth: exon.minimumDepth.map(String.init) ?? "not given",
        gaps: exon.gaps.isEmpty ? "none" : exon.gaps.map(PageDetails.text).joined(separator: ", "),
        sign: state.sign)
    }
  }

  /// Markup.
  func ledgerRows() -> String {
    let rows = context.ledgerRows.texts(of: result.ledger) { entry in
      Array(PageMarkup.ledgerRow(PageDetails.row(entry)).utf8)
    }
    return String(decoding: rows.joined(), as: UTF8.self)
  }

  private static func row(_ entry: LedgerEntry) -> LedgerView {
    LedgerView(
      identifier: entry.identifier, place: entry.name,
      grade: entry.clinicalClass?.label ?? "none", interval: text(entry.interval),
      sign: entry.state.shape, state: entry.label, reason: detail(entry.state),
      css: entry.state.isSettled ? "settled" : "open-place")
  }

  private static func detail(_ state: SiteState) -> String {
    if case .referenceSeen(let depth) = state {
      return depth.map { ", lowest depth \($0)" } ?? ""
    }
    return state.reason.map { ": \($0)" } ?? ""
  }

  var ledgerSummary: String {
    let counts = LedgerCounts(result.ledger)
    let open = counts.openCopyNumber
    let rest = open.isEmpty ? "" : "; copy number open (\(open.joined(separator: ", ")))"
    return "Ledger: \(counts.seen) settled by the data\(rest)"
  }

  var provenance: [RowView] {
    let input = result.provenance
    var rows = [
      RowView("File", input.inputName), RowView("Format", input.format),
      RowView("Size", input.inputSize.map { "\(DecimalText.grouped($0)) bytes" } ?? "a stream"),
      RowView("SHA-256 of header and locus records", input.contentDigest),
      RowView("Build", input.assembly.rawValue), RowView("Chromosome in the file", input.contig),
      RowView("Records read", DecimalText.grouped(input.recordsRead)),
    ]
    if let records = input.recordsOnChromosome {
      rows.append(RowView("Records on chromosome X", DecimalText.grouped(records)))
    }
    rows += [
      RowView("Records in the locus", DecimalText.grouped(input.recordsInLocus)),
      RowView("REF unlike the build", DecimalText.grouped(input.referenceMismatches)),
    ]
    return rows
  }

  var versions: [RowView] {
    let versions = context.versions
    return [
      RowView("foxp3", versions.tool), RowView("htslib", versions.htslib),
      RowView("Curated table", versions.table), RowView("Profile", versions.profile),
    ] + versions.settings.map { RowView($0.name, $0.value) }
  }

  /// As `49,251,441-49,251,443`, 1-based; the place of an insertion as its two neighbours.
  static func text(_ interval: Interval) -> String {
    if interval.isEmpty {
      return "\(DecimalText.grouped(interval.end))^\(DecimalText.grouped(interval.start))"
    }
    return interval.count == 1
      ? DecimalText.grouped(interval.start)
      : "\(DecimalText.grouped(interval.start))-\(DecimalText.grouped(interval.end))"
  }

  static func article(_ identifier: String) -> LinkView {
    let address = Citations.address(pubMed: identifier)
    return LinkView(
      label: "PMID \(identifier)", address: address ?? "", isLink: address != nil)
  }
}

extension ClassView {
  init(_ clinicalClass: ClinicalClass) {
    self.init(
      label: clinicalClass.label, shape: clinicalClass.shape,
      css: "grade-\(clinicalClass.rawValue)")
  }
}
