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
  /// The first site's position where a region has several: phased by the reads with each other.
  let phaseSet: Int?

  /// `number` is set when all records are in order.
  var record: ReadRecord {
    let filters = filters.isEmpty ? ["PASS"] : filters.map(\.rawValue)
    let fixed = [
      contig, String(site.interval.start), ".", site.reference.text,
      site.alternates.map(\.text).joined(separator: ","), String(call.variantQuality),
      filters.joined(separator: ";"), information,
    ]
    return ReadRecord(
      number: 0, contig: contig, position: site.interval.start, end: site.interval.end,
      reference: site.reference.text, alternates: site.alternates.map(\.text),
      structuralLengths: site.alternates.map { _ in nil }, quality: Double(call.variantQuality),
      filters: filters, fixedText: fixed.joined(separator: "\t"),
      formatText: fields.map(\.0).joined(separator: ":"), calls: [sampleCall])
  }

  private var information: String {
    let depth = "DP=\(support.depths.reduce(0, +))"
    return call.mosaicShare.map { "\(depth);MOSAIC=\(Hundredths.text($0))" } ?? depth
  }

  private var isPhased: Bool { phaseSet != nil && site.genotype.count == 2 }

  private var genotypeText: String {
    let alleles = isPhased ? site.genotype : site.genotype.sorted()
    return alleles.map(String.init).joined(separator: isPhased ? "|" : "/")
  }

  private var fields: [(String, String)] {
    var fields = [
      ("GT", genotypeText), ("GQ", String(call.genotypeQuality)),
      ("DP", String(support.depths.reduce(0, +))), ("AD", list(support.depths)),
      ("ADF", list(support.forward)), ("ADR", list(support.reverse)),
    ]
    let likelihoods = PhredLikelihoods.values(site, call)
    if call.mosaicShare == nil { fields.append(("PL", list(likelihoods))) }
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
      depth: support.depths.reduce(0, +), alleleDepths: support.depths,
      genotypeQuality: Double(call.genotypeQuality),
      phaseSet: isPhased ? phaseSet.map(String.init) : nil,
      text: fields.map(\.1).joined(separator: ":"))
  }

  private func list(_ values: [Int]) -> String { values.map(String.init).joined(separator: ",") }
}

/// PL: phred-scaled likelihoods of every genotype of a site, the best one 0 (VCF 4.3, section 1.6.2).
enum PhredLikelihoods {
  private static let limit = 9_999

  static func values(_ site: CalledSite, _ call: RegionCall) -> [Int] {
    let count = site.alternates.count + 1
    let copies = call.genotypes.first?.haplotypes.count ?? 1
    let orders =
      copies == 1
      ? (0..<count).map { [$0] } : (0..<count).flatMap { high in (0...high).map { [$0, high] } }
    var best = [Double](repeating: -Double.infinity, count: orders.count)
    for genotype in call.genotypes {
      let alleles = genotype.haplotypes.compactMap { site.alleles[$0] }.sorted()
      guard let place = orders.firstIndex(of: alleles) else { continue }
      best[place] = max(best[place], genotype.likelihood)
    }
    let top = best.max() ?? 0
    return best.map { Phred.of($0 - top, limit: limit) }
  }
}
