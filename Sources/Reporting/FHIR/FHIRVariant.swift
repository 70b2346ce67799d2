import Flow
import Genome

/// The components of a variant's observation.
struct FHIRVariant {
  private let variant: SampleVariant
  private let result: SampleResult
  private let annotated: AnnotatedVariant
  private let place: VariantPlace
  private let otherRecords: [SampleVariant]

  /// `otherRecords`: of the same allele, which has one observation.
  init(_ variant: SampleVariant, of result: SampleResult, otherRecords: [SampleVariant]) {
    self.otherRecords = otherRecords
    self.variant = variant
    self.result = result
    annotated = variant.classified.annotated
    place = VariantPlace(annotated, provenance: result.provenance)
  }

  var components: [JSONValue?] {
    location + alleles
      + (annotated.mane.map { Self.names($0, placement: annotated.placement) } ?? [])
      + codes + (result.hasGenotypes ? sample : []) + [unclassified]
  }

  private var location: [JSONValue?] {
    let isOfGene = annotated.mane != nil && !variant.isBesideGene
    return [
      isOfGene
        ? FHIRCode.component("48018-6", "Gene studied", "valueCodeableConcept", FHIRCode.gene)
        : nil,
      FHIRCode.component(
        "48000-4", "Chromosome", "valueCodeableConcept",
        FHIRCode.concept(FHIRCode.loinc, "LA21276-3", "Chromosome X")),
      isOfGene
        ? FHIRCode.component(
          "48001-2", "Cytogenetic location", "valueCodeableConcept",
          FHIRCode.text(FOXP3Gene.band)) : nil,
      FHIRCode.component(
        "62374-4", "Reference assembly", "valueCodeableConcept",
        FHIRCode.assembly(place.assembly.rawValue)),
    ]
  }

  /// As VCF spells it: 1-based, with the anchor base.
  private var alleles: [JSONValue?] {
    [
      VariantName.accession(of: annotated.placement).map {
        FHIRCode.component(
          "48013-7", "Genomic reference sequence", "valueCodeableConcept",
          FHIRCode.concept(FHIRCode.refSeq, $0))
      },
      annotated.placement.map {
        FHIRCode.component(
          "81290-9", "Genomic change (HGVS g.)", "valueCodeableConcept",
          FHIRCode.concept(FHIRCode.names, $0.genomicName))
      },
      extent.map { FHIRCode.component("81254-5", "Exact start and end", "valueRange", $0) },
      FHIRCode.component(
        "92822-6", "Coordinate system", "valueCodeableConcept",
        FHIRCode.concept(FHIRCode.loinc, "LA30102-0", "1-based character counting")),
      FHIRText.value(place.reference).map {
        FHIRCode.component("69547-8", "Genomic reference allele", "valueString", $0)
      },
      FHIRText.value(place.alternate).map {
        FHIRCode.component("69551-0", "Genomic alternate allele", "valueString", $0)
      },
      SequenceOntology.changeType(annotated.normalised.change).map { code, term in
        FHIRCode.component(
          "48019-4", "Type of change", "valueCodeableConcept",
          FHIRCode.concept(FHIRCode.sequenceOntology, code, term))
      },
    ]
  }

  /// Ends that are not exact are in the notes only.
  private var extent: JSONValue? {
    if case .structural(let change) = annotated.normalised.change {
      return isImprecise ? nil : range(change.interval.start, change.interval.end)
    }
    guard let position = place.position, !place.reference.isEmpty else { return nil }
    return range(position, position + place.reference.utf8.count - 1)
  }

  private var isImprecise: Bool {
    if case .structural(let change) = annotated.normalised.change, change.precision != .exact {
      return true
    }
    return annotated.normalised.parts.contains(where: \.record.isImprecise)
  }

  private func range(_ low: Int, _ high: Int) -> JSONValue {
    ["low": ["value": .integer(low)], "high": ["value": .integer(high)]]
  }

  /// Transcript and protein with their names.
  static func names(_ annotation: TranscriptAnnotation, placement: Placement?) -> [JSONValue?] {
    [
      FHIRCode.component(
        "51958-7", "Reference transcript", "valueCodeableConcept",
        FHIRCode.concept(FHIRCode.refSeq, annotation.transcript)),
      VariantName.coding(annotation, placement: placement).map {
        FHIRCode.component(
          "48004-6", "Change of the transcript (HGVS c.)", "valueCodeableConcept",
          FHIRCode.concept(FHIRCode.names, $0))
      },
      FHIRCode.component(
        FHIRCode.own("protein-ref-seq"), "valueCodeableConcept",
        FHIRCode.concept(FHIRCode.refSeq, annotation.protein)),
      VariantName.protein(annotation).map {
        FHIRCode.component(
          "48005-3", "Change of the protein (HGVS p.)", "valueCodeableConcept",
          FHIRCode.concept(FHIRCode.names, $0))
      },
    ]
  }

  /// The variant in other collections: ClinVar, GA4GH VRS, SPDI.
  private var codes: [JSONValue?] {
    let record = variant.classified.matchedRow?.clinVarIdentifier ?? ""
    let values = [
      record.isEmpty ? nil : FHIRCode.concept(FHIRCode.clinVar, record),
      annotated.vrsIdentifier.map(FHIRCode.text), annotated.placement?.spdi.map(FHIRCode.text),
    ]
    return values.map { value in
      value.map { FHIRCode.component("81252-9", "Variation code", "valueCodeableConcept", $0) }
    }
  }

  /// How this sample carries it.
  private var sample: [JSONValue?] {
    [
      sourceClass, allelicState, copyNumber,
      variant.alleleFraction.flatMap { fraction in
        guard fraction.isFinite else { return nil }
        return FHIRCode.component(
          "81258-6", "Fraction of reads with the allele", "valueQuantity",
          quantity(.number(fraction)))
      },
      variant.depth.map {
        FHIRCode.component(FHIRCode.text("Read depth"), "valueQuantity", ["value": .integer($0)])
      },
      variant.genotypeQuality.flatMap { quality in
        guard quality.isFinite else { return nil }
        return FHIRCode.component(
          FHIRCode.text("Genotype quality"), "valueQuantity", ["value": .number(quality)])
      },
      variant.isConfirmed
        ? nil
        : FHIRCode.component(
          FHIRCode.own("variant-confidence-status"), "valueCodeableConcept",
          FHIRCode.concept(FHIRCode.codeSystem("variant-confidence-status-cs"), "intermediate")),
    ]
  }

  private func quantity(_ value: JSONValue) -> JSONValue {
    ["value": value, "system": .string(FHIRCode.units), "code": "1"]
  }

  /// What is mosaic, or may be by its share of reads, may have arisen after conception, and a prenatal sample's
  /// genome is not LOINC's "germline".
  private var sourceClass: JSONValue? {
    let isPrenatal = result.patientCase?.sample?.tissue.isPrenatal ?? false
    guard variant.zygosity != .mosaic, variant.zygosity != .conflict, !variant.isOfUnknownShare,
      !isOpenInFemale, !isPrenatal, result.isAssessable
    else { return nil }
    return FHIRCode.component(
      "48002-0", "Genomic source class", "valueCodeableConcept", FHIRCode.germline)
  }

  /// The sex leaves nothing open: the reads or the genotype do.
  private var isOpenInFemale: Bool {
    result.sex.sex == .female && variant.zygosity == .unknown && variant.zygosityNote != nil
  }

  /// LOINC's answers to 53034-5 (list LL381-5); other states as text.
  private var allelicState: JSONValue {
    let state =
      switch variant.zygosity {
      case _ where variant.isOfUnknownShare:
        FHIRCode.text("Called heterozygous; the share of reads is not that of one of two copies")
      case .hemizygous: FHIRCode.concept(FHIRCode.loinc, "LA6707-9", "Hemizygous")
      case .heterozygous: FHIRCode.concept(FHIRCode.loinc, "LA6706-1", "Heterozygous")
      case .homozygous: FHIRCode.concept(FHIRCode.loinc, "LA6705-3", "Homozygous")
      default: FHIRCode.text(variant.zygosity.label)
      }
    return FHIRCode.component("53034-5", "Allelic state", "valueCodeableConcept", state)
  }

  /// Copies left of what a symbolic deletion removes.
  private var copyNumber: JSONValue? {
    guard case .structural(let change) = annotated.normalised.change, change.kind == .deletion
    else { return nil }
    let copies: Int
    switch variant.zygosity {
    case _ where variant.isOfUnknownShare: return nil
    case .hemizygous, .homozygous: copies = 0
    case .heterozygous: copies = 1
    default: return nil
    }
    return FHIRCode.component(
      "82155-3", "Copy number", "valueQuantity", quantity(.integer(copies)))
  }

  /// A variant without a class has no implication; it says so itself.
  private var unclassified: JSONValue? {
    guard variant.classified.clinicalClass == .notEvaluated else { return nil }
    let text = "\(ClinicalClass.notEvaluated.label): \(variant.classified.reason)"
    return FHIRCode.component(
      FHIRCode.own("conclusion-string"), "valueString", .string(FHIRText.clean(text)))
  }

  var notes: [String] {
    let genotype = result.hasGenotypes ? ["Genotype in the file: \(variant.genotypeText)"] : []
    let obstacle = annotated.normalised.obstacle.map { ["Not assessable: \($0)"] } ?? []
    let parts = annotated.normalised.isJoined ? annotated.normalised.parts : []
    let joined =
      parts.isEmpty
      ? []
      : ["Joined from \(Words.list(parts.map(\.hyphenated))): \(annotated.normalised.joinReason)"]
    let sample =
      result.isAssessable
      ? [] : ["The sample can't be assessed; nothing is said of the patient."]
    let ends = isImprecise ? ["By the file the ends of the change are not exact."] : []
    let others = otherRecords.map {
      "Another record of the same allele: genotype \($0.genotypeText), filter \($0.filterText)"
    }
    return sample + genotype + ["Filter in the file: \(variant.filterText)"] + others + ends
      + variant.unconfirmedReasons.map { "Not confirmed: \($0)" }
      + [variant.zygosityNote].compactMap { $0 } + obstacle + joined + annotated.notes
  }
}

extension SampleResult {
  /// Whether anything is concluded of the patient.
  var isAssessable: Bool { conclusion?.word != .notAssessable && conclusion?.word != .failed }
}
