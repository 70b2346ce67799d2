import Genome
import HTS

/// A genotype and its phase set: PS, PSL (VCF 4.4 and later) or PID; or, where GT itself is unphased, what HaplotypeCaller
/// writes of the reads that it assembled, PGT and PID, or GATK's ReadBackedPhasing and WhatsHap (`--tag HP`), HP.
struct PhasedGenotype {
  let genotype: Genotype?
  let set: String?

  init(_ genotype: Genotype?, _ fields: SampleFields) {
    guard let genotype, !genotype.isPhased, genotype.ploidy == 2,
      Set(genotype.alleles) == [0, 1], let set = fields.value("PID"),
      let order = PhasedGenotype.orders[fields.value("PGT") ?? ""]
    else {
      let byCopies = PhasedGenotype.byCopies(genotype, fields)
      self.genotype = byCopies?.genotype ?? genotype
      set = byCopies?.set ?? PhasedGenotype.set(of: genotype, fields)
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

  /// HP has of each allele of GT the set and the copy: `49251441-2,49251441-1` puts the first one on the second.
  private static func byCopies(
    _ genotype: Genotype?, _ fields: SampleFields
  ) -> (genotype: Genotype, set: String)? {
    guard let genotype, !genotype.isPhased, genotype.ploidy == 2, let text = fields.value("HP")
    else { return nil }
    let places = text.split(separator: ",").map { $0.split(separator: "-") }
    guard places.count == 2, places.allSatisfy({ $0.count == 2 }), places[0][0] == places[1][0],
      [["1", "2"], ["2", "1"]].contains(places.map { $0[1] })
    else { return nil }
    let alleles =
      places[0][1] == "1" ? genotype.alleles : Array(genotype.alleles.reversed())
    return (
      Genotype(alleles: alleles, isPhased: true, text: genotype.text), String(places[0][0])
    )
  }

  private static let orders: [String: [Int?]] = ["0|1": [0, 1], "1|0": [1, 0]]
}
