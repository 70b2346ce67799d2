import Calling
import Flow
import Genome
import HTS
import Isolation
import Nomenclature
import Normalisation
import Settings

/// `--alignments`: what a sample's reads show where its variant file says nothing.
///
/// A record of the file always comes first. Reads add reference blocks beside the records, copy
/// number and the depth of X and Y. A variant that they show and the sample's genotypes lack becomes a
/// call that is not confirmed: it is named, classified and said, and its place is open, whatever the
/// file says there.
struct AlignmentEvidence {
  let knowledge: Knowledge
  let request: AnnotateRequest

  func fill(_ reading: inout InputReading, from path: String) throws(PipelineError) {
    guard reading.samples.count == 1, let name = reading.samples.first else {
      throw PipelineError(
        .usage,
        "--alignments speaks of one sample, but \(reading.samples.count) are selected; choose one "
          + "with --sample, or give each sample its reads in a sample sheet (foxp3 batch, column alignments)"
      )
    }
    let alignments = try read(path)
    guard alignments.provenance.assembly == reading.provenance.assembly else {
      throw PipelineError(
        .unusable,
        "\(path): its reads are on \(alignments.provenance.assembly.rawValue), but the variants on "
          + "\(reading.provenance.assembly.rawValue); give the reads the variants were called from")
    }
    let sample = try chosen(alignments, name, path)
    let pipeline = ReadPipeline(knowledge: knowledge, request: request)
    let calls = try pipeline.calls(sample, alignments, beside: reading)
    add(calls, of: sample, alignments, to: &reading)
  }

  private func read(_ path: String) throws(PipelineError) -> AlignmentReading {
    var request = request
    request.samples = []
    let file: AlignmentFile
    do throws(HTSError) {
      file = try AlignmentFile.open(path, fasta: request.fasta)
    } catch {
      throw PipelineError(error)
    }
    return try AlignmentReader(bundle: knowledge.bundle, request: request).read(file, path: path)
  }

  /// The sample of the same name, or the only one.
  private func chosen(
    _ alignments: AlignmentReading, _ name: String, _ path: String
  ) throws(PipelineError) -> AlignmentReading.Sample {
    if let same = alignments.samples.first(where: { $0.name == name }) { return same }
    guard alignments.samples.count == 1, let only = alignments.samples.first else {
      let names = alignments.samples.map { "“\($0.name)”" }.joined(separator: ", ")
      throw PipelineError(.usage, "\(path): has no reads of “\(name)”; it has \(names)")
    }
    return only
  }

  private func add(
    _ calls: SampleCalls, of sample: AlignmentReading.Sample, _ alignments: AlignmentReading,
    to reading: inout InputReading
  ) {
    let blocks = calls.records.filter(\.isReferenceBlock)
    let normaliser = Normaliser(locus: alignments.locus)
    let missing = unlisted(calls, reading, normaliser)
    let absent = calls.contradicted
    let isAbsent = Set(absent.map(\.number))
    reading.blocksOfReads = blocks
    reading.records = reading.records.map { record in
      isAbsent.contains(record.number)
        ? AlignmentEvidence.filtered(record, [ReadRecord.notSeenInReads]) : record
    }
    reading.records = CallsAlikeInReads(
      calls: calls.records, normaliser: normaliser,
      minimumQuality: request.profile.minimumGenotypeQuality
    ).settled(reading.records)
    let phased = PhaseInReads(calls: calls.records, normaliser: normaliser).settled(reading.records)
    reading.records = phased.records + doubtful(missing, after: phased.records)
    reading.sexDepth = alignments.sexDepth(of: sample)
    reading.sexReads = sample.sexReads
    reading.readDepth = calls.depth
    reading.copyNumber = copyNumber(calls.copyNumber, missing)
    let origin = alignments.provenance
    let told = ReadPipeline(knowledge: knowledge, request: request).notes(on: calls, alignments)
    var notes =
      [
        "Where the file says nothing, the reads of \(origin.inputName) (sample “\(sample.name)”, "
          + "\(origin.format), by \(origin.way)) were looked at."
      ]
      + told.sentences
    if !sample.isNamed {
      notes.append(
        "The reads name no sample: make sure that they are of the person of the variants.")
    }
    if calls.use.used == 0, reading.records.contains(where: \.isReferenceBlock) {
      notes.append(
        "The file says that FOXP3 was read, and the reads hold none over it that could be used: make sure that "
          + "both are of one person, and that the reads are whole.")
    }
    notes += absent.map { record in
      "The file calls \(record.spelling), and the reads show only the reference there: the call "
        + "is not confirmed (FILTER \(ReadRecord.notSeenInReads)). Make sure that both are of one person."
    }
    notes += phased.notes
    notes +=
      CopiesInReads(file: reading.records, calls: calls.records, normaliser: normaliser)
      .sentences
    reading.provenance.doubts +=
      origin.doubts + told.doubts + [otherName(sample, reading)].compactMap { $0 }
    reading.provenance.notes += notes + origin.notes + missing.map(sentence)
  }

  /// What the reads show of another person would free this one: names that differ have to be explained.
  private func otherName(
    _ sample: AlignmentReading.Sample, _ reading: InputReading
  ) -> String? {
    guard sample.isNamed, let name = reading.samples.first, name != sample.name else { return nil }
    return
      "The variants are of sample “\(name)”, the reads of “\(sample.name)”: make sure that both are of one person, "
      + "and give both files one name (bcftools reheader, samtools addreplacerg)."
  }

  private func copyNumber(
    _ reading: CopyNumberReading, _ missing: [ReadRecord]
  ) -> CopyNumberReading {
    let structural = missing.filter { $0.alternates.contains { $0.hasPrefix("<") } }
    guard !structural.isEmpty else { return reading }
    let verb = structural.contains(where: \.passesFilter) ? "show" : "may show"
    return .notAssessed(
      reason: "the reads \(verb) a deletion or duplication that the file does not list")
  }

  private func sentence(_ record: ReadRecord) -> String {
    "The reads show \(record.spelling), which the file does not list in this sample: "
      + "it is among the calls that are not confirmed (FILTER "
      + "\(AlignmentEvidence.filters(record).joined(separator: ";"))), and its place is open."
  }

  /// What the caller doubts, and that the file does not have it.
  private static func filters(_ record: ReadRecord) -> [String] {
    record.filters.filter { $0 != "PASS" } + [ReadRecord.seenInReadsOnly]
  }

  /// The records with that filter, and numbers of their own behind those of the file.
  private func doubtful(_ missing: [ReadRecord], after records: [ReadRecord]) -> [ReadRecord] {
    let last = records.map(\.number).max() ?? 0
    return missing.enumerated().map { index, record in
      var doubtful = AlignmentEvidence.filtered(record, AlignmentEvidence.filters(record))
      doubtful.number = last + index + 1
      return doubtful
    }
  }

  /// The record with these in the place of its filters.
  private static func filtered(_ record: ReadRecord, _ filters: [String]) -> ReadRecord {
    var filtered = record
    filtered.filters = filters
    var columns = record.fixedText.split(separator: "\t", omittingEmptySubsequences: false)
    if columns.count > 6 { columns[6] = filters.joined(separator: ";")[...] }
    filtered.fixedText = columns.joined(separator: "\t")
    return filtered
  }

  /// Variants of the reads that the file calls in the sample in no spelling, those among them that the
  /// caller doubts; not those of the lowest quality.
  private func unlisted(
    _ calls: SampleCalls, _ reading: InputReading, _ normaliser: Normaliser
  ) -> [ReadRecord] {
    let listed = Set(
      reading.records.filter { !$0.isReferenceBlock }.flatMap(normaliser.carriedChanges))
    let bases = Set(listed.flatMap(AlignmentEvidence.bases))
    return calls.records.filter { record in
      !record.isReferenceBlock && !record.filters.contains(SampleCalls.lowQuality)
        && !normaliser.shownChanges(record).allSatisfy { change in
          let own = AlignmentEvidence.bases(change)
          return listed.contains(change) || !own.isEmpty && own.allSatisfy(bases.contains)
        }
    }
  }

  /// The single bases that a change without insertion or deletion puts in: neighbours may stand in
  /// one record of the reads and in several of the file.
  static func bases(_ change: NormalisedVariant.Change) -> [SequenceChange] {
    if case .sequence(let change) = change { change.substitutions } else { [] }
  }
}
