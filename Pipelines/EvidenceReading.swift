import Flow
import Genome
import HTS
import Isolation
import Normalisation
import Reading
import ReferenceBundle

/// The locus of a file of evidence, whose build is proven as an input's is.
struct EvidenceReading {
  let path: String
  /// For reports: without its folder.
  let name: String
  let assembly: Assembly
  let header: String
  /// Whose genotypes it has.
  let samples: [String]
  let records: [ReadRecord]
  private let normaliser: Normaliser
  private let digest: String

  /// `body` is shown each record as it is read.
  init(
    _ path: String, _ bundle: ReferenceBundle,
    _ body: (borrowing VariantRecord) throws(HTSError) -> Void
  ) throws(PipelineError) {
    do throws(IsolationError) {
      let isolator = try Isolator(
        path: path, request: IsolationRequest(loci: bundle.loci, naming: bundle.naming))
      header = isolator.header.text
      samples = isolator.header.samples
      var reader = RecordReader(SampleSelection.none)
      var records: [ReadRecord] = []
      let provenance = try isolator.forEachRecord { (record, _) throws(HTSError) in
        records.append(try reader.read(record))
        try body(record)
      }
      self.records = records
      self.path = path
      name = provenance.inputName
      assembly = provenance.assembly
      digest = provenance.contentDigest
      normaliser = Normaliser(locus: bundle.locus(provenance.assembly))
    } catch {
      throw PipelineError(error)
    }
  }

  /// As the report's versions name the file.
  var description: String {
    "\(name) (\(assembly.rawValue), \(records.count) records in the locus, SHA-256 \(digest))"
  }

  /// A file without a record in the locus is an error: it is most often of another build than its
  /// header says. `key`: what it holds.
  func requireRecords(of key: String) throws(PipelineError) {
    guard records.isEmpty else { return }
    throw PipelineError(
      .unusable,
      "\(path): has no record in the FOXP3 locus of \(assembly.rawValue), the build its header "
        + "shows, and so tells nothing; give a file of \(key) that holds the region")
  }

  /// The alleles of a record in their only spelling; `nil` for one that can't be named. A REF that
  /// is not the reference's is an error: of such a record nothing can be believed.
  func changes(_ record: ReadRecord) throws(PipelineError) -> [SequenceChange?] {
    var changes: [SequenceChange?] = []
    for index in record.alternates.indices {
      let variant = normaliser.normalise(ReadVariant(record: record, alleleIndex: index + 1))
      if case .notAssessable(let reason) = variant.change, case .referenceMismatch = reason {
        throw failure(record, "\(reason.reason); correct the record or the program that wrote it")
      }
      changes.append(variant.sequenceChange)
    }
    return changes
  }

  func failure(_ record: ReadRecord, _ problem: String) -> PipelineError {
    PipelineError(.unusable, "\(path): \(EvidenceReading.place(record)): \(problem)")
  }

  /// As `record 3 of the locus (chrX:49253160 C>G)`.
  static func place(_ record: ReadRecord) -> String {
    "record \(record.number) of the locus (\(record.spelling))"
  }
}
