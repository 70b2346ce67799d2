import Flow
import Genome
import HTS

/// A record that stands outside the locus, or on another chromosome, and may change the locus: a breakend
/// whose other end lies in it or behind it, an imprecise end that may reach it, a symbol without an end.
struct FarRecord {
  /// As it is handed over: of a record of another chromosome the one of its other end.
  let line: [UInt8]
  let origin: RecordOrigin
  /// For the notes, as `chr1:1000 (G]chrX:49251000])`.
  let words: String
  /// What it joins; empty where it is no breakend.
  let joined: [Set<Adjacency.End>]

  /// `nil` for a record of X that does not reach `locus`, as far as it tells. A single breakend may join
  /// anything, and is left out.
  init?(onX record: borrowing VariantRecord, reaching locus: Locus) {
    guard record.mayBeStructural else { return nil }
    let read = ReadRecord(
      number: 0, contig: record.text(.contig), position: record.position,
      end: record.referenceEnd, reference: record.text(.reference), alternates: record.alternates,
      structuralLengths: (try? record.structuralLengths()) ?? [], fixedText: record.fixedText)
    guard read.statedReaches.contains(where: { $0.overlaps(locus.interval) }) else { return nil }
    line = FarRecord.bytes(of: record)
    origin = record.origin
    words = FarRecord.words(record) + " may reach the locus"
    joined = record.adjacencies.compactMap { $0?.ends }
  }

  /// `nil` for a record of another chromosome that joins no place of `locus`.
  init?(
    elsewhere record: borrowing VariantRecord, joining locus: Locus, _ chromosomeX: ContigNames
  ) {
    let adjacencies = record.adjacencies
    guard adjacencies.count == 1, let there = adjacencies[0]?.there,
      chromosomeX.contains(there.contig.utf8.span),
      let base = locus.bases(in: Interval(there.position, there.position)), !base.isEmpty,
      let mate = record.mateLine(base: base.text)
    else { return nil }
    line = Array(mate.utf8)
    origin = record.origin
    words =
      FarRecord.words(record) + " is listed at its other end, \(there.contig):\(there.position)"
    joined = adjacencies.compactMap { $0?.ends }
  }

  private static func bytes(of record: borrowing VariantRecord) -> [UInt8] {
    let line = record.line
    return line.indices.map { line[$0] }
  }

  private static func words(_ record: borrowing VariantRecord) -> String {
    "\(record.text(.contig)):\(record.position) (\(Excerpt.quoted(record.text(.alternate))))"
  }
}
