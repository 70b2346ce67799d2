import Flow
import Genome
import Settings

/// A sample's sex as the rules of this room use it.
struct SexJudgement: Sendable, Hashable {
  var assessment: SexAssessment
  /// The genotypes on X show a single X.
  var showsSingleX = false
  /// X and Y show the declared sex.
  var isConfirmed = false

  /// The genotypes on X and Y contradict the declared sex.
  var isContradicted: Bool { assessment.isContradicted }

  /// Copies of FOXP3 that have to be proven: where it may be two, two.
  var copies: Int { assessment.sex == .male && !isContradicted ? 1 : 2 }
}

/// Says the sex: as declared, and checked; else inferred from X and Y outside FOXP3 where they
/// leave no doubt; else unknown. FOXP3's own genotypes have no say.
struct SexAssessor: Sendable {
  let profile: Profile

  /// What X and Y show; both `nil` where there is too little to tell.
  private struct Karyotype {
    var xCount: Int?
    var hasY: Bool
  }

  func assess(
    declared: Sex, calls: SexChromosomeCalls?, depth: SexChromosomeDepth? = nil,
    reads: SexChromosomeReads? = nil
  ) -> SexJudgement {
    guard calls != nil || depth != nil || reads != nil else { return unread(declared) }
    let readings = [depth.map(karyotype), reads.map(karyotype), calls.map(karyotype)]
      .compactMap { $0 }
    let karyotype = joint(readings)
    var facts = (calls.map(facts) ?? []) + (depth.map(facts) ?? []) + (reads.map(facts) ?? [])
    if isDisagreement(readings) {
      facts.append("Genotypes and reads disagree: are both of one person?")
    }
    var judgement =
      declared == .unknown
      ? infer(karyotype) : check(declared, readings)
    judgement.assessment.evidence = facts + judgement.assessment.evidence
    judgement.showsSingleX = karyotype.xCount == 1
    return judgement
  }

  private func unread(_ declared: Sex) -> SexJudgement {
    let evidence =
      declared == .unknown
      ? "No sex was declared, and nothing was read of X and Y outside FOXP3 to infer it."
      : "Nothing was read of X and Y outside FOXP3 to check the declared sex."
    return SexJudgement(
      assessment: SexAssessment(
        sex: declared, source: declared == .unknown ? .none : .declared, evidence: [evidence]))
  }

  /// The depth comes first, and genotypes speak where it is silent; where both count X and differ,
  /// the number of X is open.
  private func joint(_ readings: [Karyotype]) -> Karyotype {
    let told = readings.first { $0.xCount != nil }
    guard let told, !isDisagreement(readings) else {
      return Karyotype(xCount: nil, hasY: readings.contains(where: \.hasY))
    }
    return told
  }

  private func isDisagreement(_ readings: [Karyotype]) -> Bool {
    Set(readings.compactMap(\.xCount)).count > 1
  }

  private func karyotype(of calls: SexChromosomeCalls) -> Karyotype {
    karyotype(
      calls.genotypesOnX, heterozygous: calls.heterozygousOnX,
      hasY: calls.callsOnY >= profile.sexMinimumYCalls)
  }

  private func karyotype(of reads: SexChromosomeReads) -> Karyotype {
    karyotype(
      reads.genotypesOnX, heterozygous: reads.heterozygousOnX,
      hasY: reads.depthOfSRY >= Double(profile.sexMinimumSRYDepth))
  }

  private func karyotype(_ genotypesOnX: Int, heterozygous: Int, hasY: Bool) -> Karyotype {
    guard genotypesOnX >= max(1, profile.sexMinimumXGenotypes) else {
      return Karyotype(xCount: nil, hasY: hasY)
    }
    let share = Double(heterozygous) / Double(genotypesOnX)
    if share <= profile.oneXMaximumHeterozygousShare { return Karyotype(xCount: 1, hasY: hasY) }
    let isTwo = share >= profile.twoXMinimumHeterozygousShare
    return Karyotype(xCount: isTwo ? 2 : nil, hasY: hasY)
  }

  /// By the depth of X and Y; both unknown where there are too few reads, or they lie between.
  private func karyotype(of depth: SexChromosomeDepth) -> Karyotype {
    guard depth.autosomalReads >= profile.sexMinimumAutosomalReads else {
      return Karyotype(hasY: false)
    }
    let hasY = depth.ofY >= profile.yMinimumDepthRatio
    let isClear = hasY || depth.ofY <= profile.yMinimumDepthRatio / 2
    // Hardly any reads on X are no X at all: X was left out, or not captured.
    guard depth.ofX >= profile.oneXMaximumDepthRatio / 2 else { return Karyotype(hasY: hasY) }
    if depth.ofX <= profile.oneXMaximumDepthRatio {
      return Karyotype(xCount: isClear ? 1 : nil, hasY: hasY)
    }
    let isTwo = depth.ofX >= profile.twoXMinimumDepthRatio
    return Karyotype(xCount: isTwo && isClear ? 2 : nil, hasY: hasY)
  }

  private func facts(_ depth: SexChromosomeDepth) -> [String] {
    guard depth.autosomalReads >= profile.sexMinimumAutosomalReads else {
      return [
        "Only \(depth.autosomalReads) reads lie on the autosomes: too few to compare X and Y with."
      ]
    }
    return [
      "By reads per base, X has \(hundredths(depth.ofX)) and Y \(hundredths(depth.ofY)) of the "
        + "depth of the autosomes."
    ]
  }

  private func hundredths(_ value: Double) -> String {
    let hundredths = Int((min(value, 1e6) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func facts(_ calls: SexChromosomeCalls) -> [String] {
    let outside = "Outside FOXP3 and the pseudoautosomal regions"
    let onX =
      calls.genotypesOnX == 0
      ? "\(outside) there is no good genotype with an alternate allele on X, and"
      : "\(outside), \(calls.heterozygousOnX) of \(calls.genotypesOnX) good genotypes with an "
        + "alternate allele on X are heterozygous, and"
    var facts = ["\(onX) \(calls.callsOnY == 0 ? "no" : "\(calls.callsOnY)") good calls lie on Y."]
    if calls.haploidOnX > 0 {
      facts.append("\(calls.haploidOnX) of the genotypes on X are written with a single allele.")
    }
    return facts
  }

  private func facts(_ reads: SexChromosomeReads) -> [String] {
    let places =
      reads.lacksMismatches
      ? "The reads do not say where they differ from the reference (no tag MD), so that X can't be "
        + "counted by them"
      : reads.genotypesOnX == 0
        ? "The reads show no place of X behind FOXP3 that plainly differs from the reference"
        : "By the reads, \(reads.heterozygousOnX) of \(reads.genotypesOnX) places of X behind FOXP3 "
          + "that plainly differ from the reference are heterozygous"
    return ["\(places), and SRY on Y is read \(hundredths(reads.depthOfSRY)) times."]
  }

  private func infer(_ karyotype: Karyotype) -> SexJudgement {
    let (sex, sentence): (Sex, String) =
      switch (karyotype.xCount, karyotype.hasY) {
      case (1, true): (.male, "One X and a Y: male.")
      case (2, false): (.female, "Two X and no Y: female.")
      case (2, true):
        (.unknown, "Two X and a Y: XXY or a contaminated sample; the sex is not inferred.")
      case (1, false):
        (
          .unknown,
          "One X and no Y: X0, or a male whose file leaves Y out; the sex is not inferred."
        )
      default: (.unknown, "These data do not tell the number of X; the sex is not inferred.")
      }
    return SexJudgement(
      assessment: SexAssessment(
        sex: sex, source: sex == .unknown ? .none : .inferred, evidence: [sentence]))
  }

  /// Whichever of genotypes and depth contradicts: it is said.
  private func check(_ declared: Sex, _ readings: [Karyotype]) -> SexJudgement {
    let contradiction = readings.compactMap { self.contradiction(declared, $0) }.first
    let agrees = joint(readings).xCount == (declared == .male ? 1 : 2)
    let sentence =
      contradiction
      ?? (agrees
        ? "This agrees with the declared sex (\(declared.rawValue))."
        : "This is too little to check the declared sex (\(declared.rawValue)).")
    return SexJudgement(
      assessment: SexAssessment(
        sex: declared, source: .declared, evidence: [sentence],
        isContradicted: contradiction != nil),
      isConfirmed: contradiction == nil && agrees)
  }

  private func contradiction(_ declared: Sex, _ karyotype: Karyotype) -> String? {
    switch (declared, karyotype.xCount, karyotype.hasY) {
    case (.male, 2, _):
      "This contradicts the declared sex: male, but two X; XXY, contamination or another person's "
        + "sample."
    case (.female, 1, true):
      "This contradicts the declared sex: female, but one X and a Y; 46,XY or another person's "
        + "sample."
    case (.female, 1, false):
      "This contradicts the declared sex: female, but one X; X0 or another person's sample."
    case (.female, _, true):
      "This contradicts the declared sex: female, but a Y; contamination or another person's "
        + "sample."
    default: nil
    }
  }
}
