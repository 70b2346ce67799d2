import Flow
import Genome
import HTS
import Nomenclature
import Normalisation
import Reading
import ReferenceBundle

/// A record: what passes its check can be read, a glance at a genotype agrees with reading it, and an
/// allele is normalised to what its own spelling is normalised to.
enum RecordFuzz {
  private static let locus: Locus = {
    do { return try ReferenceBundle.embedded().locus(.grch38) } catch { fatalError("\(error)") }
  }()

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
    joins(record, columns)
    for key in ["END", "SVLEN", "AC", "CSQ"] {
      _ = record.information(key)
      _ = try? record.informationIntegers(key)
    }
    _ = try? FrequencyFields.counts(record)
    guard (try? record.check()) != nil else { return }
    for sample in 0..<record.sampleCount { compare(record, sample) }
    var reader = RecordReader(.none)
    guard let read = try? reader.read(record) else { return }
    for index in read.alternates.indices { normalise(read, index + 1) }
    _ = read.reach
  }

  /// The record at a breakend's other end is one, and tells the same adjacency.
  private static func joins(_ record: borrowing VariantRecord, _ columns: Int) {
    let told = record.adjacencies
    guard let mate = record.mateLine(base: "A", contig: "X"), let first = told.first ?? nil else {
      return
    }
    guard
      let other = try? VariantRecord(
        line: mate.utf8.span, origin: RecordOrigin(file: "mate.vcf", number: 1),
        columnCount: columns)
    else { preconditionFailure("the mate has other columns") }
    precondition(other.position == first.there.position)
    if first.here.keepsBasesBefore != nil, ["X", "chrX"].contains(first.there.contig) {
      precondition(other.adjacencies.first??.ends == first.ends, "the mate joins something else")
    }
  }

  private static func normalise(_ record: ReadRecord, _ index: Int) {
    guard !ReadRecord.isNonReference(record.alternates[index - 1]) else { return }
    let normaliser = Normaliser(locus: locus)
    let change = normaliser.normalise(ReadVariant(record: record, alleleIndex: index)).change
    guard case .sequence(let sequence) = change, let spelling = locus.vcfSpelling(of: sequence)
    else { return }
    let again = ReadRecord(
      number: 1, contig: record.contig, position: spelling.position,
      end: spelling.position + spelling.reference.utf8.count - 1, reference: spelling.reference,
      alternates: [spelling.alternate])
    precondition(
      normaliser.normalise(ReadVariant(record: again, alleleIndex: 1)).change == change,
      "\(spelling) is normalised to something else")
  }

  private static func compare(_ record: borrowing VariantRecord, _ sample: Int) {
    let glance = record.glance(at: sample)
    guard let fields = try? record.sample(sample) else {
      preconditionFailure("a checked record has a sample that can't be read")
    }
    guard case .substitution(let ploidy, let isHeterozygous, _, _, _) = glance else { return }
    guard let genotype = try? record.genotype(fields) else {
      preconditionFailure("a glance sees a genotype that can't be read")
    }
    precondition(genotype.ploidy == ploidy)
    let differs = Set(genotype.alleles).count > 1
    precondition(differs == isHeterozygous, "a glance and a reading of \(genotype.text) differ")
  }
}
