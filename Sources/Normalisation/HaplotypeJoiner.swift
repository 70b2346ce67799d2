public import Flow
public import Genome
public import Nomenclature

/// Joins variants of one haplotype that act together: those of one codon, frame shifts of one
/// exon that are read in one another's frame, with all that stands between them, the pieces of a
/// deletion-insertion, and what can't be named alone beside its neighbour. Named one by one they
/// would be named wrongly: `TTN` to `GCN` is Phe to Ala, its two substitutions alone would be Val
/// and Ser.
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

  /// What came of one sample's variants.
  public struct Outcome: Sendable {
    /// With joined ones in place of their parts, in plus-strand order.
    public var variants: [NormalisedVariant]
    /// A sentence for each join that is possible but not proven, that only some chromosomes carry,
    /// or that no name can tell.
    public var notes: [String]
    /// For a change whose frame shift others of its chromosome, in other exons, take back: these.
    public var restoring: [NormalisedVariant.Change: Restoring]
  }

  /// What takes a frame shift back, and what the protein then is.
  public struct Restoring: Sendable {
    public var variants: [NormalisedVariant]
    /// As `p.(Met103_Ser107delinsIleThrSerSerLeu)`.
    public var protein: String
  }

  /// `carried`: one sample's alleles in any order.
  public func join(_ carried: [CarriedVariant]) -> Outcome {
    let alleles = carried.enumerated().sorted {
      (start($0.element), end($0.element), $0.offset)
        < (start($1.element), end($1.element), $1.offset)
    }.map(\.element)
    let units = units(alleles)
    let notes = JoinNotes(map: map, proof: proof).notes(units)
    return Outcome(
      variants: units.flatMap(joined), notes: notes, restoring: restoring(units))
  }

  /// Alleles that are one by proof, the others alone; in the order of each one's first member.
  private func units(_ alleles: [CarriedVariant]) -> [[CarriedVariant]] {
    var units: [(first: Int, members: [CarriedVariant])] = []
    var isPlaced = Set<Int>()
    for haplotype in haplotypes(alleles) {
      let changes = haplotype.compactMap { alleles[$0].variant.writtenChange }
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
  /// changes can't stand on one chromosome. Nor do two different insertions between the same bases,
  /// and which of them is there nothing tells; an allele that the file tells twice counts once.
  private func haplotypes(_ alleles: [CarriedVariant]) -> [[Int]] {
    var haplotypes: [HaplotypeProof.Copies: [Int]] = [:]
    for index in alleles.indices where alleles[index].variant.sequenceChange != nil {
      guard let own = proof.haplotype(alleles[index]) else { continue }
      haplotypes[own, default: []].append(index)
    }
    return haplotypes.values.map { apart($0, alleles) }.filter { !$0.isEmpty }
      .sorted { $0[0] < $1[0] }
  }

  private func apart(_ haplotype: [Int], _ alleles: [CarriedVariant]) -> [Int] {
    let rivals = rivals(haplotype, alleles)
    var told: Set<SequenceChange> = []
    var kept: [Int] = []
    var last: SequenceChange?
    for index in haplotype where !rivals.contains(index) {
      guard let named = alleles[index].variant.sequenceChange,
        let change = alleles[index].variant.writtenChange, told.insert(named).inserted,
        last?.overlaps(change) != true
      else { continue }
      kept.append(index)
      last = change
    }
    return kept
  }

  /// Different insertions that their records put between the same two bases.
  private func rivals(_ haplotype: [Int], _ alleles: [CarriedVariant]) -> Set<Int> {
    let insertions = haplotype.filter { alleles[$0].variant.sequenceChange?.isInsertion == true }
    return Set(
      insertions.filter { index in
        insertions.contains { areRivals(alleles[index].variant, alleles[$0].variant) }
      })
  }

  private func areRivals(_ first: NormalisedVariant, _ second: NormalisedVariant) -> Bool {
    first.change != second.change && first.writtenChange?.start == second.writtenChange?.start
  }

  private func restoring(
    _ units: [[CarriedVariant]]
  ) -> [NormalisedVariant.Change: Restoring] {
    var restoring: [NormalisedVariant.Change: Restoring] = [:]
    let ofOne = Dictionary(grouping: units.indices) { proof.haplotype(units[$0][0]) }
    for places in ofOne.filter({ $0.key != nil }).values.sorted(by: { $0[0] < $1[0] }) {
      var told: Set<NormalisedVariant.Change> = []
      let alleles = places.map { units[$0] }.compactMap { unit in
        whole(unit).flatMap { change in joined(unit).first.map { (variant: $0, change: change) } }
      }.filter { told.insert($0.variant.change).inserted }
      for chain in FrameChain.overIntrons(of: alleles.map(\.change), on: map)
      where chain.isRestored {
        let members = chain.members.map { alleles[$0].variant }
        for member in members {
          restoring[member.change] = Restoring(
            variants: members.filter { $0 != member }, protein: chain.protein.name)
        }
      }
    }
    return restoring
  }

  private func whole(_ unit: [CarriedVariant]) -> SequenceChange? {
    SequenceChange.together(unit.compactMap(\.variant.writtenChange), on: map.locus)
  }

  private func joined(_ unit: [CarriedVariant]) -> [NormalisedVariant] {
    guard unit.count > 1,
      let whole = whole(unit)?.leftAligned(on: map.locus)
    else { return unit.map(\.variant) }
    return [
      NormalisedVariant(
        assembly: map.locus.assembly, change: .sequence(whole),
        parts: unit.flatMap(\.variant.parts), joinReason: proof.reason(unit[0]))
    ]
  }

  private func start(_ carried: CarriedVariant) -> Int {
    carried.variant.writtenChange?.start ?? carried.variant.parts.first?.record.position ?? 0
  }

  private func end(_ carried: CarriedVariant) -> Int {
    carried.variant.writtenChange?.interval.end ?? start(carried)
  }
}
