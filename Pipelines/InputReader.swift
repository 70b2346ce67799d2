import Assessment
import Flow
import Genome
import HTS
import Isolation
import Reading
import ReferenceBundle
import Settings

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
    provenance.doubts += FileOrigin(header).doubts
    provenance.callers = FileCallers.named(in: header.text)
    provenance.notes += [header.versionNote, FileCallers.annotatedNote(in: header.text)]
      .compactMap { $0 }
    let notes = CallerNotes(header: header.text, samples: header.samples)
    var notesOfCaller = selection.names.map { notes.sentences(on: $0) }
    var doubtsOfCaller = selection.names.map { notes.sentences(on: $0, areDoubts: true) }
    if notesOfCaller.count < 2 {
      provenance.notes += notesOfCaller.popLast() ?? notes.sentences(on: nil)
      provenance.doubts +=
        doubtsOfCaller.popLast() ?? notes.sentences(on: nil, areDoubts: true)
    }
    let phasing = FilePhasing(header: header.text)
    provenance.notes += [phasing.note(on: records)].compactMap { $0 }
    return InputReading(
      provenance: provenance, header: header.text, samples: selection.names,
      records: phasing.settled(SplitAlleles.counted(SplitLocalAlleles.placed(records))),
      notesOfCaller: notesOfCaller, doubtsOfCaller: doubtsOfCaller,
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
