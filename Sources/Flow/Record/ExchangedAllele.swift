public import Genome

extension ReadRecord {
  /// The allele that REF tells where an alternate is the build's bases and REF is not, or only provisionally: REF
  /// and ALT exchanged, as PLINK writes them, which puts the commoner allele in REF's place. Of such a record alone
  /// REF is that allele; `nil` elsewhere.
  public func exchangedAllele(on locus: Locus) -> ReadVariant? {
    guard let own = BaseSequence(reference), !own.bytes.contains(UInt8(ascii: "N")),
      hasProvisionalReference || isBuild(own, locus) == false,
      let build = alternates.first(where: { alternate in
        BaseSequence(alternate).map { !$0.isEmpty && isBuild($0, locus) == true } ?? false
      })
    else { return nil }
    var record = self
    record.reference = build
    record.alternates = [reference]
    record.structuralLengths = []
    record.end = position + build.utf8.count - 1
    record.doubtOfAlleles = nil
    return ReadVariant(record: record, alleleIndex: 1)
  }

  /// Whether the build has these bases from POS on; `nil` beyond the locus.
  private func isBuild(_ bases: BaseSequence, _ locus: Locus) -> Bool? {
    locus.bases(in: Interval(position, position + bases.count - 1)).map { $0 == bases }
  }
}
