import Flow
import Foundation
import Genome

/// What was examined and how: profiles `genomic-study`, `genomic-study-analysis` and
/// `genomic-data-file`.
extension FHIRReport {
  /// Stretches of the gene, each a BED file inside the bundle.
  enum RegionKind: String, CaseIterable {
    /// The exons with their splice sites, and the known disease positions.
    case studied
    /// What of them was shown to be read.
    case called
    /// What of them was not: nothing may be concluded there.
    case uncalled
  }

  var study: JSONValue {
    [
      "resourceType": "Procedure",
      "meta": ["profile": [.string(FHIRCode.profile("genomic-study"))]],
      "extension": .array(
        [
          FHIRCode.guideExtension(
            "genomic-study-analysis-ext", "valueReference", reference(.analysis))
        ] + referrer),
      "status": "completed",
      "category": FHIRCode.laboratory,
      "code": FHIRCode.concept(
        FHIRCode.codeSystem("genomic-study-type-cs"), "func-var", text: "Variants of FOXP3"),
      "subject": subject,
      "performedDateTime": FHIRText.day(context.runDate),
      "reasonCode": .list(reasons),
    ]
  }

  private var referrer: [JSONValue] {
    guard let name = FHIRText.value(document.subject.referrer.value) else { return [] }
    return [
      FHIRCode.guideExtension("genomic-study-referrer-ext", "valueReference", ["display": name])
    ]
  }

  /// The indication, and the signs documented.
  private var reasons: [JSONValue] {
    let indication = document.request.indication.value.map { [FHIRCode.text($0)] } ?? []
    let signs = (result.patientCase?.findings ?? []).filter(\.isPresent)
    return indication
      + signs.map { sign in
        let text = FHIRText.clean(sign.name)
        guard let term = sign.term else { return FHIRCode.text(sign.name) }
        return FHIRCode.concept(FHIRCode.phenotypes, term, text: text)
      }
  }

  var analysis: JSONValue {
    [
      "resourceType": "Procedure",
      "meta": ["profile": [.string(FHIRCode.profile("genomic-study-analysis"))]],
      "extension": .array(analysisExtensions),
      "status": "completed",
      "category": FHIRCode.laboratory,
      "subject": subject,
      "performedDateTime": FHIRText.day(context.runDate),
      "performer": [["actor": reference(.device)]],
      "note": .list(analysisNotes.compactMap(FHIRText.value).map { ["text": $0] }),
    ]
  }

  private var analysisExtensions: [JSONValue] {
    let kinds: [(String, String)] =
      [("SO:0001483", "SNV"), ("SO:0002007", "MNV"), ("SO:1000032", "delins")]
      + (result.copyNumber.isAssessed ? [("SO:0001019", "copy_number_variation")] : [])
    let prefix = "genomic-study-analysis-"
    return [
      FHIRCode.guideExtension(
        prefix + "genome-build", "valueCodeableConcept",
        FHIRCode.assembly(result.provenance.assembly.rawValue)),
      FHIRCode.guideExtension(prefix + "title", "valueString", "FOXP3 by foxp3"),
      FHIRCode.guideExtension(prefix + "specimen", "valueReference", reference(.specimen)),
      regions,
      nested(
        prefix + "device", [slice("device", "valueReference", reference(.device))]),
      nested(
        prefix + "input",
        [slice("file", "valueReference", reference(.inputFile))]
          + (inputFormat.map { [slice("type", "valueCodeableConcept", $0)] } ?? [])),
    ]
      + kinds.map { code, term in
        FHIRCode.guideExtension(
          prefix + "change-type", "valueCodeableConcept",
          FHIRCode.concept(FHIRCode.sequenceOntology, code, term))
      }
  }

  private func slice(_ name: String, _ type: String, _ value: JSONValue) -> JSONValue {
    .object([JSONMember(key: "url", value: .string(name)), JSONMember(key: type, value: value)])
  }

  private func nested(_ name: String, _ slices: [JSONValue]) -> JSONValue {
    ["extension": .array(slices), "url": .string(FHIRCode.profile(name))]
  }

  private var regions: JSONValue {
    let files = RegionKind.allCases.filter { !bed($0).isEmpty }
    return nested(
      "genomic-study-analysis-regions",
      [
        slice(
          "description", "valueString",
          .string(
            "FOXP3: coding bases with splice sites, the donor of exon 1, and the known disease "
              + "positions; what is not among the called regions was not shown to be read.")),
        slice("studied", "valueCodeableConcept", FHIRCode.gene),
      ] + files.map { slice($0.rawValue, "valueReference", reference(.regions($0))) })
  }

  private var inputFormat: JSONValue? {
    let known = ["VCF": "vcf", "BAM": "bam", "CRAM": "cram", "SAM": "sam"]
    guard let code = known.first(where: { result.provenance.format.hasPrefix($0.key) })?.value
    else { return nil }
    return FHIRCode.concept(FHIRCode.codeSystem("genomic-study-data-format-cs"), code)
  }

  private var analysisNotes: [String] {
    let text = ReportText(result: result, context: context)
    return ["Sex as read: \(result.sex.label)."] + result.sex.evidence + text.methods
      + text.notLookedAt + result.provenance.notes
  }

  // MARK: Files

  func bed(_ kind: RegionKind) -> String {
    let regions = StudiedRegions(result: result)
    return switch kind {
    case .studied: regions.studied
    case .called: regions.called
    case .uncalled: UncoveredBed.text(result)
    }
  }

  func regionFile(_ kind: RegionKind) -> JSONValue? {
    let text = bed(kind)
    guard !text.isEmpty else { return nil }
    return dataFile(
      "Regions \(kind.rawValue), BED (0-based) on \(result.provenance.assembly.rawValue)",
      attachment: [
        "contentType": "text/plain",
        "data": .string(Data(text.utf8).base64EncodedString()),
        "title": "\(kind.rawValue).bed",
      ])
  }

  /// The input by name, size and the digest of its header and the records isolated from it.
  var inputFile: JSONValue {
    let provenance = result.provenance
    return dataFile(
      "\(provenance.format); SHA-256 of header and isolated records: \(provenance.contentDigest)",
      attachment: [
        "size": provenance.inputSize.flatMap { $0 <= Int(Int32.max) ? .integer($0) : nil },
        "title": FHIRText.value(provenance.inputName),
      ])
  }

  private func dataFile(_ description: String, attachment: JSONValue) -> JSONValue {
    [
      "resourceType": "DocumentReference",
      "meta": ["profile": [.string(FHIRCode.profile("genomic-data-file"))]],
      "status": "current",
      "docStatus": "preliminary",
      "subject": subject,
      "description": FHIRText.value(description),
      "content": [["attachment": attachment]],
      "context": ["related": [reference(.report)]],
    ]
  }
}
