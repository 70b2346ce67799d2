public import Genome

/// A value of the policy file with its source.
public struct Sourced<Value: Sendable & Hashable>: Sendable, Hashable {
  public var value: Value
  public var source: String

  public init(_ value: Value, source: String) {
    self.value = value
    self.source = source
  }
}

/// How the ACMG/AMP criteria are applied to FOXP3: `Reference/AcmgRules.yaml`, which says what each
/// value is for.
public struct AcmgPolicy: Sendable, Hashable {
  /// Points of each strength and the classes of their sums (Tavtigian 2020).
  public struct Combination: Sendable, Hashable {
    public var supporting: Sourced<Int>
    public var moderate: Sourced<Int>
    public var strong: Sourced<Int>
    public var veryStrong: Sourced<Int>
    /// Lowest sums of the two pathogenic classes, highest of the two benign ones.
    public var pathogenicFrom: Sourced<Int>
    public var likelyPathogenicFrom: Sourced<Int>
    public var likelyBenignTo: Sourced<Int>
    public var benignTo: Sourced<Int>
    /// Whether BP4, met alone among the benign criteria, may make a class likely benign or benign.
    public var benignByPredictionAlone: Sourced<Bool>

    /// BA1 is outside the sum and has no points.
    public func points(_ strength: EvidenceStrength) -> Int {
      switch strength {
      case .supporting: supporting.value
      case .moderate: moderate.value
      case .strong: strong.value
      case .veryStrong: veryStrong.value
      case .standAlone: 0
      }
    }
  }

  /// PVS1 (Abou Tayoun 2018).
  public struct LossOfFunction: Sendable, Hashable {
    public var mechanism: Sourced<String>
    /// 0 to 1.
    public var proteinShare: Sourced<Double>
    /// Names of protein regions.
    public var criticalRegions: Sourced<[String]>
    /// Exons counted from 1 on NM_014009.4.
    public var strongExons: Sourced<[Int]>
    public var exonAbsentFromOtherTranscript: Sourced<Int>
    public var startLoss: Sourced<EvidenceStrength>
    public var presumedTandemDuplication: Sourced<EvidenceStrength>
  }

  /// PS1 and PM5: strengths by the class of the compared row.
  public struct Comparators: Sendable, Hashable {
    public var sameChangePathogenic: Sourced<EvidenceStrength>
    public var sameChangeLikelyPathogenic: Sourced<EvidenceStrength>
    public var sameResiduePathogenic: Sourced<EvidenceStrength>
    public var sameResidueLikelyPathogenic: Sourced<EvidenceStrength>
    public var splice: SpliceComparators
  }

  /// PS1 for splice variants by where the compared row stands; `none` for a case without PS1.
  public struct SpliceComparators: Sendable, Hashable {
    /// With a pathogenic and with a likely pathogenic row; `nil` for none.
    public struct Weight: Sendable, Hashable {
      public var pathogenic: EvidenceStrength?
      public var likelyPathogenic: EvidenceStrength?
    }

    /// Outside the two intron bases: another change of the same base.
    public var outsideSameBase: Sourced<Weight>
    /// Outside the two intron bases: a change of another base of the motif.
    public var outsideSameMotif: Sourced<Weight>
    /// At the two intron bases, with PVS1 very strong: a row at the two bases, and one outside.
    public var nullWithinDinucleotide: Sourced<Weight>
    public var nullOutsideDinucleotide: Sourced<Weight>
    /// The same with a weaker PVS1, or none.
    public var weakerWithinDinucleotide: Sourced<Weight>
    public var weakerOutsideDinucleotide: Sourced<Weight>

    /// What stands for a part of the file that is missing, which keeps the file from being used.
    static let none: SpliceComparators = {
      let weight = Sourced(Weight(), source: "")
      return SpliceComparators(
        outsideSameBase: weight, outsideSameMotif: weight, nullWithinDinucleotide: weight,
        nullOutsideDinucleotide: weight, weakerWithinDinucleotide: weight,
        weakerOutsideDinucleotide: weight)
    }()
  }

  /// PM1.
  public struct Hotspots: Sendable, Hashable {
    /// Names of protein regions in which PM1 holds.
    public var regions: Sourced<[String]>
    /// Whether PM1 and PM5 of one variant both count.
    public var besideSameResidue: Sourced<Bool>
  }

  /// BA1, BS1, BS2 and PM2.
  public struct Population: Sendable, Hashable {
    /// Shares of X chromosomes, 0 to 1.
    public var standAloneFrequency: Sourced<Double>
    public var prevalenceInMales: Sourced<Double>
    public var allelicShare: Sourced<Double>
    public var penetrance: Sourced<Double>
    public var safetyFactor: Sourced<Double>
    /// BA1 and BS1 look at no count of fewer X chromosomes.
    public var benignChromosomes: Sourced<Int>
    /// PM2 looks at no count of fewer X chromosomes.
    public var minimumChromosomes: Sourced<Int>
    /// Bases.
    public var reach: Sourced<Int>
    /// Bases replaced or put in; the absence of a longer change from a sites file shows nothing.
    public var longestSmallChange: Sourced<Int>
    public var unaffectedHemizygotes: Sourced<Int>

    /// The highest frequency at which an allele could cause IPEX in the males who have it: an
    /// affected male has one copy, so the share of affected males is the frequency times the
    /// penetrance.
    public var maximumCredibleFrequency: Double {
      prevalenceInMales.value * allelicShare.value / penetrance.value
    }

    /// BS1 asks for a filtering allele frequency above this.
    public var strongBenignFrequency: Double { maximumCredibleFrequency * safetyFactor.value }
  }

  /// The most that documented segregation (PP1) and phenotype (PP4) may weigh, in points.
  public struct Segregation: Sendable, Hashable {
    /// Of each informative male relative.
    public var pointsPerMale: Sourced<Int>
    /// PP1 and PP4 of one allele together.
    public var mostWithPhenotype: Sourced<Int>
  }

  /// A tool whose scores count, with the bounds of each strength.
  public struct ScoreTool: Sendable, Hashable {
    public var name: String
    /// INFO keys, or sub-fields of CSQ or ANN, under which its score is looked for, in this order.
    public var keys: [String]
    public var source: String
    /// Highest score of each strength that counts as benign.
    public var benign: [EvidenceStrength: Double]
    /// Lowest score of each strength that counts as pathogenic.
    public var pathogenic: [EvidenceStrength: Double]
  }

  /// PP3, BP4 and BP7: tools, and where splicing scores are looked at.
  public struct Scores: Sendable, Hashable {
    public var missenseTool: Sourced<String>
    public var tools: [ScoreTool]
    public var hotspotCap: Sourced<EvidenceStrength>
    /// Exon bases at either end of an exon.
    public var exonEdge: Sourced<Int>
    /// Bases into the intron, both positive.
    public var intronFromDonor: Sourced<Int>
    public var intronFromAcceptor: Sourced<Int>
    /// Number of the intron, counted from 1, that holds regulatory elements.
    public var regulatoryIntron: Sourced<Int>

    /// The tool for splicing.
    public static let spliceTool = "SpliceAI"

    /// `nil` for a tool whose scores don't count.
    public func tool(_ name: String) -> ScoreTool? { tools.first { $0.name == name } }
  }

  public var version: String
  public var statement: String
  public var combination: Combination
  public var lossOfFunction: LossOfFunction
  public var comparators: Comparators
  public var hotspots: Hotspots
  public var population: Population
  public var segregation: Segregation
  public var scores: Scores
  /// Criteria never applied, with the reason.
  public var notUsed: [Criterion: String]
}
