import Flow
import Genome

/// What relatives' samples tell of two variants of one woman, one of them harmful: on which of her copies of FOXP3
/// they stand. Variants in introns of which nothing is known are left out.
struct ParentalPhase {
  let pedigree: PedigreeResult
  private let text: PedigreeText
  private let told: [PedigreeVariant]

  init(text: PedigreeText) {
    self.text = text
    pedigree = text.pedigree
    told = text.told.filter {
      !$0.classified.annotated.isOfNoKnownEffect || $0.classified.matchedRow != nil
    }
  }

  /// One for each daughter of whom her parents tell it, and of each mother for the variants of which her sons do.
  var sentences: [String] {
    pedigree.members.indices.filter { pedigree.members[$0].sex == .female }.flatMap { place in
      [ofDaughter(place)].compactMap { $0 } + ofMother(place)
    }
  }

  private func ofDaughter(_ place: Int) -> String? {
    let (mother, father) = (from(.maternal, place), from(.paternal, place))
    guard isAnyHarmful(mother + father) else { return nil }
    let name = pedigree.members[place].relation.name
    switch (mother.isEmpty, father.isEmpty) {
    case (false, false):
      return "\(name) has \(names(mother)) from her mother and "
        + "\(names(father)) from her father: they stand on different copies of FOXP3, so that her own "
        + "report has to be read anew."
    case (false, true) where mother.count > 1:
      return onOneCopy("\(name) has \(names(mother)) from her mother", place)
    case (true, false) where father.count > 1:
      return onOneCopy("\(name) has \(names(father)) from her father", place)
    default: return nil
    }
  }

  private func onOneCopy(_ lead: String, _ place: Int) -> String {
    let isContradicted = pedigree.members[place].result?.conclusion?.finding == .biallelicPLP
    return
      "\(lead), of whom she has one X: they stand on one copy of FOXP3, "
      + (isContradicted
        ? "which her own report contradicts: check the samples and the phase."
        : "and as far as they go she is a carrier, so that her own report has to be read with it.")
  }

  private func from(_ origin: VariantOrigin, _ place: Int) -> [PedigreeVariant] {
    told.filter {
      $0.carriers[place].origin == origin && $0.carriers[place].contradiction == nil
        && $0.carriers[place].whole == nil
    }
  }

  private func ofMother(_ place: Int) -> [String] {
    let own = told.filter {
      $0.carriers[place].state == .alternateSeen
        && $0.carriers[place].call?.zygosity == .heterozygous
    }
    return own.indices.flatMap { first in
      own[(first + 1)...].compactMap { bySons(place, own[first], $0) }
    }
  }

  /// Of two variants of a mother, by sons who agree.
  private func bySons(
    _ place: Int, _ first: PedigreeVariant, _ second: PedigreeVariant
  ) -> String? {
    guard isAnyHarmful([first, second]) else { return nil }
    let mother = pedigree.members[place].relation.name
    var apart: [String] = []
    var together: [String] = []
    for (index, son) in pedigree.members.enumerated()
    where son.sex == .male && son.relation.mother == mother {
      switch (has(first, index), has(second, index)) {
      case (true, true): together.append(son.relation.name)
      case (true, false), (false, true): apart.append(son.relation.name)
      default: break
      }
    }
    guard apart.isEmpty != together.isEmpty else { return nil }
    let sons = apart + together
    return
      "\(mother) has \(names([first, second])), of which her \(sons.count == 1 ? "son" : "sons") "
      + "\(Words.list(sons)) inherited \(together.isEmpty ? "only one" : "both"): unless recombined between, they "
      + "stand on \(together.isEmpty ? "different copies" : "one copy") of her FOXP3, so that her own report has to "
      + "be read with it."
  }

  /// Whether a son has it from his mother; `nil` where it is not settled.
  private func has(_ variant: PedigreeVariant, _ place: Int) -> Bool? {
    let carriage = variant.carriers[place]
    guard carriage.contradiction == nil else { return nil }
    if carriage.origin == .maternal { return true }
    return carriage.state.isReferenceSeen ? false : nil
  }

  private func isAnyHarmful(_ variants: [PedigreeVariant]) -> Bool {
    variants.contains(where: \.classified.clinicalClass.isPathogenicOrLikely)
  }

  private func names(_ variants: [PedigreeVariant]) -> String {
    Words.list(variants.map(text.name))
  }
}
