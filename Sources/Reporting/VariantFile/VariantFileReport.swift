import Flow
import Genome

/// The source's records with what was found out written into INFO.
///
/// Every record of the isolated locus is kept but pure reference blocks (ALT `.`, `<NON_REF>` or
/// `<*>` alone), also where the sample carries none of its alleles. Fixed columns, INFO, FORMAT and
/// the sample's column are the source's text.
struct VariantFileReport {
  let result: SampleResult
  /// The sample's place among each record's calls; `nil` for a file without samples.
  let sampleIndex: Int?
  private let keys: SourceKeys
  /// The joined allele that a part belongs to, or the allele as its copy of the gene has it classified.
  private let joins: [Part: ClassifiedVariant]

  private struct Part: Hashable {
    var record: Int
    var allele: Int
  }

  init(result: SampleResult, sampleIndex: Int?, keys: SourceKeys) {
    self.result = result
    self.keys = keys
    self.sampleIndex = sampleIndex
    var joins: [Part: ClassifiedVariant] = [:]
    for variant in result.variants where variant.classified.dependsOnCopy {
      for part in variant.classified.annotated.normalised.parts {
        joins[Part(record: part.record.number, allele: part.alleleIndex)] = variant.classified
      }
    }
    self.joins = joins
  }

  /// The data lines, sorted by position within each contig, contigs as they first come.
  func lines(_ records: [ClassifiedRecord]) -> [String] {
    var contigs: [String: Int] = [:]
    for record in records where contigs[record.record.contig] == nil {
      contigs[record.record.contig] = contigs.count
    }
    let key = { (item: ClassifiedRecord) in
      (contigs[item.record.contig] ?? 0, item.record.position, item.record.number)
    }
    return records.filter { !$0.record.isReferenceBlock }.sorted { key($0) < key($1) }.map(line)
  }

  private func line(_ item: ClassifiedRecord) -> String {
    let joined = item.alleles.indices.map {
      joins[Part(record: item.record.number, allele: $0 + 1)]
    }
    let isAlone = joined.allSatisfy { $0 == nil }
    let shared = item.columns.text(isShared: isAlone && item.record.calls.count > 1) {
      columns(item, joined)
    }
    guard let sampleIndex else { return shared }
    let calls = item.record.calls
    let text = calls.indices.contains(sampleIndex) ? calls[sampleIndex].text : "."
    return "\(shared)\t\(item.record.formatText ?? ".")\t\(text)"
  }

  /// CHROM to INFO.
  private func columns(_ item: ClassifiedRecord, _ joined: [ClassifiedVariant?]) -> String {
    let fixed = item.record.fixedText
    guard let source = item.record.informationText else {
      return fixed + "\t" + information(".", adding: item, joined)
    }
    return String(fixed[..<source.startIndex]) + information(source, adding: item, joined)
  }

  /// The source's INFO, but for what an earlier run wrote, then our keys.
  private func information(
    _ source: Substring, adding item: ClassifiedRecord, _ joined: [ClassifiedVariant?]
  ) -> String {
    let kept =
      source == "."
      ? []
      : source.utf8.split(separator: UInt8(ascii: ";")).map { Substring($0) }.compactMap {
        (entry) -> String? in
        let key = String(Substring(entry.utf8.prefix { $0 != UInt8(ascii: "=") }))
        guard let name = keys.name(of: key) else { return nil }
        let value = entry.dropFirst(key.count)
        // dysgu writes keys without a value; missing ones are written as a dot (VCF 4.4, section 1.6.1).
        return name + (value == "=" ? "=." : value)
      }
    let entries = kept + ownEntries(item, joined)
    return entries.isEmpty ? "." : entries.joined(separator: ";")
  }

  private func ownEntries(
    _ item: ClassifiedRecord, _ joined: [ClassifiedVariant?]
  ) -> [String] {
    let deciding = zip(joined, item.alleles).map { $0 ?? $1 }
    var entries: [String] = []
    let consequences = consequences(item, joined: joined)
    if !consequences.isEmpty {
      entries.append("\(VariantFileHeader.consequenceKey)=\(consequences.joined(separator: ","))")
    }
    if deciding.contains(where: { $0 != nil }) {
      let classes = deciding.map { $0?.clinicalClass.rawValue ?? "." }
      entries.append("\(VariantFileHeader.classKey)=\(classes.joined(separator: ","))")
    }
    if deciding.contains(where: { $0?.points != nil }) {
      let points = deciding.map { ($0?.points).map(String.init) ?? "." }
      entries.append("\(VariantFileHeader.pointsKey)=\(points.joined(separator: ","))")
    }
    return entries
  }

  private func consequences(
    _ item: ClassifiedRecord, joined: [ClassifiedVariant?]
  ) -> [String] {
    let texts = TrimmedAllele.texts(
      reference: item.record.reference, alternates: item.record.alternates)
    return item.alleles.indices.flatMap { index -> [String] in
      guard index < texts.count, let alone = item.alleles[index] else { return [] }
      return ConsequenceField.entries(
        alone: alone, joined: joined[index], allele: texts[index], number: index + 1)
    }
  }
}
