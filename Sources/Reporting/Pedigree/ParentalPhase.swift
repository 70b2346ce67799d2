import Flow
import Genome

/// What the parents' samples tell of two variants of a daughter, one of them harmful: one of each parent stands
/// on each of her copies. Variants in introns of which nothing is known are left out.
struct ParentalPhase {
  let pedigree: PedigreeResult

  /// One for each daughter of whom it is so.
  var sentences: [String] {
    let text = PedigreeText(pedigree: pedigree)
    return pedigree.members.indices.compactMap { place in
      let member = pedigree.members[place]
      guard member.sex == .female else { return nil }
      func from(_ origin: VariantOrigin) -> [PedigreeVariant] {
        text.told.filter {
          $0.carriers[place].origin == origin && $0.carriers[place].contradiction == nil
            && (!$0.classified.annotated.isOfNoKnownEffect || $0.classified.matchedRow != nil)
        }
      }
      let (mother, father) = (from(.maternal), from(.paternal))
      guard !mother.isEmpty, !father.isEmpty,
        (mother + father).contains(where: \.classified.clinicalClass.isPathogenicOrLikely)
      else { return nil }
      return "\(member.relation.name) has \(Words.list(mother.map(text.name))) from her mother and "
        + "\(Words.list(father.map(text.name))) from her father: they stand on different copies of FOXP3, so that her own "
        + "report has to be read anew."
    }
  }
}
