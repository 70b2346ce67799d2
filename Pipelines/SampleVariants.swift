import Flow
import Genome
import Nomenclature
import Normalisation

/// One sample's variants: its own alleles, those of one haplotype joined.
struct SampleVariants {
  let knowledge: Knowledge
  let reading: InputReading
  /// Each record's alleles normalised and classified by themselves.
  let alleles: [[ClassifiedVariant?]]

  /// Variants of the sample at `column` and a sentence for each join that is not proven.
  func joined(
    column: Int, sex: Sex, minimumFraction: Double
  ) -> (variants: [ClassifiedVariant], notes: [String]) {
    let carried = carriedAlleles(column)
    guard let map = knowledge.maneMap(reading.provenance.assembly) else {
      return (carried.map(\.classified), [])
    }
    let joiner = HaplotypeJoiner(map: map, sex: sex, minimumFraction: minimumFraction)
    let (variants, notes) = joiner.join(carried.map(\.carried))
    let byItself = Dictionary(
      carried.map { ($0.classified.annotated.normalised, $0.classified) },
      uniquingKeysWith: { first, _ in first })
    return (
      variants.map { variant in
        byItself[variant]
          ?? knowledge.classified(
            variant, parts: carried.map(\.classified).filter { variant.holds($0) })
      }, notes
    )
  }

  /// Every allele of a file without samples.
  func all() -> [ClassifiedVariant] { alleles.flatMap { $0.compactMap { $0 } } }

  private func carriedAlleles(
    _ column: Int
  ) -> [(classified: ClassifiedVariant, carried: CarriedVariant)] {
    zip(reading.records, alleles).flatMap { record, variants in
      guard record.calls.indices.contains(column) else {
        return [] as [(ClassifiedVariant, CarriedVariant)]
      }
      let call = record.calls[column]
      return variants.enumerated().compactMap { index, variant in
        guard let variant, call.genotype?.carries(index + 1) == true else { return nil }
        return (variant, CarriedVariant(variant: variant.annotated.normalised, call: call))
      }
    }
  }
}

extension NormalisedVariant {
  /// Whether what was classified by itself is one of this joined allele's parts.
  fileprivate func holds(_ part: ClassifiedVariant) -> Bool {
    let own = part.annotated.normalised.parts
    return !own.isEmpty && own.allSatisfy(parts.contains)
  }
}
