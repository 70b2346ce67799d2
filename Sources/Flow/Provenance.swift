public import Genome

/// Where the data came from and how they were read.
public struct Provenance: Sendable, Hashable {
  /// The file's own name without folders; `stdin` for standard input.
  public var inputName: String
  /// As `VCFv4.2 (BGZF)`.
  public var format: String
  /// Bytes; `nil` for a stream.
  public var inputSize: Int?
  /// SHA-256 (hexadecimal) of header and isolated records.
  public var contentDigest: String
  public var assembly: Assembly
  /// Each proof of the build, as `contig X has length …`.
  public var assemblyProofs: [String]
  /// The chromosome as the file names it.
  public var contig: String
  /// How the locus was reached: `index`, `bisect`, `full scan`.
  public var way: String
  /// What shows that no record was missed on that way.
  public var wayProof: String
  /// Records read from the file, all contigs; with an index, those of the query.
  public var recordsRead: Int
  /// Records of chromosome X among them; `nil` with an index.
  public var recordsOnChromosome: Int?
  /// Records that overlap the locus.
  public var recordsInLocus: Int
  /// Records whose REF is not the build's.
  public var referenceMismatches: Int
  /// What the header says of the programs that made the file, as `source=DeepVariant`.
  public var callers: [String]
  /// Things a reader has to know about the input, each a sentence.
  public var notes: [String]

  public init(
    inputName: String, format: String, inputSize: Int?, contentDigest: String,
    assembly: Assembly, assemblyProofs: [String], contig: String, way: String, wayProof: String,
    recordsRead: Int, recordsOnChromosome: Int?, recordsInLocus: Int,
    referenceMismatches: Int = 0, callers: [String] = [], notes: [String] = []
  ) {
    self.inputName = inputName
    self.format = format
    self.inputSize = inputSize
    self.contentDigest = contentDigest
    self.assembly = assembly
    self.assemblyProofs = assemblyProofs
    self.contig = contig
    self.way = way
    self.wayProof = wayProof
    self.recordsRead = recordsRead
    self.recordsOnChromosome = recordsOnChromosome
    self.recordsInLocus = recordsInLocus
    self.referenceMismatches = referenceMismatches
    self.callers = callers
    self.notes = notes
  }
}
