import Flow
import Genome
import Settings

/// How a sample carries an allele: by its sex, the genotype's spelling and the share of reads.
///
/// FOXP3 lies outside the pseudoautosomal regions, so a male has one copy and a heterozygous
/// genotype of his is a conflict, never a carrier's. Nothing is rewritten: the note says what may
/// explain it.
struct ZygosityRule: Sendable {
  struct Verdict: Sendable, Hashable {
    var zygosity: Zygosity
    var note: String?
    var mayLackOtherCopy = false
  }

  let profile: Profile
  let sex: SexJudgement
  /// The calls are of reads of RNA.
  var isOfRNA = false

  /// `allele` as GT counts; the genotype carries it. `fraction` of the reads, from AD, is `reads`. Of a duplication
  /// that is called without its bases (`isDuplication`) a single copy's reads show the unchanged ends too. `neither`: reads
  /// that show neither the allele nor the reference, where hardly a read shows that; `nil` where it is read, or not counted.
  func judge(
    _ genotype: Genotype, allele: Int, fraction: Double?, reads: Int = 0, depth: Int?,
    quality: Double?, isDuplication: Bool = false, neither: Int? = nil
  ) -> Verdict {
    if isDuplication, sex.assessment.sex == .male, !genotype.hasMissing,
      fraction.map(TwoAllelesInMale.isMixed) ?? true
    {
      return genotype.carries(0)
        ? Verdict(zygosity: .conflict, note: ZygosityRule.duplicationNote(genotype))
        : byDeclaredSex(
          genotype, allele: allele, fraction: nil, reads: 0, depth: depth, quality: quality,
          neither: nil)
    }
    let verdict = byDeclaredSex(
      genotype, allele: allele, fraction: fraction, reads: reads, depth: depth, quality: quality,
      neither: neither)
    guard sex.isContradicted else { return verdict }
    let isOpen = [.mosaic, .conflict, .unknown].contains(verdict.zygosity)
    return isOpen && !verdict.mayLackOtherCopy
      ? verdict
      : unknown(
        "X and Y contradict the declared sex: on how many copies it stands can't be stated.")
  }

  private static func duplicationNote(_ genotype: Genotype) -> String {
    "The genotype \(genotype.text) has two different alleles, but a male has one X: callers write a duplication so on "
      + "one copy too, whose reads show its unchanged ends; hemizygous or in a part of the cells, to be confirmed."
  }

  private func byDeclaredSex(
    _ genotype: Genotype, allele: Int, fraction: Double?, reads: Int, depth: Int?,
    quality: Double?, neither: Int?
  ) -> Verdict {
    guard genotype.ploidy <= 2 else {
      return unknown("The genotype \(genotype.text) names more copies than a person has.")
    }
    let isOnly = genotype.copies(of: allele) == genotype.ploidy
    switch sex.assessment.sex {
    case .male where genotype.hasMissing: return maleHalfCall(genotype, fraction)
    case .male where isOnly: return maleOnlyAllele(fraction)
    case .male:
      return maleMixed(
        genotype, fraction: fraction, depth: depth, quality: quality, neither: neither)
    case _ where genotype.hasMissing:
      return unknown("Half of the genotype \(genotype.text) is missing.")
    case .female: return female(genotype, isOnly: isOnly, fraction: fraction, reads: reads)
    case .unknown:
      return unknown(
        isOnly
          ? "The sex is unknown: no other allele was called, which is hemizygous in a male and "
            + "homozygous in a female."
          : "The sex is unknown: a heterozygous genotype is a carrier's in a female and a conflict "
            + "in a male.")
    }
  }

  private func maleHalfCall(_ genotype: Genotype, _ fraction: Double?) -> Verdict {
    guard let fraction, fraction >= profile.hemizygousMinimumFraction else {
      return unknown("Half of the genotype \(genotype.text) is missing.")
    }
    return Verdict(
      zygosity: .hemizygous,
      note: "Half of the genotype \(genotype.text) is missing; \(percent(fraction)) of the reads "
        + "have the allele.")
  }

  private func maleOnlyAllele(_ fraction: Double?) -> Verdict {
    guard let fraction, fraction < profile.heterozygousMaximumFraction else {
      return Verdict(zygosity: .hemizygous)
    }
    return Verdict(
      zygosity: .conflict,
      note: "Called without another allele, but only \(percent(fraction)) of the reads have it: "
        + "mosaicism, XXY, contamination or an artefact.")
  }

  private func maleMixed(
    _ genotype: Genotype, fraction: Double?, depth: Int?, quality: Double?, neither: Int?
  ) -> Verdict {
    let lead = "The genotype \(genotype.text) has two different alleles, but a male has one X"
    guard let fraction else {
      return Verdict(
        zygosity: .conflict, note: "\(lead): mosaicism, XXY, contamination or an artefact.")
    }
    if fraction >= profile.hemizygousMinimumFraction {
      return Verdict(
        zygosity: .conflict,
        note:
          "\(lead): with \(percent(fraction)) of the reads probably hemizygous, to be confirmed.")
    }
    if let neither, neither > 0, genotype.carries(0), fraction >= profile.mosaicMinimumFraction {
      return Verdict(
        zygosity: .conflict,
        note:
          "\(lead): hardly a read shows the reference, and \(neither) of \(depth ?? neither) show neither "
          + "allele: hemizygous, or beside another allele that the file does not tell, to be confirmed."
      )
    }
    if neither == nil, isMosaic(genotype, fraction: fraction, depth: depth, quality: quality) {
      return Verdict(
        zygosity: .mosaic,
        note: "\(percent(fraction)) of the reads have the allele, and the rest of X shows a single "
          + "X: mosaic, once an artefact is excluded.")
    }
    return Verdict(
      zygosity: .conflict,
      note: "\(lead): with \(percent(fraction)) of the reads mosaicism, XXY, contamination or an "
        + "artefact.")
  }

  /// A quality that the file does not give is not asked for. XXY and contamination would show on the rest
  /// of X too; so mosaicism is only called where that was read and shows a single X, and beside reads of the
  /// reference, which a mosaic's other cells show.
  private func isMosaic(
    _ genotype: Genotype, fraction: Double, depth: Int?, quality: Double?
  ) -> Bool {
    genotype.carries(0) && sex.showsSingleX && !sex.isContradicted
      && fraction >= profile.mosaicMinimumFraction
      && (depth ?? 0) >= profile.minimumDepthTwoCopies
      && (quality.map { $0 >= Double(profile.minimumGenotypeQuality) } ?? true)
  }

  private func female(
    _ genotype: Genotype, isOnly: Bool, fraction: Double?, reads: Int
  ) -> Verdict {
    if genotype.ploidy == 1 {
      return unknown(
        "Called with a single allele, as in a male: whether the other copy has it can't be told.")
    }
    guard isOnly else { return femaleHeterozygous(fraction, reads: reads) }
    if let fraction, fraction < profile.heterozygousMaximumFraction {
      return unknown(
        "Called homozygous, but only \(percent(fraction)) of the reads have the allele: "
          + "heterozygous, mosaic or an artefact.")
    }
    if isOfRNA {
      return unknown(
        "Called without another allele, by reads of RNA: what is expressed may be one of two alleles, and on how many "
          + "copies this one stands can't be told.")
    }
    return Verdict(
      zygosity: .homozygous,
      note: "Homozygous, or one copy is lost (a deletion, a single X) or was not read.")
  }

  private func femaleHeterozygous(_ fraction: Double?, reads: Int) -> Verdict {
    let expected = profile.heterozygousMinimumFraction...profile.heterozygousMaximumFraction
    guard let fraction, !expected.contains(fraction) else {
      return Verdict(zygosity: .heterozygous)
    }
    if fraction < profile.mosaicMinimumFraction {
      return unknown(
        "Called heterozygous, but only \(percent(fraction)) of the reads have the allele: mosaicism, "
          + "contamination or an artefact.")
    }
    if fraction > profile.heterozygousMaximumFraction,
      !ChanceOfHalf.explains(reads, share: fraction)
    {
      return Verdict(
        zygosity: .unknown,
        note:
          "Called heterozygous, but \(percent(fraction)) of the reads have the allele, where about half is "
          + "expected: the other copy may be lost (a deletion, a single X, also in a part of the cells) or was "
          + "not read; or contamination or an artefact.",
        mayLackOtherCopy: true)
    }
    return Verdict(
      zygosity: .heterozygous,
      note: "\(percent(fraction)) of the reads have the allele, where about half is expected: "
        + "mosaicism, contamination, a copy-number change or an artefact.")
  }

  private func unknown(_ note: String) -> Verdict { Verdict(zygosity: .unknown, note: note) }

  private func percent(_ fraction: Double) -> String { "\(Int((fraction * 100).rounded()))%" }
}
