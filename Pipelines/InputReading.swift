import Assessment
import Flow

/// Everything read from one input: the locus' records, and what X and Y tell of each sample's sex.
struct InputReading {
  var provenance: Provenance
  var header: String
  /// Sample names; empty for a file without sample columns.
  var samples: [String]
  var records: [ReadRecord]
  /// One per sample, where there are several: what `foxp3 call` had to say of the reads, in sentences.
  var notesOfCaller: [[String]] = []
  /// The same of what leaves a negative open.
  var doubtsOfCaller: [[String]] = []
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
  /// These reads are of RNA.
  var isOfRNA = false
}
