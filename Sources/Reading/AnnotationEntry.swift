import Flow

/// One entry of VEP's `CSQ` or SnpEff's `ANN`: a consequence for one allele and transcript.
struct AnnotationEntry {
  /// As many as `names`.
  let fields: [Substring]
  /// The sub-fields' names, from the header.
  let names: [String]

  /// Those of a value of CSQ or ANN, and how many have another number of parts than there are names.
  static func list(_ text: Substring, _ names: [String]) -> ([AnnotationEntry], others: Int) {
    let parts = text.split(separator: ",").map {
      $0.split(separator: "|", omittingEmptySubsequences: false)
    }
    let fitting = parts.filter { $0.count == names.count }
    return (
      fitting.map { AnnotationEntry(fields: $0, names: names) }, parts.count - fitting.count
    )
  }

  /// FOXP3 as annotators name it: HGNC's symbol, Ensembl's identifier.
  static let gene: Set<Substring> = ["FOXP3", "ENSG00000049768"]

  /// Also with a version, or joined to a transcript by dashes.
  static func namesGene(_ text: Substring) -> Bool {
    text.split(separator: "-").contains { gene.contains($0.prefix { $0 != "." }) }
  }

  /// Which allele of a record an entry speaks of: the one asked for, another, or it can't be told.
  enum Allele { case same, other, unknown }

  /// Without its version; `nil` where no sub-field names one.
  var transcript: Substring? {
    (value("Feature") ?? value("Feature_ID"))?.prefix { $0 != "." }
  }

  var isOfGene: Bool {
    ["SYMBOL", "Gene_Name", "Gene", "Gene_ID"].contains { name in
      value(name).map(AnnotationEntry.namesGene) == true
    }
  }

  func isOfSplicing(_ place: Int) -> Bool { names[place].hasPrefix("SpliceAI_pred_") }

  func isMissing(_ place: Int) -> Bool { fields[place].isEmpty || fields[place] == "." }

  /// `number`: of the ALT, counted from 1. `Allele` tells it where it spells a single ALT; of two that VEP
  /// spells alike (`-`) its `ALLELE_NUM` does. `isReduced`: the record was split or trimmed after it was
  /// annotated; then single bases alone can be told.
  func allele(_ number: Int, of record: ReadRecord, isReduced: Bool) -> Allele {
    let told = value("ALLELE_NUM").flatMap { Int($0) }
    guard let text = value("Allele"), !record.alternates[number - 1].hasPrefix("<") else {
      return byNumber(told, number, of: record)
    }
    let named = record.alternates.indices.filter {
      AnnotationEntry.spellings(record.alternates[$0], of: record.reference)
        .contains(text.uppercased())
    }
    if isReduced {
      let isBase = ([record.reference, String(text)] + record.alternates).allSatisfy {
        $0.count == 1
      }
      guard isBase, text != "-" else { return .unknown }
      return named == [number - 1] ? .same : .other
    }
    if named == [number - 1] { return .same }
    if named.isEmpty { return .unknown }
    return named.contains(number - 1) ? byNumber(told, number, of: record) : .other
  }

  /// The value at `place`. Of a list (`&`, as dbNSFP gives one for each of its transcripts) what stands for
  /// one of `transcripts`; of SpliceAI's the gene's. `nil` where the entry says that it has none.
  func own(_ place: Int, _ transcripts: Set<String>) -> Substring? {
    let isSplicing = isOfSplicing(place)
    guard isSplicing || names[place].hasSuffix("_score"),
      let owners = value(isSplicing ? "SpliceAI_pred_SYMBOL" : "Ensembl_transcriptid"),
      !owners.isEmpty, owners != "."
    else { return fields[place] }
    let list = owners.split(separator: "&").map { $0.prefix { $0 != "." } }
    let pieces = fields[place].split(separator: "&", omittingEmptySubsequences: false)
    guard list.count == pieces.count else { return fields[place] }
    let own = zip(list, pieces).filter { owner, _ in
      isSplicing ? AnnotationEntry.namesGene(owner) : transcripts.contains(String(owner))
    }
    return own.isEmpty ? nil : Substring(own.map(\.1).joined(separator: "&"))
  }

  private func byNumber(_ told: Int?, _ number: Int, of record: ReadRecord) -> Allele {
    if let told { return told == number ? .same : .other }
    return record.alternates.count == 1 ? .same : .unknown
  }

  /// Whether the entries speak of more alleles than the record has.
  static func areOfMore(_ entries: [AnnotationEntry], than record: ReadRecord) -> Bool {
    let count = record.alternates.count
    return Set(entries.compactMap { $0.value("Allele") }).count > count
      || entries.contains { $0.value("ALLELE_NUM").flatMap { Int($0) } ?? 0 > count }
  }

  /// How annotators write an ALT: as it is, without the base that it shares with REF, without all that it
  /// shares.
  private static func spellings(_ alternate: String, of reference: String) -> Set<String> {
    let whole = Array(alternate.uppercased())
    let bases = Array(reference.uppercased())
    let prefix = zip(whole, bases).prefix { $0 == $1 }.count
    let rest = whole.dropFirst(prefix)
    let suffix = zip(rest.reversed(), bases.dropFirst(prefix).reversed()).prefix { $0 == $1 }.count
    let spellings = [whole[...], rest.dropLast(suffix)] + (prefix > 0 ? [whole.dropFirst()] : [])
    return Set(spellings.map { $0.isEmpty ? "-" : String($0) })
  }

  private func value(_ name: String) -> Substring? {
    names.firstIndex(of: name).map { fields[$0] }
  }
}
