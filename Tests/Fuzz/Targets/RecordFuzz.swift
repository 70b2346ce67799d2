import Genome
import HTS
import Reading

/// A record: what passes its check can be read, and a glance at a genotype agrees with reading it.
enum RecordFuzz {
  private static let samples = ["A", "B"]

  static func run(_ bytes: [UInt8]) {
    let line = bytes.filter { $0 != 0x0A }
    let columns = 1 + line.count { $0 == 0x09 }
    guard
      let record = try? VariantRecord(
        line: line.span, origin: RecordOrigin(file: "record.vcf", number: 1), columnCount: columns)
    else { return }
    precondition(Array(record.lineText.utf8).count >= line.count)
    _ = record.alternates
    _ = record.filters
    _ = try? record.quality()
    _ = try? record.reach()
    for key in ["END", "SVLEN", "AC", "CSQ"] {
      _ = record.information(key)
      _ = try? record.informationIntegers(key)
    }
    _ = try? FrequencyFields.counts(record)
    guard (try? record.check()) != nil else { return }
    for sample in 0..<record.sampleCount { compare(record, sample) }
  }

  private static func compare(_ record: borrowing VariantRecord, _ sample: Int) {
    let glance = record.glance(at: sample)
    guard let fields = try? record.sample(sample) else {
      preconditionFailure("a checked record has a sample that can't be read")
    }
    guard case .substitution(let ploidy, let isHeterozygous, _) = glance else { return }
    guard let genotype = try? record.genotype(fields) else {
      preconditionFailure("a glance sees a genotype that can't be read")
    }
    precondition(genotype.ploidy == ploidy)
    let differs = Set(genotype.alleles).count > 1
    precondition(differs == isHeterozygous, "a glance and a reading of \(genotype.text) differ")
  }
}
