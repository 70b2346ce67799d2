public import Flow
import Genome
public import HTS

/// Turns a borrowed record into a value: its alleles whole, and the calls of the selected samples.
public struct RecordReader: Sendable {
  public let selection: SampleSelection
  /// Records read so far; numbers them.
  private var count = 0

  public init(_ selection: SampleSelection) { self.selection = selection }

  /// Reads one record. A value that breaks the specification is an error, never left out.
  public mutating func read(_ record: borrowing VariantRecord) throws(HTSError) -> ReadRecord {
    count += 1
    var calls: [SampleCall] = []
    let alternates = record.alternates
    let unlisted = alternates.firstIndex(where: ReadRecord.isNonReference).map { $0 + 1 }
    let isFlagged = Imputation.isFlagged(record)
    let hasOwnEnds = record.formatKeys.contains("LEN") && !RecordReader.isOfBases(alternates)
    for place in selection.places {
      let fields = try record.sample(place)
      let local = try LocalAlleles(record, fields)
      var call = try RecordReader.call(record, fields, local)
      try RecordReader.addLikelihoods(to: &call, unlisted: unlisted, record, fields, local)
      call.imputation = Imputation.told(
        by: fields, call, alleles: record.alternateCount + 1, isFlagged: isFlagged,
        origin: selection.origin)
      if fields.value("AD") == nil, fields.value("PL") == nil { call.localValues = local?.values }
      if hasOwnEnds { call.end = try RecordReader.end(record, fields) }
      calls.append(call)
    }
    var read = ReadRecord(
      number: count, contig: record.text(.contig), position: record.position,
      end: try RecordReader.end(record, calls), reference: record.text(.reference),
      alternates: alternates, structuralLengths: try record.structuralLengths(),
      quality: try record.quality(), filters: record.filters, fixedText: record.fixedText,
      formatText: record.hasFormat ? record.text(.format) : nil, calls: calls)
    read.isCopyNumberSegment =
      read.alternates.isEmpty
      && (record.hasInformation("SVTYPE") || read.reference.allSatisfy { "Nn".contains($0) })
    read.hasProvisionalReference =
      selection.origin.hasProvisionalReference
      || record.hasInformation("PR") && record.information("PR") == nil
    read.doubtOfAlleles = selection.origin.doubt(of: read)
    return read
  }

  /// The last base that the record speaks of in some selected sample. One with an alternate of
  /// bases speaks of its REF alone: END, SVLEN and LEN are of reference blocks and symbolic alleles.
  private static func end(
    _ record: borrowing VariantRecord, _ calls: [SampleCall]
  ) throws(HTSError) -> Int {
    if let furthest = calls.compactMap(\.end).max() { return furthest }
    let structural = try record.structuralEnd() ?? 0
    if isOfBases(record.alternates) { return max(record.referenceEnd, structural) }
    return max(record.referenceEnd, structural, try record.declaredEnd() ?? 0)
  }

  /// The same in one sample: VCF 4.5 gives a reference block a length for each (LEN), and END as the longest.
  private static func end(
    _ record: borrowing VariantRecord, _ fields: SampleFields
  ) throws(HTSError) -> Int {
    let length = try record.integer("LEN", fields) ?? 0
    return max(
      record.referenceEnd, try record.structuralEnd() ?? 0, record.position + length - 1)
  }

  private static func isOfBases(_ alternates: [String]) -> Bool {
    let named = alternates.filter { !ReadRecord.isNonReference($0) }
    return !named.isEmpty && !named.contains { $0.hasPrefix("<") }
  }

  private static func call(
    _ record: borrowing VariantRecord, _ fields: SampleFields, _ local: LocalAlleles?
  ) throws(HTSError) -> SampleCall {
    // Of reference calls GATK writes RGQ, and Strelka GQX, in the place of GQ. CNVkit writes there how many probes a loss
    // has, and 0 of a gain (etal/cnvkit, cnvlib/export.py).
    var quality = record.hasInformation("PROBES") ? nil : try record.number("GQ", fields)
    let ofReference = quality == nil ? try record.number("RGQ", fields) : nil
    quality = quality ?? ofReference
    if quality == nil { quality = try record.number("GQX", fields) }
    let phasing = PhasedGenotype(try record.genotype(fields), fields)
    let depth = try record.integer("DP", fields)
    var depths = try AlleleDepths.read(record, fields, local: local)
    if !depths.reads.contains(where: { $0 != nil }), phasing.genotype?.isHomozygousReference == true
    {
      depths = AlleleDepths.ofJunctions(record, fields) ?? depths
    }
    var call = SampleCall(
      genotype: phasing.genotype, depth: depth,
      minimumDepth: try record.integer("MIN_DP", fields), alleleDepths: depths.reads,
      genotypeQuality: quality, phaseSet: phasing.set,
      filters: filters(fields), text: fields.text)
    call.isAgainstEveryAllele = ofReference != nil && record.alternateCount == 0
    call.unnamedReads = depths.unnamed(of: depth)
    call.hasUnplacedReads = depths.isUnplaced
    call.hasReadsOfJunctions = depths.areOfJunctions
    if quality == nil {
      call.genotypeQuality = GenotypePosteriors(fields, alleles: record.alternateCount + 1)?
        .quality(of: call.genotype)
    }
    return call
  }

  /// What PL, GL, or LPL of local alleles, say of the genotype as called, and of an allele without name. A block's are of its least sure base:
  /// there GQ tells it. Where a family's or a population's genotypes were weighed in (PP), PL are not its ground.
  private static func addLikelihoods(
    to call: inout SampleCall, unlisted: Int?, _ record: borrowing VariantRecord,
    _ fields: SampleFields, _ local: LocalAlleles?
  ) throws(HTSError) {
    call.unlistedAllele = unlisted
    let (phred, log10) = (try record.integers("PL", fields), try record.numbers("GL", fields))
    let count = record.alternateCount + 1
    guard try record.declaredEnd() == nil,
      let likelihoods = GenotypeLikelihoods(phred, alleles: count)
        ?? GenotypeLikelihoods(ofLog10: log10, alleles: count) ?? local?.likelihoods
    else { return }
    if let unlisted { call.unlistedLikelihood = likelihoods.least(with: unlisted) }
    guard fields.value("PP") == nil, fields.value("LPP") == nil, let genotype = call.genotype else {
      return
    }
    call.likelier = likelihoods.likelier(than: genotype)
    // `bcftools call` writes PL without GQ, freebayes GL.
    if call.genotypeQuality == nil {
      call.genotypeQuality = likelihoods.quality(of: genotype).map { Double(min(99, $0)) }
    }
  }

  /// FT, empty where the sample passes.
  private static func filters(_ fields: SampleFields) -> [String] {
    guard let text = fields.value("FT"), text != "PASS" else { return [] }
    return text.utf8.split(separator: UInt8(ascii: ";")).map { String(decoding: $0, as: UTF8.self) }
  }
}
