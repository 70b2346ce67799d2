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

  private func copyNumber(of call: SampleCall) -> Int? {
    let keys = formatText?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let values = call.text.split(separator: ":", omittingEmptySubsequences: false)
    guard let place = keys.firstIndex(of: "CN"), values.indices.contains(place) else { return nil }
    return Int(values[place])
  }
}
