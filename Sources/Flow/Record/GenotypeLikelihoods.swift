public import Genome

/// PL of a call: phred-scaled, 0 for the likeliest genotype (their order: VCF 4.2, section 1.4.2).
public struct GenotypeLikelihoods: Sendable, Hashable {
  private let values: [Int]
  /// The alleles that they are of, in their order, as GT counts.
  private let alleles: [Int]

  /// Of all alleles of a record, REF among them.
  public init?(_ likelihoods: [Int?], alleles count: Int) {
    self.init(likelihoods, ofAlleles: Array(0..<count))
  }

  /// GL: the same as logarithms to the base 10.
  public init?(ofLog10 likelihoods: [Double?], alleles count: Int) {
    self.init(
      likelihoods.map { $0.flatMap { Int(exactly: (-10 * $0).rounded()) } }, alleles: count)
  }

  /// `nil` where the values are not those of one or two copies, or one is missing.
  public init?(_ likelihoods: [Int?], ofAlleles alleles: [Int]) {
    let count = alleles.count
    let values = likelihoods.compactMap { $0 }
    guard values.count == likelihoods.count,
      values.count == count || values.count == count * (count + 1) / 2
    else { return nil }
    self.values = values
    self.alleles = alleles
  }

  /// The least of the genotypes with `allele`, as GT counts.
  public func least(with allele: Int) -> Int? {
    guard let place = alleles.firstIndex(of: allele) else { return nil }
    return alleles.indices.compactMap { of(place, $0) }.min()
  }

  /// The likeliest genotype, where one of one or two copies is not; one copy is looked up as two alike. `nil`
  /// too where no value is 0: of a record that was split they are not all there.
  public func likelier(than genotype: Genotype) -> Likelier? {
    guard let behind = places(of: genotype).flatMap({ of($0.first, $0.last) }), behind > 0,
      let likeliest = values.firstIndex(of: 0)
    else { return nil }
    return Likelier(alleles: Set(pair(at: likeliest).map { alleles[$0] }), by: behind)
  }

  /// By how much the next likeliest genotype of as many copies is behind the one called, as GQ tells it (VCF 4.5, section
  /// 1.6.2): phred-scaled, 0 where it is ahead; `nil` as for `likelier`, and where there is no other.
  public func quality(of genotype: Genotype) -> Int? {
    guard let places = places(of: genotype), let own = of(places.first, places.last),
      values.contains(0)
    else { return nil }
    let others = alleles.indices.flatMap { high in
      (0...high).filter { low in
        (low, high) != (min(places.first, places.last), max(places.first, places.last))
          && (genotype.ploidy == 2 || low == high)
      }.compactMap { of($0, high) }
    }
    return others.min().map { max(0, $0 - own) }
  }

  private func places(of genotype: Genotype) -> (first: Int, last: Int)? {
    let places = genotype.alleles.compactMap { $0.flatMap(alleles.firstIndex) }
    guard places.count == genotype.alleles.count, places.count < 3, let first = places.first,
      let last = places.last
    else { return nil }
    return (first, last)
  }

  /// By the places of alleles in the list. Of one copy each, two different alleles have none.
  private func of(_ first: Int, _ second: Int) -> Int? {
    if values.count == alleles.count { return first == second ? values[first] : nil }
    let (low, high) = (min(first, second), max(first, second))
    return values[high * (high + 1) / 2 + low]
  }

  private func pair(at place: Int) -> Set<Int> {
    if values.count == alleles.count { return [place] }
    var high = 0
    while (high + 1) * (high + 2) / 2 <= place { high += 1 }
    return [place - high * (high + 1) / 2, high]
  }

  /// A genotype that is likelier than the one called.
  public struct Likelier: Sendable, Hashable {
    /// As GT counts.
    public var alleles: Set<Int>
    /// Phred-scaled.
    public var by: Int

    public init(alleles: Set<Int>, by: Int) {
      self.alleles = alleles
      self.by = by
    }
  }
}
