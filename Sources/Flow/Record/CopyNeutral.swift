import Genome

extension ReadRecord {
  /// Whether every sample with an alternate has `<DEL>` on one copy and `<DUP>` on the other, and as many copies (CN)
  /// as alleles: both are of one parent. So DRAGEN writes copy-neutral loss of heterozygosity in VCF 4.2; from
  /// VCF 4.4 on it is `<LOH>`.
  public var isCopyNeutral: Bool {
    guard Set(alternates) == ["<DEL>", "<DUP>"], alternates.count == 2 else { return false }
    let carrying = calls.filter { $0.genotype.map { $0.carries(1) || $0.carries(2) } ?? false }
    return !carrying.isEmpty && carrying.allSatisfy(isCopyNeutral)
  }

  /// The same of one sample, among others who may have one of the two.
  public func isCopyNeutral(_ call: SampleCall) -> Bool {
    guard Set(alternates) == ["<DEL>", "<DUP>"], alternates.count == 2,
      let genotype = call.genotype, Set(genotype.alleles) == [1, 2], genotype.ploidy == 2
    else { return false }
    return copyNumber(of: call) == genotype.ploidy
  }

  /// The copies that CN counts, where they are as many as without the `<DEL>` or `<DUP>` that the genotype carries, in a
  /// person with `usual` copies of X; else `nil`, and where it is too short for the depth to tell. Callers that take a
  /// boy for a girl call his one X a deletion.
  public func unchangedCopyNumber(_ call: SampleCall, usual: Int) -> Int? {
    guard alternates.count == 1, end - position >= ReadRecord.shortestByDepth,
      let number = copyNumber(of: call),
      call.genotype?.carries(1) == true
    else { return nil }
    switch StructuralChange.Kind(symbol: alternates[0]) {
    case .deletion: return number >= usual ? number : nil
    case .duplication: return number < 2 ? number : nil
    case .inversion, nil: return nil
    }
  }

  /// Bases of which the depth of reads tells the number of copies, at the least.
  private static let shortestByDepth = 1_000

  private func copyNumber(of call: SampleCall) -> Int? {
    let keys = formatText?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let values = call.text.split(separator: ":", omittingEmptySubsequences: false)
    guard let place = keys.firstIndex(of: "CN"), values.indices.contains(place) else { return nil }
    return Int(values[place])
  }
}
