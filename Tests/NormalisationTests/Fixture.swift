import Flow
import Genome
import Nomenclature
import Normalisation
import ReferenceBundle
import TestSupport
import Testing

/// Records and calls of GRCh38 as a file would give them.
struct Fixture {
  let bundle: ReferenceBundle

  init() throws { bundle = try EmbeddedReference.bundle() }

  var locus: Locus { bundle.locus(.grch38) }
  var map: TranscriptMap {
    TranscriptMap(transcript: bundle.transcripts(.grch38)[0], locus: locus)
  }

  func change(_ name: String) throws -> SequenceChange {
    try HGVSReader.change(codingName: name, on: map)
  }

  /// What the normaliser makes of one ALT.
  func normalised(
    _ position: Int, _ reference: String, _ alternate: String, end: Int? = nil,
    length: Int? = nil, information: String = "."
  ) -> NormalisedVariant.Change {
    let record = ReadRecord(
      number: 1, contig: "chrX", position: position,
      end: end ?? position + reference.count - 1, reference: reference, alternates: [alternate],
      structuralLengths: [length],
      fixedText: "chrX\t\(position)\t.\t\(reference)\t\(alternate)\t.\tPASS\t\(information)")
    return Normaliser(locus: locus).normalise(ReadVariant(record: record, alleleIndex: 1)).change
  }

  /// A variant by its `c.` name, carried with this GT; `number` is its record's.
  func carried(
    _ name: String, _ genotype: String, number: Int, phaseSet: String? = nil,
    depths: [Int?] = [], allele: Int = 1
  ) throws -> CarriedVariant {
    let change = try change(name)
    let spelling = try #require(locus.vcfSpelling(of: change))
    let record = ReadRecord(
      number: number, contig: "chrX", position: spelling.position,
      end: spelling.position + spelling.reference.count - 1, reference: spelling.reference,
      alternates: Array(repeating: spelling.alternate, count: allele))
    let part = ReadVariant(record: record, alleleIndex: allele)
    return CarriedVariant(
      variant: NormalisedVariant(assembly: .grch38, change: .sequence(change), parts: [part]),
      call: SampleCall(
        genotype: Fixture.genotype(genotype), alleleDepths: depths, phaseSet: phaseSet))
  }

  static func genotype(_ text: String) -> Genotype {
    Genotype(
      alleles: text.split { "/|".contains($0) }.map { Int($0) }, isPhased: text.contains("|"),
      text: text)
  }

  func join(
    _ carried: [CarriedVariant], sex: Sex = .unknown
  ) -> (names: [String], notes: [String], variants: [NormalisedVariant]) {
    let joiner = HaplotypeJoiner(map: map, sex: sex, minimumFraction: 0.9)
    let joined = joiner.join(carried)
    let names = joined.variants.map { $0.sequenceChange.flatMap(map.codingName) ?? "-" }
    return (names, joined.notes, joined.variants)
  }

  /// A record as it is written, carried with this GT.
  func written(
    _ position: Int, _ reference: String, _ alternate: String, _ genotype: String, number: Int
  ) -> CarriedVariant {
    let record = ReadRecord(
      number: number, contig: "chrX", position: position, end: position + reference.count - 1,
      reference: reference, alternates: [alternate])
    return CarriedVariant(
      variant: Normaliser(locus: locus).normalise(ReadVariant(record: record, alleleIndex: 1)),
      call: SampleCall(genotype: Fixture.genotype(genotype)))
  }
}
