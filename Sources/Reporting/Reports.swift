public import Flow

/// The documents of a run: pure functions from a sample's result to text.
///
/// The same values give the same bytes.
public struct Reports: Sendable {
  public let context: ReportContext

  public init(context: ReportContext) { self.context = context }

  /// The table of variants, header line first: one row per alternate allele carried.
  public static func table(_ results: [SampleResult]) -> String { TabularReport.text(results) }

  /// Rows of cells as tab-separated text, each row ending in a line feed; an empty cell is `.`, and
  /// characters that would end a cell or a line are percent-encoded.
  public static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(TabularReport.cell).joined(separator: "\t") + "\n" }.joined()
  }

  /// The whole result as a JSON document (`docs/report.schema.json`), ending in a line feed.
  public func json(_ result: SampleResult) throws(ReportError) -> [UInt8] {
    try collected(result, .json)
  }

  /// Writes a document that may be long, in pieces of about a megabyte, ending in a line feed.
  ///
  /// - Throws: a `ReportError`, or what `sink` throws.
  public func write(
    _ document: LongDocument, of result: SampleResult, to sink: ([UInt8]) throws -> Void
  ) throws {
    switch document {
    case .json: try DocumentBuilder(context: context).write(result, to: sink)
    case .fhir: try FHIRReport(result: result, context: context).write(to: sink)
    case .pathogenicity: try PathogenicityDocument(result: result, context: context).write(to: sink)
    }
  }

  /// The whole of a long document.
  public func collected(
    _ result: SampleResult, _ document: LongDocument
  ) throws(ReportError) -> [UInt8] {
    do {
      var bytes: [UInt8] = []
      try write(document, of: result) { bytes += $0 }
      return bytes
    } catch {
      throw .encoding(sample: result.sample, cause: String(describing: error))
    }
  }

  /// What was not shown to be read, as BED; empty where all was.
  public func bed(_ result: SampleResult) -> String { UncoveredBed.text(result) }

  /// Depth and mapping quality base by base, as BED; `nil` where no reads were read.
  public func depth(_ result: SampleResult) -> String? {
    result.readDepth.map { DepthBed.text($0, contig: result.provenance.contig) }
  }

  /// The source's records with annotation in INFO.
  ///
  /// - Parameters:
  ///   - sampleIndex: the sample's place among each record's calls; `nil` without samples.
  ///   - records: all records of the isolated locus; reference blocks among them are left out.
  ///   - header: the source's header text.
  public func vcf(
    _ result: SampleResult, sampleIndex: Int?, records: [ClassifiedRecord], header: String
  ) -> VariantFileText {
    let index = result.hasGenotypes ? sampleIndex : nil
    let keys = SourceKeys(header: header)
    return VariantFileText(
      header: VariantFileHeader.text(
        source: header, keys: keys, contig: result.provenance.contig,
        sample: index == nil ? nil : result.sample, sampleIndex: index, versions: context.versions,
        records: records),
      lines: VariantFileReport(result: result, sampleIndex: index, keys: keys).lines(records))
  }

  /// The report for people: one self-contained page without scripts.
  public func html(_ result: SampleResult) throws(ReportError) -> String {
    String(decoding: try htmlBytes(result), as: UTF8.self)
  }

  /// The same as UTF-8.
  public func htmlBytes(_ result: SampleResult) throws(ReportError) -> [UInt8] {
    try Page(result: result, context: context).bytes()
  }

  /// What a family's samples say together, as one self-contained page without scripts.
  public func pedigreeHTML(_ pedigree: PedigreeResult) throws(ReportError) -> String {
    try PedigreePage(pedigree: pedigree, context: context).render()
  }

  /// The same as a JSON document (`docs/pedigree.schema.json`), ending in a line feed.
  public func pedigreeJSON(_ pedigree: PedigreeResult) throws(ReportError) -> [UInt8] {
    try PedigreeDocument(pedigree, context: context).bytes()
  }

  /// What a person has to know of the family without opening its report, in sentences.
  public func pedigreeWarnings(_ pedigree: PedigreeResult) -> [String] {
    PedigreeText(pedigree: pedigree, context: context).warnings
  }

  /// Whether a family page can be written of this result, and why not.
  public func familyChoice(_ result: SampleResult) -> FamilyChoice {
    let choice = FamilyChoice(
      result, runDate: context.runDate, parents: context.parents)
    guard case .page(let familyCase) = choice,
      let missing = FamilyPage(result: result, context: context, familyCase: familyCase).missing
    else { return choice }
    return .none(
      reason:
        "No family page: the family text in “\(context.language)” has nothing for “\(missing)”.")
  }

  /// The page in plain language for a family, self-contained as the report; `nil` where there is none.
  public func family(_ result: SampleResult) throws(ReportError) -> String? {
    guard case .page(let familyCase) = familyChoice(result) else { return nil }
    return try FamilyPage(result: result, context: context, familyCase: familyCase).render()
  }
}

/// The documents in JSON.
public enum LongDocument: Sendable, CaseIterable, Hashable {
  /// The whole result (`docs/report.schema.json`).
  case json
  /// A bundle of HL7 FHIR R4 by the Genomics Reporting guide, STU3.
  case fhir
  /// Each classification as a statement of GA4GH's VA-Spec 1.0.
  case pathogenicity
}
