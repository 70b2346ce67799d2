import Annotation
import Assessment
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
  ///
  /// Confirmed calls are joined with each other and doubtful ones with each other: a doubtful
  /// neighbour must not take a confirmed variant away.
  func joined(
    column: Int, sex: Sex, confidence: CallConfidence, minimumFraction: Double
  ) -> (variants: [ClassifiedVariant], notes: [String]) {
    let carried = carriedAlleles(column)
    guard let map = knowledge.maneMap(reading.provenance.assembly) else {
      return (carried.map(\.classified), [])
    }
    let joiner = HaplotypeJoiner(map: map, sex: sex, minimumFraction: minimumFraction)
    let confirmed = carried.map(\.carried).filter { isConfirmed($0, confidence) }
    let doubtful = carried.map(\.carried).filter { !isConfirmed($0, confidence) }
    let sure = joiner.join(confirmed)
    let unsure = joiner.join(doubtful)
    let variants = sure.variants + unsure.variants
    var notes = sure.notes + unsure.notes
    if !sure.variants.isEmpty, !unsure.variants.isEmpty {
      let together = joiner.join(carried.map(\.carried))
      notes += mixed(together.variants, variants) + unconfirmed(together, sure)
    }
    return (
      classified(sure, carried.map(\.classified)) + classified(unsure, carried.map(\.classified)),
      notes
    )
  }

  /// `carried`: each allele by itself.
  private func classified(
    _ joined: HaplotypeJoiner.Outcome, _ carried: [ClassifiedVariant]
  ) -> [ClassifiedVariant] {
    let byItself = Dictionary(
      carried.map { ($0.annotated.normalised, $0) }, uniquingKeysWith: { first, _ in first })
    return joined.variants.map { variant in
      let alone = byItself[variant]
      let restoring = joined.restoring[variant.change]
      if restoring == nil, let alone { return alone }
      var classified = knowledge.classified(
        variant, parts: variant.isJoined ? carried.filter { variant.holds($0) } : [],
        restoring: restoring?.variants.map(name) ?? [])
      if let restoring {
        let own = alone.map { "; by itself it is \($0.clinicalClass.words)" } ?? ""
        classified.disagreements.append("Together the protein would be \(restoring.protein)\(own).")
      }
      return classified
    }
  }

  /// Of confirmed frame shifts that calls of the same copy would take back, were they confirmed too.
  private func unconfirmed(
    _ together: HaplotypeJoiner.Outcome, _ sure: HaplotypeJoiner.Outcome
  ) -> [String] {
    sure.variants.compactMap { variant in
      guard sure.restoring[variant.change] == nil,
        let restoring = together.restoring[variant.change]
      else { return nil }
      return
        "\(name(variant)) stands on one copy of the gene with \(restoring.variants.map(name).joined(separator: " and ")), "
        + "which would take its frame shift back (the protein would be \(restoring.protein)), but not all of these "
        + "calls are confirmed: each is judged by itself."
    }
  }

  private func name(_ variant: NormalisedVariant) -> String {
    knowledge.annotator.annotate(variant).mane?.codingName ?? "a change"
  }

  private func isConfirmed(_ carried: CarriedVariant, _ confidence: CallConfidence) -> Bool {
    carried.variant.parts.allSatisfy { confidence.isConfirmed(carried.call, in: $0.record) }
  }

  /// A sentence for each join that would hold if its doubtful calls were confirmed.
  private func mixed(
    _ whole: [NormalisedVariant], _ apart: [NormalisedVariant]
  ) -> [String] {
    whole.filter { $0.isJoined && !apart.contains($0) }.map { variant in
      let places = variant.parts.map { "\($0.record.contig):\($0.record.position)" }
      return
        "The calls at \(places.joined(separator: ", ")) stand on one copy of the gene and would act "
        + "together as \(name(variant)), but not all of them are confirmed: each is judged by itself."
    }
  }

  /// The sample's own alleles, each by itself.
  func alone(column: Int) -> [ClassifiedVariant] { carriedAlleles(column).map(\.classified) }

  /// Every allele of the file, by itself.
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
