import Flow
import Genome
import HTS

/// A record that stands outside the locus, or on another chromosome, and may change the locus: a breakend
/// whose other end lies in it or behind it, an end whose range reaches it, a symbol without an end.
struct FarRecord {
  /// What one alternate joins, in whom, and as which filters let it.
  struct Joined: Hashable {
    let ends: Set<Adjacency.End>
    let filter: String
    let genotypes: [String]
  }

  /// As it is handed over: of a record of another chromosome the one of its other end.
  let line: [UInt8]
  let origin: RecordOrigin
  /// For the notes, as `chr1:1000 (G]chrX:49251000])`.
  let words: String
  /// What it joins; empty where it is no breakend.
  let joined: [Joined]

  /// `nil` for a record of X that does not reach `locus`, as far as it tells. A single breakend may join
  /// anything, and is left out.
  init?(onX record: borrowing VariantRecord, reaching locus: Locus) {
    guard record.mayBeStructural else { return nil }
    let read = FarRecord.read(record)
    let alternates = record.alternates
    let isReached = alternates.indices.contains { index in
      let reach = ReadVariant(record: read, alleleIndex: index + 1).toldReach
      return reach != ReadRecord.anywhere && reach.overlaps(locus.interval)
        && (reach.end < ReadRecord.anywhere.end || FarRecord.lacksEnd(read, alternates[index]))
    }
    guard isReached else { return nil }
    let line = record.line
    self.line = line.indices.map { line[$0] }
    origin = record.origin
    words = FarRecord.words(record) + " may reach the locus"
    joined = FarRecord.joined(record)
  }

  /// `nil` for a record of another chromosome that joins no place of `locus`. `contig`: X as the file names it.
  init?(
    elsewhere record: borrowing VariantRecord, joining locus: Locus, as contig: String,
    _ chromosomeX: ContigNames
  ) {
    let adjacencies = record.adjacencies
    guard adjacencies.count == 1, let there = adjacencies[0]?.there,
      chromosomeX.contains(there.contig.utf8.span), there.position <= locus.chromosomeLength,
      FarRecord.read(record).joinedPlaces(around: there.position).overlaps(locus.interval)
    else { return nil }
    let base = locus.bases(in: Interval(there.position, there.position))
    guard let mate = record.mateLine(base: base?.text ?? "N", contig: contig) else { return nil }
    line = Array(mate.utf8)
    origin = record.origin
    words = FarRecord.words(record) + " is listed at its other end, \(contig):\(there.position)"
    joined = FarRecord.joined(record)
  }

  /// One for each of its breakends.
  static func joined(_ record: borrowing VariantRecord) -> [Joined] {
    let ends = record.adjacencies.compactMap { $0?.ends }
    guard !ends.isEmpty else { return [] }
    var genotypes: [String] = []
    for sample in 0..<record.sampleCount {
      let alleles = record.sampleText(sample).prefix { $0 != ":" }.split { "/|".contains($0) }
      genotypes.append(alleles.sorted().joined(separator: "/"))
    }
    let filter = record.text(.filter)
    return ends.map { Joined(ends: $0, filter: filter, genotypes: genotypes) }
  }

  private static func read(_ record: borrowing VariantRecord) -> ReadRecord {
    ReadRecord(
      number: 0, contig: record.text(.contig), position: record.position,
      end: record.referenceEnd, reference: record.text(.reference), alternates: record.alternates,
      structuralLengths: (try? record.structuralLengths()) ?? [], fixedText: record.fixedText)
  }

  /// A loss, gain or inversion that by the specification has an end, and is not told where.
  private static func lacksEnd(_ record: ReadRecord, _ alternate: String) -> Bool {
    ["<DEL", "<DUP", "<INV", "<CN"].contains(where: alternate.hasPrefix)
      && [record.informationValue("END"), record.informationValue("SVLEN")]
        .allSatisfy { $0 == nil || $0 == "." }
  }

  private static func words(_ record: borrowing VariantRecord) -> String {
    "\(record.text(.contig)):\(record.position) (\(Excerpt.quoted(record.text(.alternate))))"
  }
}
