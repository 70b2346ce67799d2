import Flow

/// One entry of VEP's `CSQ` or SnpEff's `ANN`: a consequence for one allele and transcript.
struct AnnotationEntry {
  /// As many as `names`.
  let fields: [Substring]
  /// The sub-fields' names, from the header.
  let names: [String]

  /// FOXP3 as annotators name it: HGNC's symbol, Ensembl's identifier.
  static let gene: Set<Substring> = ["FOXP3", "ENSG00000049768"]

  /// Which allele of a record an entry speaks of: the one asked for, another, or it can't be told.
  enum Allele { case same, other, unknown }

  /// Without its version; `nil` where no sub-field names one.
  var transcript: Substring? {
    (value("Feature") ?? value("Feature_ID"))?.prefix { $0 != "." }
  }

  var isOfGene: Bool {
    ["SYMBOL", "Gene_Name", "Gene", "Gene_ID"].contains { name in
      value(name).map(AnnotationEntry.gene.contains) == true
    }
  }

  func isMissing(_ place: Int) -> Bool { fields[place].isEmpty || fields[place] == "." }

  /// `number`: of the ALT, counted from 1. Single bases tell it by themselves, also where a record was
  /// split after it was annotated; else VEP's `ALLELE_NUM`, or that there is one ALT alone.
  func allele(_ number: Int, of record: ReadRecord) -> Allele {
    let bases = [record.reference] + record.alternates
    if let base = value("Allele"), base.count == 1, base != "-", bases.allSatisfy({ $0.count == 1 })
    {
      return base.uppercased() == record.alternates[number - 1].uppercased() ? .same : .other
    }
    if let told = value("ALLELE_NUM").flatMap({ Int($0) }) {
      return told == number ? .same : .other
    }
    return record.alternates.count == 1 ? .same : .unknown
  }

  private func value(_ name: String) -> Substring? {
    names.firstIndex(of: name).map { fields[$0] }
  }
}
