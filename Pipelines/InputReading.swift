import Assessment
import Flow
import Genome
import Settings
import HTS
import Isolation
import Reading
import ReferenceBundle

/// Everything read from one input: the locus' records, and what X and Y tell of each sample's sex.
struct InputReading {
  var provenance: Provenance
  var header: String
  /// Sample names; empty for a file without sample columns.
  var samples: [String]
  var records: [ReadRecord]
  /// One per sample, where there are several: what `foxp3 call` had to say of the reads, in sentences.
  var notesOfCaller: [[String]] = []
  /// Reference blocks that the sample's reads add to a variant file.
  var blocksOfReads: [ReadRecord] = []
  /// One per sample; `nil` where only the locus was read.
  var sexChromosomes: [SexChromosomeCalls?]
  /// `nil` for a file of variants.
  var sexDepth: SexChromosomeDepth?
  /// Genotypes of reads on X, and SRY; `nil` where they were not read.
  var sexReads: SexChromosomeReads?
  /// `nil` where no reads were read.
  var readDepth: ReadDepth?
  var copyNumber = CopyNumberReading.notAssessed(reason: CopyNumberReading.needsReads)
  /// The records were called of reads.
  var isCalledFromReads = false
}

/// Reads one input: isolates the locus and turns its records into values.
struct InputReader {
  let bundle: ReferenceBundle
  let request: AnnotateRequest

  func read(
    _ file: consuming VariantFile, path: String
  ) throws(PipelineError) -> InputReading {
    do throws(IsolationError) {
      return try isolate(file, path)
    } catch {
      throw PipelineError(error)
    }
  }

  private func isolate(
    _ file: consuming VariantFile, _ path: String
  ) throws(IsolationError) -> InputReading {
    let isolator = try Isolator(
      file, path: path,
      request: IsolationRequest(
        loci: bundle.loci, naming: bundle.naming, declaredAssembly: request.assembly,
        isFullScan: request.isFullScan, allowsBisect: request.profile.allowsBisect,
        includesElsewhere: true, threads: request.threads))
    let header = isolator.header
    let selection = try selected(header, path)
    var reader = RecordReader(selection)
    var elsewhere = RecordReader(selection)
    var records: [ReadRecord] = []
    var tally = SexTally(bundle: bundle, request: request, samples: selection.names.count)
    var provenance = try isolator.forEachRecord { (record, place) throws(HTSError) in
      switch place {
      case .locus: records.append(try reader.read(record))
      case .elsewhereOnX: try tally.count(record, with: &elsewhere, on: .x)
      case .chromosomeY: try tally.count(record, with: &elsewhere, on: .y)
      }
    }
    provenance.callers = FileCallers.named(in: header.text)
    provenance.notes += [header.versionNote, FileCallers.annotatedNote(in: header.text)]
      .compactMap { $0 }
    let notes = CallerNotes(header: header.text, samples: header.samples)
    var notesOfCaller = selection.names.map(notes.sentences)
    if notesOfCaller.count < 2 {
      provenance.notes += notesOfCaller.popLast() ?? notes.sentences(on: nil)
    }
    return InputReading(
      provenance: provenance, header: header.text, samples: selection.names,
      records: SplitAlleles.counted(SplitLocalAlleles.placed(records)),
      notesOfCaller: notesOfCaller,
      sexChromosomes: tally.calls(provenance))
  }

  private func selected(
    _ header: VariantHeader, _ path: String
  ) throws(IsolationError) -> SampleSelection {
    do throws(HTSError) {
      return request.samples.isEmpty
        ? SampleSelection(all: header)
        : try SampleSelection(request.samples, in: header, file: path)
    } catch {
      throw IsolationError(error)
    }
  }
}

/// Counts genotypes on X and Y for every sample. The build is proven only at the end, so both are
/// counted.
private struct SexTally {
  /// Of each build, and in it of each sample.
  private var counts: [[SexChromosomeCalls]] = []
  private let assemblies: [Assembly]
  /// What is seen of the record at hand, kept for its memory.
  private var glances: [GenotypeGlance] = []

  init(bundle: ReferenceBundle, request: AnnotateRequest, samples: Int) {
    assemblies = bundle.loci.map(\.assembly)
    counts = bundle.loci.map { locus in
      Array(
        repeating: SexChromosomeCalls(
          assembly: locus.assembly, locus: locus.interval,
          minimumGenotypeQuality: request.profile.minimumGenotypeQuality,
          oneAlleleMinimumShare: request.profile.hemizygousMinimumFraction),
        count: samples)
    }
  }

  /// Most records are told at a glance; one that is not is read whole.
  mutating func count(
    _ record: borrowing VariantRecord, with reader: inout RecordReader,
    on chromosome: SexChromosome
  ) throws(HTSError) {
    glances.removeAll(keepingCapacity: true)
    for place in reader.selection.places {
      let glance = record.glance(at: place)
      if glance == .doubt { return count(try reader.read(record), on: chromosome) }
      glances.append(glance)
    }
    for (column, glance) in glances.enumerated() {
      guard case .substitution(let ploidy, let isHeterozygous, let quality, let share) = glance
      else {
        continue
      }
      for build in counts.indices {
        counts[build][column].count(
          position: record.position, ploidy: ploidy, isHeterozygous: isHeterozygous,
          quality: quality, share: share, on: chromosome)
      }
    }
  }

  private mutating func count(_ record: ReadRecord, on chromosome: SexChromosome) {
    for build in counts.indices {
      for column in counts[build].indices {
        counts[build][column].count(record, column: column, on: chromosome)
      }
    }
  }

  /// `nil` for each sample where not all of X was read: a part of it says nothing of the rest, nor of Y.
  func calls(_ provenance: Provenance) -> [SexChromosomeCalls?] {
    let own = assemblies.firstIndex(of: provenance.assembly).map { counts[$0] } ?? []
    return own.map { provenance.recordsOnChromosome != nil ? $0 : nil }
  }
}
