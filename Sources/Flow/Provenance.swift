public import Genome

/// How many records a file has on a contig, by the file's name of it.
public struct ContigCount: Sendable, Hashable {
  public var name: String
  public var records: Int

  public init(name: String, records: Int) {
    self.name = name
    self.records = records
  }
}

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
  /// SHA-256 (hexadecimal) of the whole file, where it was asked for.
  public var fileDigest: String?
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
  /// Records of each contig that has any; of reads, the mapped ones. `nil` unless all were met.
  public var recordsByContig: [ContigCount]?
  /// Records that overlap the locus.
  public var recordsInLocus: Int
  /// Records whose REF is not the build's.
  public var referenceMismatches: Int
  /// What the header says of the programs that made the file, as `source=DeepVariant`.
  public var callers: [String] = []
  /// What of the input may be missing here (on a contig with a copy of FOXP3, or cut off), each a sentence:
  /// the result stays incomplete.
  public var doubts: [String]
  /// Things a reader has to know about the input, each a sentence.
  public var notes: [String]

  public init(
    inputName: String, format: String, inputSize: Int?, contentDigest: String,
    assembly: Assembly, assemblyProofs: [String], contig: String, way: String, wayProof: String,
    recordsRead: Int, recordsOnChromosome: Int?, recordsByContig: [ContigCount]? = nil,
    recordsInLocus: Int, referenceMismatches: Int = 0, doubts: [String] = [], notes: [String] = []
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
    self.recordsByContig = recordsByContig
    self.recordsInLocus = recordsInLocus
    self.referenceMismatches = referenceMismatches
    self.doubts = doubts
    self.notes = notes
  }
}
