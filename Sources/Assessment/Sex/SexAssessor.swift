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

  func assess(
    declared: Sex, calls: SexChromosomeCalls?, depth: SexChromosomeDepth? = nil,
    reads: SexChromosomeReads? = nil
  ) -> SexJudgement {
    guard calls != nil || depth != nil || reads != nil else { return unread(declared) }
    let readings = [depth.map(karyotype), reads.map(karyotype), calls.map(karyotype)]
      .compactMap { $0 }
    let karyotype = Karyotype.joint(readings)
    var facts = (calls.map(facts) ?? []) + (depth.map(facts) ?? []) + (reads.map(facts) ?? [])
    if Karyotype.disagree(readings) {
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

  private func karyotype(of calls: SexChromosomeCalls) -> Karyotype {
    let xCount = xCount(calls.genotypesOnX, heterozygous: calls.heterozygousOnX)
    return Karyotype(xCount: xCount, y: y(of: calls, xCount: xCount))
  }

  /// A woman's genome called with two copies has some calls on Y, of reads of X and of repeats: beside two X
  /// they have to be a fiftieth of X's.
  private func y(of calls: SexChromosomeCalls, xCount: Int?) -> Karyotype.Y {
    guard calls.callsOnY >= profile.sexMinimumYCalls else { return .absent }
    return xCount == 1 || calls.callsOnY >= calls.genotypesOnX / 50 ? .seen : .open
  }

  private func karyotype(of reads: SexChromosomeReads) -> Karyotype {
    Karyotype(
      xCount: xCount(reads.genotypesOnX, heterozygous: reads.heterozygousOnX), y: y(of: reads))
  }

  /// Mean depth over SRY under which it counts as not read: a stray read or none.
  private static let mostDepthWithoutSRY = 0.5

  /// A Y that was not captured, or whose reads were left out, can't be seen: its absence is told only
  /// where the file has reads on Y, and they are X's strays, most of them badly mapped.
  private func y(of reads: SexChromosomeReads) -> Karyotype.Y {
    if reads.depthOfSRY >= Double(profile.sexMinimumSRYDepth) { return .seen }
    let areStrays = reads.readsOnY > 0 && 2 * reads.wellMappedOnY < reads.readsOnY
    return reads.anyDepthOfSRY < Self.mostDepthWithoutSRY && areStrays ? .absent : .open
  }

  private func xCount(_ genotypesOnX: Int, heterozygous: Int) -> Int? {
    guard genotypesOnX >= max(1, profile.sexMinimumXGenotypes) else { return nil }
    let share = Double(heterozygous) / Double(genotypesOnX)
    if share <= profile.oneXMaximumHeterozygousShare { return 1 }
    return share >= profile.twoXMinimumHeterozygousShare ? 2 : nil
  }

  /// By the depth of X and Y; both open where it can't be compared.
  private func karyotype(of depth: SexChromosomeDepth) -> Karyotype {
    guard isComparable(depth) else { return Karyotype() }
    let y: Karyotype.Y =
      depth.ofY >= profile.yMinimumDepthRatio
      ? .seen : depth.ofY <= profile.yMinimumDepthRatio / 2 ? .absent : .open
    return Karyotype(xCount: xCount(depth.ofX), y: y)
  }

  /// Of the autosomes' depth X has 1 with two X and 1.5 with three; between, and above, neither is
  /// told.
  private static let mostOfTwoX = 1.25
  private static let threeX = 1.35...1.65

  private func xCount(_ ratio: Double) -> Int? {
    // Hardly any reads on X are no X at all: X was left out, or not captured.
    guard ratio >= profile.oneXMaximumDepthRatio / 2 else { return nil }
    if ratio <= profile.oneXMaximumDepthRatio { return 1 }
    if Self.threeX.contains(ratio) { return 3 }
    return ratio >= profile.twoXMinimumDepthRatio && ratio <= Self.mostOfTwoX ? 2 : nil
  }

  private func isComparable(_ depth: SexChromosomeDepth) -> Bool {
    depth.isOfWholeGenome && depth.autosomalReads >= profile.sexMinimumAutosomalReads
  }

  private func facts(_ depth: SexChromosomeDepth) -> [String] {
    guard depth.autosomalReads >= profile.sexMinimumAutosomalReads else {
      return [
        "Only \(depth.autosomalReads) reads lie on the autosomes: too few to compare X and Y with."
      ]
    }
    guard depth.isOfWholeGenome else {
      return [
        "The reads lie evenly on \(depth.evenAutosomes) of the autosomes, as in a file cut to a part of "
          + "the genome: X and Y can't be compared with them."
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
    let onY = reads.readsOnY == 0 ? "; there is no read on Y at all" : ""
    return ["\(places), and SRY on Y is read \(hundredths(reads.depthOfSRY)) times\(onY)."]
  }

  private func infer(_ karyotype: Karyotype) -> SexJudgement {
    let (sex, sentence): (Sex, String) =
      switch (karyotype.xCount, karyotype.y) {
      case (1, .seen): (.male, "One X and a Y: male.")
      case (2, .absent): (.female, "Two X, and no Y seen: female.")
      case (1, .absent):
        (
          .unknown,
          "One X and no Y seen: X0, or a male whose file leaves Y out; the sex is not inferred."
        )
      case (1, .open):
        (.unknown, "One X, and \(Self.openY); the sex is not inferred.")
      case (2, .seen):
        (.unknown, "Two X and a Y: XXY or a contaminated sample; the sex is not inferred.")
      case (2, .open):
        (.unknown, "Two X; no Y seen for certain, and \(Self.openY); the sex is not inferred.")
      case (3, _):
        (.unknown, "More than two X, or uneven reads; the sex is not inferred.")
      default: (.unknown, "These data do not tell the number of X; the sex is not inferred.")
      }
    return SexJudgement(
      assessment: SexAssessment(
        sex: sex, source: sex == .unknown ? .none : .inferred, evidence: [sentence]))
  }

  private static let openY =
    "whether there is a Y is open (too little of it was read, it may not be captured, or what was read may be "
    + "strays of X)"

  /// Whichever of genotypes and depth contradicts: it is said.
  private func check(_ declared: Sex, _ readings: [Karyotype]) -> SexJudgement {
    let contradiction = readings.compactMap { self.contradiction(declared, $0) }.first
    let karyotype = Karyotype.joint(readings)
    let agrees =
      karyotype
      == Karyotype(xCount: declared == .male ? 1 : 2, y: declared == .male ? .seen : .absent)
    let sentence =
      contradiction
      ?? (agrees
        ? "This agrees with the declared sex (\(declared.rawValue))."
        : unchecked(declared, karyotype))
    return SexJudgement(
      assessment: SexAssessment(
        sex: declared, source: .declared, evidence: [sentence],
        isContradicted: contradiction != nil),
      isConfirmed: contradiction == nil && agrees)
  }

  /// What neither agrees nor contradicts.
  private func unchecked(_ declared: Sex, _ karyotype: Karyotype) -> String {
    let what: String? =
      switch (declared, karyotype.xCount, karyotype.y) {
      case (.male, 1, .absent): "One X and no Y seen: X0, or Y left out of the file"
      case (.male, 1, .open): "One X, and \(Self.openY)"
      case (.female, 2, .open): "Two X, and \(Self.openY)"
      case (.female, 3, _): "More than two X, or uneven reads"
      default: nil
      }
    let why = what.map { "\($0). " } ?? ""
    return "\(why)This is too little to check the declared sex (\(declared.rawValue))."
  }

  private func contradiction(_ declared: Sex, _ karyotype: Karyotype) -> String? {
    switch (declared, karyotype.xCount, karyotype.y) {
    case (.male, 3, _):
      "This contradicts the declared sex: male, but more than two X; contamination or another "
        + "person's sample."
    case (.male, 2, _):
      "This contradicts the declared sex: male, but two X; XXY, contamination or another person's "
        + "sample."
    case (.female, 1, .seen):
      "This contradicts the declared sex: female, but one X and a Y; 46,XY or another person's "
        + "sample."
    case (.female, 1, _):
      "This contradicts the declared sex: female, but one X; X0 or another person's sample."
    case (.female, _, .seen):
      "This contradicts the declared sex: female, but a Y; contamination or another person's "
        + "sample."
    default: nil
    }
  }
}
