public import Flow
public import Genome
public import Nomenclature

/// Joins variants of one haplotype that act together: those of one codon, frame shifts of one
/// exon that restore the frame, with all that stands between them, and the pieces of a
/// deletion-insertion. Named one by one they would be named wrongly: `TTN` to `GCN` is Phe to Ala,
/// its two substitutions alone would be Val and Ser.
public struct HaplotypeJoiner: Sendable {
  private let map: TranscriptMap
  private let proof: HaplotypeProof

  /// - Parameters:
  ///   - map: the MANE Select transcript on the input's build.
  ///   - minimumFraction: least alternate fraction, 0 to 1, at which a male's `0/1` call counts
  ///     as his only copy.
  public init(map: TranscriptMap, sex: Sex, minimumFraction: Double) {
    self.map = map
    proof = HaplotypeProof(sex: sex, minimumFraction: minimumFraction)
  }

  /// The variants with joined ones in place of their parts, in plus-strand order, and a sentence
  /// for each join that is possible but not proven, or that only some chromosomes carry.
  public func join(
    _ carried: [CarriedVariant]
  ) -> (variants: [NormalisedVariant], notes: [String]) {
    let alleles = carried.enumerated().sorted {
      (start($0.element), end($0.element), $0.offset)
        < (start($1.element), end($1.element), $1.offset)
    }.map(\.element)
    let units = units(alleles)
    let notes = JoinNotes(map: map, proof: proof).notes(units)
    return (units.flatMap(joined), notes)
  }

  /// Alleles that are one by proof, the others alone; in the order of each one's first member.
  private func units(_ alleles: [CarriedVariant]) -> [[CarriedVariant]] {
    var units: [(first: Int, members: [CarriedVariant])] = []
    var isPlaced = Set<Int>()
    for haplotype in haplotypes(alleles) {
      let changes = haplotype.compactMap { alleles[$0].variant.sequenceChange }
      for group in JointEffect(map: map).groups(changes) {
        let members = group.map { haplotype[$0] }
        isPlaced.formUnion(members)
        units.append((members[0], members.map { alleles[$0] }))
      }
    }
    for index in alleles.indices where !isPlaced.contains(index) {
      units.append((index, [alleles[index]]))
    }
    return units.sorted { $0.first < $1.first }.map(\.members)
  }

  /// Indexes of alleles that the same chromosomes carry, none overlapping another: overlapping
  /// changes can't stand on one chromosome.
  private func haplotypes(_ alleles: [CarriedVariant]) -> [[Int]] {
    var haplotypes: [HaplotypeProof.Copies: [Int]] = [:]
    for index in alleles.indices {
      guard let change = alleles[index].variant.sequenceChange,
        let own = proof.haplotype(alleles[index])
      else { continue }
      let last = haplotypes[own]?.last
      if last.map({ end(alleles[$0]) < change.start }) != false {
        haplotypes[own, default: []].append(index)
      }
    }
    return haplotypes.values.sorted { $0[0] < $1[0] }
  }

  private func joined(_ unit: [CarriedVariant]) -> [NormalisedVariant] {
    guard unit.count > 1,
      let whole = SequenceChange.combining(
        unit.compactMap(\.variant.sequenceChange), on: map.locus)
    else { return unit.map(\.variant) }
    return [
      NormalisedVariant(
        assembly: map.locus.assembly, change: .sequence(whole),
        parts: unit.flatMap(\.variant.parts), joinReason: proof.reason(unit[0]))
    ]
  }

  private func start(_ carried: CarriedVariant) -> Int {
    carried.variant.sequenceChange?.start ?? carried.variant.parts.first?.record.position ?? 0
  }

  private func end(_ carried: CarriedVariant) -> Int {
    carried.variant.sequenceChange?.interval.end ?? start(carried)
  }
}
