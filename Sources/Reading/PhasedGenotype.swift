import Genome
import HTS

/// A genotype and its phase set: PS, PSL (VCF 4.4 and later) or PID; or what HaplotypeCaller writes of the reads
/// that it assembled, PGT and PID, where GT itself is unphased.
struct PhasedGenotype {
  let genotype: Genotype?
  let set: String?

  init(_ genotype: Genotype?, _ fields: SampleFields) {
    guard let genotype, !genotype.isPhased, genotype.ploidy == 2,
      Set(genotype.alleles) == [0, 1], let set = fields.value("PID"),
      let order = PhasedGenotype.orders[fields.value("PGT") ?? ""]
    else {
      self.genotype = genotype
      set = PhasedGenotype.set(of: genotype, fields)
      return
    }
    self.genotype = Genotype(alleles: order, isPhased: true, text: genotype.text)
    self.set = set
  }

  /// PID is of PGT: where GT is unphased and PGT orders nothing, it names no set.
  private static func set(of genotype: Genotype?, _ fields: SampleFields) -> String? {
    fields.value("PS") ?? listed(fields)
      ?? (genotype?.isPhased == true ? fields.value("PID") : nil)
  }

  /// PSL has a set for each allele of GT. Where they differ, they are a set of their own together: which
  /// genotypes share the order of its alleles, the names of some of them do not tell.
  private static func listed(_ fields: SampleFields) -> String? {
    guard let text = fields.value("PSL") else { return nil }
    let sets = Set(text.split(separator: ","))
    return sets.count == 1 ? sets.first.map(String.init) : text
  }

  private static let orders: [String: [Int?]] = ["0|1": [0, 1], "1|0": [1, 0]]
}
