import Flow
import Genome
import HTS
import Reading

/// What `|` without a phase set (PS) is worth by a file's header, and which records are pieces of one.
///
/// Such genotypes belong to one set (VCF 4.5, section 1.6.2, PS), unless the header says that none is known
/// (`##phasing=none`), or names a program that concludes the phase from the chromosomes of other people: of a rare
/// variant they tell nothing, and it writes a phase all the same. Then each record is a set of its own.
struct FilePhasing {
  private enum Doubt {
    case noneKnown
    /// As `source=beagle.22Jul22.46e.jar`.
    case statistical(String)
  }

  private let doubt: Doubt?
  /// INFO keys under which the record is told that a piece was split from.
  private let originKeys: [String]

  init(header: String) {
    var doubt: Doubt?
    var keys = ["OLD_CLUMPED"]
    // Of contigs there may be thousands.
    for line in HeaderLine.texts(of: header) where !line.utf8.starts(with: "##contig=".utf8) {
      if HaplotypeProgram.named(by: line) != nil {
        doubt = .statistical(String(line.dropFirst(2).prefix(100)).replacing("\"", with: ""))
      } else if line.hasPrefix("##phasing=none"), doubt == nil {
        doubt = .noneKnown
      }
      // bcftools norm --old-rec-tag.
      if line.utf8.starts(with: "##INFO=".utf8), let line = HeaderLine(line),
        let name = line.identifier,
        line["Description"]?.hasPrefix("Original variant. Format: CHR|POS|REF|ALT") == true
      {
        keys.append(name)
      }
    }
    self.doubt = doubt
    originKeys = keys
  }

  /// `records`, each phased genotype with a set that holds what is phased with it by proof.
  func settled(_ records: [ReadRecord]) -> [ReadRecord] {
    let origins = records.map(origin)
    let pieces = Dictionary(grouping: records.indices.filter { origins[$0] != nil }) { origins[$0] }
    return records.indices.map { index in
      let own = origins[index].flatMap { pieces[$0] } ?? []
      let first = own.count > 1 ? own.first.map { records[$0] } : nil
      return settled(
        records[index],
        piece: first.map { "of the record split from \($0.contig):\($0.position) on" })
    }
  }

  /// A sentence where the header leaves some genotype of `records` without the phase that it is written with.
  func note(on records: [ReadRecord]) -> String? {
    guard let doubt, records.contains(where: { $0.calls.contains(where: isPhasedWithoutSet) })
    else { return nil }
    let without = "genotypes written with | and without a phase set (PS)"
    switch doubt {
    case .noneKnown:
      return
        "The header says that no phase is known (##phasing=none): \(without) do not tell which variants stand on one "
        + "chromosome, but for pieces of what was one record."
    case .statistical(let program):
      return
        "The header (“\(program)”) names a program that concludes the phase from other people's chromosomes. Of rare "
        + "variants that is no proof: \(without) do not tell which of them stand on one chromosome. The parents' "
        + "samples or phasing by reads can tell."
    }
  }

  private func settled(_ record: ReadRecord, piece: String?) -> ReadRecord {
    var record = record
    for index in record.calls.indices {
      let call = record.calls[index]
      if isPhasedWithoutSet(call), doubt != nil {
        record.calls[index].phaseSet = piece ?? "of record \(record.number)"
      } else if let piece, let genotype = call.genotype, call.phaseSet == nil,
        !genotype.isPhased, Set(genotype.alleles) == [0, 1]
      {
        record.calls[index].phaseSet = piece
        record.calls[index].genotype = Genotype(
          alleles: genotype.alleles.sorted { ($0 ?? 0) < ($1 ?? 0) }, isPhased: true,
          text: genotype.text)
      }
    }
    return record
  }

  private func isPhasedWithoutSet(_ call: SampleCall) -> Bool {
    guard let genotype = call.genotype, genotype.isPhased, call.phaseSet == nil else {
      return false
    }
    return Set(genotype.alleles).count > 1
  }

  /// What only pieces of one record have in common: that record where a program tells it (`vt decompose_blocksub`,
  /// `bcftools norm -a --old-rec-tag`), of one alternate; or QUAL and all of freebayes' INFO, CIGAR among them, but
  /// for what is said of the piece. A program of statistical phase may have turned them round.
  private func origin(of record: ReadRecord) -> String? {
    if case .statistical = doubt { return nil }
    guard record.alternates.count == 1, let text = record.informationText else { return nil }
    let fields = text.utf8.split(separator: UInt8(ascii: ";")).map { Substring($0) }
    for key in originKeys {
      if let told = fields.first(where: { $0.hasPrefix("\(key)=") }) {
        return told.contains(",") || told.split(separator: "/").count > 2 ? nil : String(told)
      }
    }
    guard let quality = record.quality,
      fields.contains(where: { $0.hasPrefix("CIGAR=") && $0 != "CIGAR=1X" }),
      fields.contains(where: { $0.hasPrefix("QA=") })
    else { return nil }
    let site = fields.filter { !$0.hasPrefix("TYPE=") && !$0.hasPrefix("LEN=") }
    return "\(quality);" + site.joined(separator: ";")
  }
}
