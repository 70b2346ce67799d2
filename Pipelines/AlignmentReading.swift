import Assessment
import Calling
import Flow
import Genome
import HTS
import Isolation
import ReferenceBundle
import Settings

/// Everything read from one file of reads.
struct AlignmentReading {
  struct Sample {
    var name: String
    /// By the file's read groups; else it is the file's.
    var isNamed: Bool
    var caller: Caller
    /// `nil` where the depth of whole chromosomes tells the sex, and where these reads don't.
    var sexReads: SexChromosomeReads?
  }

  var provenance: Provenance
  var locus: Locus
  var samples: [Sample]
  /// `nil` where the file has no reads outside X, does not tell, or holds several samples.
  var sexDepth: SexChromosomeDepth?
  /// Placed reads on X; `nil` with `sexDepth`.
  var readsOnX: Int?
  /// Contigs with a copy of FOXP3 on which reads lie or may lie.
  var copiesElsewhere: [AlignmentHeader.Contig]

  /// Of a genome's reads on X, the window around FOXP3 has two in a thousand; of a file cut to a few
  /// genes it has most, and the reads of whole chromosomes say nothing there.
  private static let mostInWindow = 0.2

  /// The depth that may tell a sample's sex: of a whole genome only.
  func sexDepth(of sample: Sample) -> SexChromosomeDepth? {
    guard let readsOnX, sample.caller.isOfWholeGenome,
      Double(sample.caller.readsInWindow) <= Self.mostInWindow * Double(readsOnX)
    else { return nil }
    return sexDepth
  }
}

/// Reads a file of reads: isolates those around the locus and hands them to a caller per sample.
struct AlignmentReader {
  let bundle: ReferenceBundle
  let request: AnnotateRequest

  func read(
    _ file: consuming AlignmentFile, path: String
  ) throws(PipelineError) -> AlignmentReading {
    do throws(IsolationError) {
      return try isolate(file, path: path)
    } catch {
      throw PipelineError(error)
    }
  }

  private func isolate(
    _ file: consuming AlignmentFile, path: String
  ) throws(IsolationError) -> AlignmentReading {
    let isolator = try ReadIsolator(
      file, path: path, fasta: request.fasta,
      request: IsolationRequest(
        loci: bundle.loci, naming: bundle.naming, declaredAssembly: request.assembly,
        isFullScan: request.isFullScan, allowsBisect: request.profile.allowsBisect,
        includesElsewhere: true, threads: request.threads))
    let header = isolator.header
    let locus = bundle.locus(isolator.assembly)
    let groups = try ReadGroups(header, stem: FileStem.of(path), selected: request.samples, path)
    let kernel = try Isolator.chosenKernel()
    let window = isolator.window
    var samples = groups.samples.map { name in
      AlignmentReading.Sample(
        name: name, isNamed: !header.samples.isEmpty,
        caller: Caller(
          locus: locus, contig: isolator.contig, window: window,
          settings: CallingSettings(request.profile), kernel: kernel))
    }
    var unassigned = 0
    var undeclared = 0
    var outcome = try isolator.forEachRead { (record, isInLocus) throws(HTSError) in
      guard let place = groups.sample(of: record) else {
        unassigned += isInLocus ? 1 : 0
        return
      }
      undeclared += isInLocus && groups.isUndeclared(record) ? 1 : 0
      samples[place].caller.add(record, isInLocus: isInLocus)
    }
    outcome.provenance.notes += groups.notes
    if unassigned > 0 {
      outcome.provenance.notes.append(
        "\(unassigned) reads over the locus belong to no selected sample by their read group (RG) "
          + "and were not used.")
    }
    if undeclared > 0 {
      outcome.provenance.notes.append(
        "\(undeclared) reads over the locus name a read group (RG) that the header does not declare; "
          + "they were taken to be of \(groups.samples[0]).")
    }
    let chromosomes =
      header.samples.count > 1 ? nil : outcome.readsByContig.map { ChromosomeReads(header, $0) }
    var reading = AlignmentReading(
      provenance: outcome.provenance, locus: locus, samples: samples,
      sexDepth: chromosomes?.depth, readsOnX: chromosomes?.readsOnX,
      copiesElsewhere: outcome.copiesElsewhere)
    readSex(&reading, path, groups, window: window)
    return reading
  }

  /// X and Y by single reads, where the depth of whole chromosomes tells nothing.
  private func readSex(
    _ reading: inout AlignmentReading, _ path: String, _ groups: ReadGroups, window: Interval
  ) {
    let isTold = reading.samples.allSatisfy { reading.sexDepth(of: $0)?.isOfWholeGenome ?? false }
    guard VariantFile.canBeReadAgain(path), !isTold else { return }
    let sex = SexReading(
      assembly: reading.locus.assembly, profile: request.profile, groups: groups,
      chromosomeYNames: bundle.naming.chromosomeYNames, contig: reading.provenance.contig,
      window: window)
    do throws(HTSError) {
      let found = try sex.read(path, fasta: request.fasta)
      for place in reading.samples.indices { reading.samples[place].sexReads = found[place] }
    } catch {
      reading.provenance.notes.append(
        "X and Y beside FOXP3 could not be read to tell the sex: \(error.description).")
    }
  }
}

extension CallingSettings {
  init(_ profile: Profile) {
    self.init(
      minimumMappingQuality: profile.minimumMappingQuality,
      minimumBaseQuality: profile.minimumBaseQuality,
      minimumFraction: min(0.05, profile.mosaicMinimumFraction),
      mosaicFraction: profile.mosaicMinimumFraction,
      hemizygousFraction: profile.hemizygousMinimumFraction,
      minimumDepthOneCopy: profile.minimumDepthOneCopy,
      minimumDepthTwoCopies: profile.minimumDepthTwoCopies,
      minimumGenotypeQuality: profile.minimumGenotypeQuality)
  }
}
