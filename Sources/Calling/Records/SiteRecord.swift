import Flow
import Genome

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A called site as a record of a variant file.
struct SiteRecord {
  let site: CalledSite
  let call: RegionCall
  let support: AlleleSupport
  let contig: String
  let filters: [CallFilter]
  /// Reads of each allele, those thinned out among them, and last of any other.
  let total: [Int]?
  /// The first site's position where a region has several: phased by the reads with each other.
  let phaseSet: Int?
  let unlisted: UnlistedReads
  /// Whether `<*>` stands behind the alternates.
  let listsOthers: Bool

  /// `number` is set when all records are in order.
  var record: ReadRecord {
    let filters = filters.isEmpty ? ["PASS"] : filters.map(\.rawValue)
    let fixed = [
      contig, String(site.interval.start), ".", site.reference.text,
      alternates.joined(separator: ","), quality.map { String($0) } ?? ".",
      filters.joined(separator: ";"), information,
    ]
    return ReadRecord(
      number: 0, contig: contig, position: site.interval.start, end: site.interval.end,
      reference: site.reference.text, alternates: alternates,
      structuralLengths: alternates.map { _ in nil }, quality: quality.map { Double($0) },
      filters: filters, fixedText: fixed.joined(separator: "\t"),
      formatText: fields.map(\.0).joined(separator: ":"), calls: [sampleCall])
  }

  /// No alternate is called of a dropped haplotype.
  private var quality: Int? { site.isReference ? nil : call.variantQuality }

  /// That a copy has none of a dropped haplotype's alleles is open.
  private var genotypeQuality: Int { site.isReference ? 0 : call.genotypeQuality }

  private var mosaicShare: Double? { site.isReference ? nil : call.mosaicShare }

  private var alternates: [String] { site.alternates.map(\.text) + (listsOthers ? ["<*>"] : []) }

  /// Reads by allele, those of `<*>` last.
  private func byAllele(_ listed: [Int], _ others: Int) -> [Int] {
    listed + (listsOthers ? [others] : [])
  }

  private var depths: [Int] { byAllele(support.depths, unlisted.depth) }

  private var information: String {
    let depth = "DP=\(support.depths.reduce(0, +))"
    return mosaicShare.map { "\(depth);MOSAIC=\(Hundredths.text($0))" } ?? depth
  }

  private var isPhased: Bool { phaseSet != nil && site.genotype.count == 2 }

  private var genotypeText: String {
    let alleles = isPhased ? site.genotype : site.genotype.sorted()
    return alleles.map(String.init).joined(separator: isPhased ? "|" : "/")
  }

  private var fields: [(String, String)] {
    var fields = [
      ("GT", genotypeText), ("GQ", String(genotypeQuality)),
      ("DP", String(support.depths.reduce(0, +))), ("AD", list(depths)),
      ("ADF", list(byAllele(support.forward, unlisted.forward))),
      ("ADR", list(byAllele(support.reverse, unlisted.reverse))),
    ]
    let likelihoods =
      listsOthers ? unlisted.likelihoods : PhredLikelihoods.values(site, call)
    if call.mosaicShare == nil { fields.append(("PL", list(likelihoods))) }
    if let total { fields.append(("TAD", list(Array(total.prefix(depths.count))))) }
    if let phaseSet, isPhased { fields.append(("PS", String(phaseSet))) }
    if let other = call.otherPloidy, let carried = other.carried.first,
      let allele = site.alleles[carried]
    {
      fields += [("HGT", String(allele)), ("HGQ", String(other.quality))]
    }
    return fields
  }

  private var sampleCall: SampleCall {
    SampleCall(
      genotype: Genotype(
        alleles: isPhased ? site.genotype : site.genotype.sorted(), isPhased: isPhased,
        text: genotypeText),
      depth: support.depths.reduce(0, +), alleleDepths: depths,
      unlistedAllele: listsOthers ? alternates.count : nil,
      unlistedLikelihood: call.mosaicShare == nil ? unlisted.least : nil,
      genotypeQuality: Double(genotypeQuality),
      phaseSet: isPhased ? phaseSet.map(String.init) : nil,
      text: fields.map(\.1).joined(separator: ":"))
  }

  private func list(_ values: [Int]) -> String { values.map(String.init).joined(separator: ",") }
}

/// PL: phred-scaled likelihoods of every genotype of a site, the best one 0 (VCF 4.3, section 1.6.2).
enum PhredLikelihoods {
  private static let limit = 9_999

  static func values(_ site: CalledSite, _ call: RegionCall) -> [Int] {
    values(call.genotypes, alleles: site.alleles, count: site.alternates.count + 1)
  }

  /// `alleles`: that of each haplotype, `nil` for one that is none of the `count` alleles.
  static func values(
    _ genotypes: [GenotypeModel.Scored], alleles: [Int?], count: Int
  ) -> [Int] {
    let copies = genotypes.first?.haplotypes.count ?? 1
    let orders =
      copies == 1
      ? (0..<count).map { [$0] } : (0..<count).flatMap { high in (0...high).map { [$0, high] } }
    var best = [Double](repeating: -Double.infinity, count: orders.count)
    for genotype in genotypes {
      let carried = genotype.haplotypes.compactMap { alleles[$0] }.sorted()
      guard let place = orders.firstIndex(of: carried) else { continue }
      best[place] = max(best[place], genotype.likelihood)
    }
    let top = best.max() ?? 0
    return best.map { Phred.of($0 - top, limit: limit) }
  }
}
