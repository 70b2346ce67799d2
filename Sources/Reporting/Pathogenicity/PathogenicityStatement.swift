import Flow
import Genome

/// One classification as a `VariantPathogenicityStatement`.
struct PathogenicityStatement {
  private let classified: ClassifiedVariant
  private let subject: String
  private let outcome: Outcome

  private struct Outcome {
    var classification: String
    var direction: String
    var strength: String?
  }

  /// `nil` for a variant without a class or a name.
  init?(_ classified: ClassifiedVariant) {
    let annotated = classified.annotated
    guard let outcome = PathogenicityStatement.outcome(of: classified.clinicalClass),
      let subject = annotated.vrsIdentifier ?? annotated.placement?.genomicName
    else { return nil }
    self.classified = classified
    self.subject = subject
    self.outcome = outcome
  }

  private static func outcome(of clinicalClass: ClinicalClass) -> Outcome? {
    switch clinicalClass {
    case .pathogenic:
      Outcome(classification: "pathogenic", direction: "supports", strength: "definitive")
    case .likelyPathogenic:
      Outcome(classification: "likely pathogenic", direction: "supports", strength: "likely")
    case .uncertain:
      Outcome(classification: "uncertain significance", direction: "neutral", strength: nil)
    case .likelyBenign:
      Outcome(classification: "likely benign", direction: "disputes", strength: "likely")
    case .benign:
      Outcome(classification: "benign", direction: "disputes", strength: "definitive")
    case .notEvaluated: nil
    }
  }

  func value(tool: String) -> JSONValue {
    [
      "type": "Statement",
      "description": .string(classified.reason),
      "specifiedBy": [
        "type": "Method", "name": .string(Self.system), "methodType": "guideline",
        "reportedIn": Self.guideline,
      ],
      "contributions": [
        [
          "type": "Contribution",
          "contributor": ["type": "Agent", "name": "foxp3 \(tool)", "agentType": "software"],
          "activityType": "classification, a draft until released by the laboratory",
        ]
      ],
      "proposition": proposition,
      "direction": .string(outcome.direction),
      "strength": outcome.strength.map(Self.concept),
      "score": classified.source == .acmg ? classified.points.map { .integer($0) } : nil,
      "classification": Self.concept(outcome.classification),
      "hasEvidenceLines": .list(classified.rules?.results.compactMap(evidenceLine) ?? []),
      "extensions": .list(extensions),
    ]
  }

  private static let system = "ACMG Guidelines, 2015"

  private static let guideline: JSONValue = [
    "type": "Document", "name": "Richards et al., 2015, Genet Med.", "pmid": "25741868",
    "urls": ["https://pubmed.ncbi.nlm.nih.gov/25741868/"],
  ]

  private static func concept(_ code: String) -> JSONValue {
    ["primaryCoding": ["system": .string(system), "code": .string(code)]]
  }

  private var proposition: JSONValue {
    [
      "type": "VariantPathogenicityProposition",
      "subjectVariant": .string(subject),
      "predicate": "isCausalFor",
      "objectCondition": [
        "conceptType": "Disease", "name": .string(FOXP3Gene.disease),
        "primaryCoding": [
          "system": .string(FHIRCode.diseases), "code": .string(FOXP3Gene.mondo),
        ],
      ],
      "geneContextQualifier": [
        "conceptType": "Gene", "name": .string(FOXP3Gene.symbol),
        "primaryCoding": ["system": .string(FHIRCode.genes), "code": .string(FOXP3Gene.hgnc)],
      ],
      "modeOfInheritanceQualifier": [
        "name": "X-linked recessive inheritance",
        "primaryCoding": ["system": .string(FHIRCode.phenotypes), "code": "HP:0001419"],
      ],
    ]
  }

  /// A criterion that was met, with direction and strength, or that was not. One that could not be
  /// evaluated is no evidence.
  private func evidenceLine(_ result: CriterionResult) -> JSONValue? {
    let criterion = result.criterion
    guard result.outcome != .notEvaluated else { return nil }
    let direction =
      result.strength == nil ? "neutral" : criterion.isBenign ? "disputes" : "supports"
    return [
      "type": "EvidenceLine",
      "description": .string(result.fact),
      "specifiedBy": [
        "type": "Method", "methodType": .string(criterion.rawValue), "reportedIn": Self.guideline,
      ],
      "directionOfEvidenceProvided": .string(direction),
      "strengthOfEvidenceProvided": result.strength.map { Self.concept(strengthWord($0)) },
      "evidenceOutcome": Self.concept(outcomeCode(result)),
    ]
  }

  private func strengthWord(_ strength: EvidenceStrength) -> String {
    strength == .standAlone ? "standalone" : strength.words
  }

  private func outcomeCode(_ result: CriterionResult) -> String {
    let name = result.criterion.rawValue
    guard let strength = result.strength else { return "\(name)_not_met" }
    return strength == result.criterion.nameStrength ? name : "\(name)_\(strength.rawValue)"
  }

  private var extensions: [JSONValue] {
    var values: [JSONValue] = [
      ["name": "classSource", "value": .string(classified.source.rawValue)]
    ]
    if let row = classified.matchedRow {
      values.append([
        "name": "tableRow",
        "value": [
          "identifier": .string(row.identifier),
          "classification": .string(row.clinicalClass.rawValue),
          "basis": .string(row.basis.rawValue),
          "pmids": .array(row.pubMedIdentifiers.map { .string($0) }),
        ],
      ])
    }
    if let rules = classified.rules {
      values.append([
        "name": "rules",
        "value": [
          "classification": .string(rules.classByPoints.rawValue),
          "points": .integer(rules.points), "policyVersion": .string(rules.policyVersion),
        ],
      ])
    }
    return values
  }
}
