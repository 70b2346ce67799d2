import Flow
import HTS

/// The header of the annotated variant file: the source's lines, ours, and a `#CHROM` line for one
/// sample.
enum VariantFileHeader {
  static let consequenceKey = "CSQ"
  static let classKey = "FOXP3_CLASS"
  static let pointsKey = "FOXP3_POINTS"
  /// By which an earlier run's consequences are told from another program's.
  static let consequenceDescription = "Consequence annotations from foxp3"
  static let ownKeys = [consequenceKey, classKey, pointsKey]

  /// - Parameters:
  ///   - source: the source's header; its `#CHROM` line, if any, is rewritten.
  ///   - keys: how its INFO keys are named.
  ///   - contig: the chromosome as the records name it.
  ///   - sample: the name of the column kept; `nil` for a file without samples.
  ///   - sampleIndex: its place among each record's calls.
  ///   - records: what follows; what it uses and the source doesn't describe is declared.
  static func text(
    source: String, keys: SourceKeys, contig: String, sample: String?, sampleIndex: Int?,
    versions: ReportVersions, records: [ClassifiedRecord]
  ) -> String {
    let kept = kept(source, keys, sample)
    var lines = kept.map(\.text)
    if lines.first?.hasPrefix("##fileformat=") != true {
      lines.insert("##fileformat=VCFv4.2", at: 0)
    }
    let defined = kept.compactMap(\.definition)
    if !defined.contains(Definition(kind: "contig", identifier: contig)) {
      lines.append("##contig=<ID=\(contig)>")
    }
    lines += UndeclaredKeys(defined: defined, keys: keys).lines(records, sampleIndex: sampleIndex)
    lines += keyLines + versionLines(versions)
    var columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]
    if let sample { columns += ["FORMAT", sample] }
    return (lines + [columns.joined(separator: "\t")]).map { $0 + "\n" }.joined()
  }

  /// Before what `foxp3 call` has to say of a sample's reads.
  private static let callNote = "##foxp3_call_note="

  /// `INFO` and the identifier of a line as `##INFO=<ID=…,…>`.
  struct Definition: Hashable {
    var kind: String
    var identifier: String
  }

  /// The source's lines without ours; of a definition that is there twice, the first.
  private static func kept(
    _ source: String, _ keys: SourceKeys, _ sample: String?
  ) -> [(text: String, definition: Definition?)] {
    var seen: Set<Definition> = []
    let lines = HeaderLine.texts(of: source)
    // Those of other samples are dropped with their columns; those of “boy” may be of “2:boy”, as `bcftools merge
    // --force-samples` names the second of that name.
    let hasNotes = lines.contains { $0.utf8.starts(with: callNote.utf8) }
    let others = hasNotes ? otherSamples(source, besides: sample) : []
    return lines.compactMap { line in
      let hasReturn = line.utf8.last == UInt8(ascii: "\r") && line.endIndex < source.endIndex
      let text = String(Substring(hasReturn ? line.utf8.dropLast() : line.utf8))
      guard !text.hasPrefix("##foxp3_") || text.hasPrefix(callNote) else { return nil }
      guard let line = HeaderLine(text), let identifier = line.identifier else {
        return (text, nil)
      }
      if text.hasPrefix(callNote), let of = line["Sample"], others.contains(of),
        sample?.hasSuffix(":\(of)") != true
      {
        return nil
      }
      let isInformation = line.kind == "INFO"
      guard let text = isInformation ? keys.line(text, of: identifier) : text else { return nil }
      let name = isInformation ? keys.name(of: identifier) ?? identifier : identifier
      let definition = Definition(kind: line.kind, identifier: name)
      return seen.insert(definition).inserted ? (text, definition) : nil
    }
  }

  private static func otherSamples(_ source: String, besides sample: String?) -> Set<String> {
    guard let columns = source.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).last else {
      return []
    }
    let names = columns.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    return Set(names.dropFirst(9).map { String(Substring($0)) }).subtracting(
      [sample].compactMap { $0 })
  }

  private static let keyLines = [
    "##INFO=<ID=\(consequenceKey),Number=.,Type=String,Description=\"\(consequenceDescription)"
      + ", one entry per ALT and transcript. FOXP3_JOINED names the allele of the haplotype "
      + "that this ALT is part of; its class is then given here, and FOXP3_ID holds its row and that "
      + "of this ALT by itself. "
      + "Format: \(ConsequenceField.names.joined(separator: "|"))\">",
    "##INFO=<ID=\(classKey),Number=A,Type=String,Description=\"Class of the allele for IPEX "
      + "syndrome: pathogenic, likely_pathogenic, uncertain, likely_benign, benign or "
      + "not_evaluated\">",
    "##INFO=<ID=\(pointsKey),Number=A,Type=Integer,Description=\"ACMG/AMP points of the allele\">",
  ]

  private static func versionLines(_ versions: ReportVersions) -> [String] {
    [
      "##foxp3_version=\(line(versions.tool))+htslib-\(line(versions.htslib))",
      "##foxp3_table=\(line(versions.table))", "##foxp3_profile=\(line(versions.profile))",
    ] + versions.settings.map { "##foxp3_setting=\(line($0.name))=\(line($0.value))" }
  }

  /// `text` on one line.
  private static func line(_ text: String) -> String {
    let bytes = text.utf8.span
    guard bytes.indices.contains(where: { bytes[$0] < 0x20 || bytes[$0] > 0x7E }) else {
      return text
    }
    return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
