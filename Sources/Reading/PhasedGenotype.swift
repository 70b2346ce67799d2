import Genome
import HTS

/// A genotype and its phase set: PS, or what HaplotypeCaller writes of the reads that it assembled, PGT and
/// PID, where GT itself is unphased.
struct PhasedGenotype {
  let genotype: Genotype?
  let set: String?

  init(_ genotype: Genotype?, _ fields: SampleFields) {
    guard let genotype, !genotype.isPhased, genotype.ploidy == 2,
      Set(genotype.alleles) == [0, 1], let set = fields.value("PID"),
      let order = PhasedGenotype.orders[fields.value("PGT") ?? ""]
    else {
      self.genotype = genotype
      set = fields.value("PS")
      return
    }
    self.genotype = Genotype(alleles: order, isPhased: true, text: genotype.text)
    self.set = set
  }

  private static let orders: [String: [Int?]] = ["0|1": [0, 1], "1|0": [1, 0]]
}
