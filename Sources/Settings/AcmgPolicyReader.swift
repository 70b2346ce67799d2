import Genome
import Yams

extension AcmgPolicy {
  /// Reads `AcmgRules.yaml`, strictly: an unknown, repeated or missing key, a wrong type or an
  /// impossible number is an error, and all of them are told at once.
  ///
  /// `file` is what errors call the file; `regions` are the names of protein regions it may use.
  public init(yaml: String, file: String, regions: Set<String>) throws(SettingsError) {
    switch YAMLDocument.compose(yaml, empty: "the policy file is empty") {
    case .failure(let problem):
      throw SettingsError(kind: .invalid, file: file, problems: [problem])
    case .success(let document):
      var section = YAMLSection(document)
      let policy = AcmgPolicy(&section, regions)
      section.close()
      guard let policy, section.problems.isEmpty else {
        throw SettingsError(kind: .invalid, file: file, problems: section.problems)
      }
      self = policy
    }
  }

  /// `nil` where a whole part is missing, which the section then says.
  private init?(_ section: inout YAMLSection, _ regions: Set<String>) {
    let version = section.text("version")
    let statement = section.text("statement")
    let combination = section.section("combination") { AcmgPolicy.combination(&$0) }
    let loss = section.section("loss_of_function") { AcmgPolicy.lossOfFunction(&$0, regions) }
    let comparators = section.section("comparators") { AcmgPolicy.comparators(&$0) }
    let hotspots = section.section("hotspots") {
      Hotspots(
        regions: AcmgPolicy.regionNames("regions", &$0, regions),
        besideSameResidue: $0.sourced("beside_same_residue", or: false) { $0.yes("value") })
    }
    let population = section.section("population") { AcmgPolicy.population(&$0) }
    let segregation = section.section("segregation") { AcmgPolicy.segregation(&$0) }
    let scores = section.section("scores") { AcmgPolicy.scores(&$0) }
    let notUsed = section.section("not_used") { AcmgPolicy.notUsed(&$0) }
    guard let combination, let loss, let comparators, let hotspots, let population,
      let segregation, let scores, let notUsed
    else { return nil }
    self.init(
      version: version, statement: statement, combination: combination, lossOfFunction: loss,
      comparators: comparators, hotspots: hotspots, population: population,
      segregation: segregation, scores: scores,
      notUsed: notUsed)
  }

  private static func combination(_ section: inout YAMLSection) -> Combination {
    let combination = Combination(
      supporting: section.sourcedInteger("supporting", in: 1...100),
      moderate: section.sourcedInteger("moderate", in: 1...100),
      strong: section.sourcedInteger("strong", in: 1...100),
      veryStrong: section.sourcedInteger("very_strong", in: 1...100),
      pathogenicFrom: section.sourcedInteger("pathogenic_from", in: 1...100),
      likelyPathogenicFrom: section.sourcedInteger("likely_pathogenic_from", in: 1...100),
      likelyBenignTo: section.sourcedInteger("likely_benign_to", in: -100 ... -1),
      benignTo: section.sourcedInteger("benign_to", in: -100 ... -1),
      benignByPredictionAlone: section.sourced("benign_by_prediction_alone", or: false) {
        $0.yes("value")
      })
    let rising = [
      combination.supporting, combination.moderate, combination.strong, combination.veryStrong,
    ].map(\.value)
    if rising != rising.sorted() { section.fail("very_strong", "and the others have to rise") }
    if combination.likelyPathogenicFrom.value >= combination.pathogenicFrom.value {
      section.fail("pathogenic_from", "has to lie above likely_pathogenic_from")
    }
    if combination.benignTo.value >= combination.likelyBenignTo.value {
      section.fail("benign_to", "has to lie below likely_benign_to")
    }
    return combination
  }

  private static func lossOfFunction(
    _ section: inout YAMLSection, _ regions: Set<String>
  ) -> LossOfFunction {
    LossOfFunction(
      mechanism: section.sourced("mechanism", or: "") { $0.text("value") },
      proteinShare: section.sourcedNumber("protein_share", in: 0...1),
      criticalRegions: regionNames("critical_regions", &section, regions),
      strongExons: section.sourced("strong_exons", or: []) { section in
        section.words("value").map { word in
          guard let exon = Int(word), exon > 0 else {
            section.fail("value", "holds “\(word)”, which is no exon number")
            return 0
          }
          return exon
        }
      },
      exonAbsentFromOtherTranscript: section.sourcedInteger(
        "exon_absent_from_other_transcript", in: 1...100),
      startLoss: section.sourcedStrength("start_loss"),
      presumedTandemDuplication: section.sourcedStrength("presumed_tandem_duplication"))
  }

  private static func comparators(_ section: inout YAMLSection) -> Comparators {
    Comparators(
      sameChangePathogenic: section.sourcedStrength("same_change_pathogenic"),
      sameChangeLikelyPathogenic: section.sourcedStrength("same_change_likely_pathogenic"),
      sameResiduePathogenic: section.sourcedStrength("same_residue_pathogenic"),
      sameResidueLikelyPathogenic: section.sourcedStrength("same_residue_likely_pathogenic"),
      splice: section.section("splice") { spliceComparators(&$0) }
        ?? .none)
  }

  private static func spliceComparators(_ section: inout YAMLSection) -> SpliceComparators {
    SpliceComparators(
      outsideSameBase: spliceWeight("outside_same_base", &section),
      outsideSameMotif: spliceWeight("outside_same_motif", &section),
      nullWithinDinucleotide: spliceWeight("null_within_dinucleotide", &section),
      nullOutsideDinucleotide: spliceWeight("null_outside_dinucleotide", &section),
      weakerWithinDinucleotide: spliceWeight("weaker_within_dinucleotide", &section),
      weakerOutsideDinucleotide: spliceWeight("weaker_outside_dinucleotide", &section))
  }

  /// `{pathogenic: strong, likely_pathogenic: none, source: …}`.
  private static func spliceWeight(
    _ key: String, _ section: inout YAMLSection
  ) -> Sourced<SpliceComparators.Weight> {
    section.section(key) { inner in
      Sourced(
        SpliceComparators.Weight(
          pathogenic: strengthOrNone("pathogenic", &inner),
          likelyPathogenic: strengthOrNone("likely_pathogenic", &inner)),
        source: inner.text("source"))
    } ?? Sourced(SpliceComparators.Weight(), source: "")
  }

  private static func strengthOrNone(
    _ key: String, _ section: inout YAMLSection
  ) -> EvidenceStrength? {
    let text = section.text(key)
    guard text != "none" else { return nil }
    guard let strength = EvidenceStrength(rawValue: text), strength <= .strong else {
      section.fail(key, "is “\(text)”; write none, supporting, moderate or strong")
      return nil
    }
    return strength
  }

  private static func regionNames(
    _ key: String, _ section: inout YAMLSection, _ regions: Set<String>
  ) -> Sourced<[String]> {
    let names = section.sourced(key, or: []) { $0.words("value") }
    for name in names.value where !regions.contains(name) {
      section.fail(key, "names “\(name)”, which Domains.tsv does not have")
    }
    return names
  }

  private static func population(_ section: inout YAMLSection) -> Population {
    Population(
      standAloneFrequency: section.sourcedNumber("stand_alone_frequency", in: 0.0001...1),
      prevalenceInMales: section.sourcedNumber("prevalence_in_males", in: 1e-9...1),
      allelicShare: section.sourcedNumber("allelic_share", in: 0.001...1),
      penetrance: section.sourcedNumber("penetrance", in: 0.01...1),
      safetyFactor: section.sourcedNumber("safety_factor", in: 1...1000),
      benignChromosomes: section.sourcedInteger("benign_chromosomes", in: 1...100_000_000),
      minimumChromosomes: section.sourcedInteger("minimum_chromosomes", in: 1...100_000_000),
      reach: section.sourcedInteger("reach", in: 1...1000),
      longestSmallChange: section.sourcedInteger("longest_small_change", in: 1...10_000),
      unaffectedHemizygotes: section.sourcedInteger("unaffected_hemizygotes", in: 2...1000))
  }

  private static func segregation(_ section: inout YAMLSection) -> Segregation {
    Segregation(
      pointsPerMale: section.sourcedInteger("points_per_male", in: 1...100),
      mostWithPhenotype: section.sourcedInteger("most_with_phenotype", in: 1...100))
  }

  private static func notUsed(_ section: inout YAMLSection) -> [Criterion: String] {
    var reasons: [Criterion: String] = [:]
    for key in section.remaining {
      let reason = section.text(key)
      if let criterion = Criterion(rawValue: key) {
        reasons[criterion] = reason
      } else {
        section.fail(key, "is not a criterion of ACMG/AMP 2015, as PP5")
      }
    }
    return reasons
  }

  private static func scores(_ section: inout YAMLSection) -> Scores {
    let tool = section.sourced("missense_tool", or: "") { $0.text("value") }
    let tools = section.sections("tools") { scoreTool(&$0) }
    let names = tools.map(\.name)
    if !names.contains(tool.value) { section.fail("missense_tool", "is not one of tools") }
    if !names.contains(Scores.spliceTool) { section.fail("tools", "lacks \(Scores.spliceTool)") }
    return Scores(
      missenseTool: tool, tools: tools, hotspotCap: section.sourcedStrength("hotspot_cap"),
      exonEdge: section.sourcedInteger("exon_edge", in: 0...50),
      intronFromDonor: section.sourcedInteger("intron_from_donor", in: 3...1000),
      intronFromAcceptor: section.sourcedInteger("intron_from_acceptor", in: 3...1000),
      regulatoryIntron: section.sourcedInteger("regulatory_intron", in: 1...11))
  }

  private static func scoreTool(_ section: inout YAMLSection) -> ScoreTool {
    let tool = ScoreTool(
      name: section.text("name"), keys: section.words("keys"), source: section.text("source"),
      benign: section.section("benign") { bounds(&$0) } ?? [:],
      pathogenic: section.section("pathogenic") { bounds(&$0) } ?? [:])
    // A higher score is the worse one with every tool here; a stronger claim needs the farther one.
    let order = EvidenceStrength.allCases
    let benign = order.compactMap { tool.benign[$0] }
    let pathogenic = order.compactMap { tool.pathogenic[$0] }
    let isOrdered = benign == benign.sorted(by: >) && pathogenic == pathogenic.sorted()
    let isApart = (benign.first ?? -.infinity) < (pathogenic.first ?? .infinity)
    if !isOrdered || !isApart {
      section.fail("pathogenic", "and benign have to be in order and apart from each other")
    }
    return tool
  }

  private static func bounds(_ section: inout YAMLSection) -> [EvidenceStrength: Double] {
    var bounds: [EvidenceStrength: Double] = [:]
    for key in section.remaining {
      let value = section.number(key, in: 0...1)
      if let strength = EvidenceStrength(rawValue: key), strength != .standAlone {
        bounds[strength] = value
      } else {
        section.fail(key, "is not a strength: supporting, moderate, strong or very_strong")
      }
    }
    return bounds
  }
}

extension YAMLSection {
  /// A group of `value` and `source`; `empty` stands for one that is missing, which refuses the
  /// file.
  fileprivate mutating func sourced<Value: Sendable & Hashable>(
    _ key: String, or empty: Value, _ body: (inout YAMLSection) -> Value
  ) -> Sourced<Value> {
    section(key) { inner in
      let value = body(&inner)
      return Sourced(value, source: inner.text("source"))
    } ?? Sourced(empty, source: "")
  }

  fileprivate mutating func sourcedInteger(
    _ key: String, in range: ClosedRange<Int>
  ) -> Sourced<Int> {
    sourced(key, or: 0) { $0.integer("value", in: range) }
  }

  fileprivate mutating func sourcedNumber(
    _ key: String, in range: ClosedRange<Double>
  ) -> Sourced<Double> {
    sourced(key, or: 0) { $0.number("value", in: range) }
  }

  fileprivate mutating func sourcedStrength(_ key: String) -> Sourced<EvidenceStrength> {
    sourced(key, or: .supporting) { $0.word("value", or: EvidenceStrength.supporting) }
  }
}
