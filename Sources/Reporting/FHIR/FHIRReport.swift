import Flow
import Genome

/// The result as a bundle of HL7 FHIR R4 by the Genomics Reporting guide, STU3 (3.0.0): a draft, so
/// report and observations are `preliminary`.
///
/// A file without samples speaks of no person: its bundle has no patient, specimen or study, and its
/// variants no value.
struct FHIRReport {
  let result: SampleResult
  let context: ReportContext
  let document: ReportDocument
  let identity: FHIRIdentity
  /// An allele that the file tells in two records is one observation.
  let alleles: DistinctAlleles
  /// The patient and the sample; `nil` for a file without samples.
  let subject: JSONValue?
  let specimenReference: JSONValue?
  /// `nil` where the laboratory is not named.
  let laboratoryReference: JSONValue?

  init(result: SampleResult, context: ReportContext) throws {
    self.result = result
    self.context = context
    alleles = DistinctAlleles(result.variants)
    let builder = DocumentBuilder(context: context)
    document = builder.document(result)
    var text = JSONText()
    text.append(.object(try builder.frame(result)), depth: 0)
    for variant in result.variants {
      let annotated = variant.classified.annotated
      text.append(key: annotated.placement?.genomicName ?? "")
      text.append(key: variant.classified.clinicalClass.rawValue)
    }
    let identity = FHIRIdentity(content: text.take())
    self.identity = identity
    subject = result.hasGenotypes ? identity.reference(Name.patient.text) : nil
    specimenReference = result.hasGenotypes ? identity.reference(Name.specimen.text) : nil
    laboratoryReference = FHIRText.value(document.report.laboratory.name.value).map { _ in
      identity.reference(Name.laboratory.text)
    }
  }

  /// Writes the bundle's text in pieces of about a megabyte.
  func write(to sink: ([UInt8]) throws -> Void) throws {
    var text = JSONText()
    text.append(raw: "{\n  \"resourceType\" : \"Bundle\",\n  \"type\" : \"collection\",\n")
    text.append(raw: "  \"entry\" : [")
    var isFirst = true
    for name in names(of: .all) {
      guard let resource = resource(name) else { continue }
      if !isFirst { text.append(byte: UInt8(ascii: ",")) }
      isFirst = false
      text.newLine(2)
      text.append(entry(name, resource), depth: 2)
      if text.count > 1 << 20 { try sink(text.take()) }
    }
    text.append(raw: "\n  ]\n}\n")
    try sink(text.take())
  }

  private func entry(_ name: Name, _ resource: JSONValue) -> JSONValue {
    guard case .object(var members) = resource else { return resource }
    let uuid = identity.uuid(name.text)
    members.insert(JSONMember(key: "id", value: .string(uuid)), at: 1)
    return ["fullUrl": "urn:uuid:\(uuid)", "resource": .object(members)]
  }

  private func resource(_ name: Name) -> JSONValue? {
    switch name {
    case .report: diagnosticReport
    case .patient: patient
    case .specimen: specimen
    case .laboratory: laboratory
    case .variant(let index): variant(index)
    case .consequence(let index, let transcript): consequence(index, transcript)
    case .implication(let index): implication(index)
    case .study: study
    case .analysis: analysis
    case .inputFile: inputFile
    case .regions(let kind): regionFile(kind)
    case .device: device
    case .provenance: provenance
    }
  }
}

extension FHIRReport {
  /// A resource of the bundle.
  enum Name: Hashable {
    case report
    case patient
    case specimen
    case laboratory
    /// By the variant's place in the result.
    case variant(Int)
    case consequence(Int, transcript: Int)
    case implication(Int)
    case study
    case analysis
    case inputFile
    case regions(RegionKind)
    case device
    case provenance

    var text: String {
      switch self {
      case .variant(let index): "variant/\(index)"
      case .consequence(let index, let transcript): "consequence/\(index)/\(transcript)"
      case .implication(let index): "implication/\(index)"
      case .regions(let kind): "regions/\(kind.rawValue)"
      default: "\(self)"
      }
    }
  }

  enum Selection {
    case all
    case observations
  }

  /// The resources there are, in the bundle's order.
  func names(of selection: Selection) -> [Name] {
    let told = result.variants.indices.filter { !alleles.isRepeat($0) }
    let observations = told.flatMap { index -> [Name] in
      let classified = result.variants[index].classified
      let transcripts = classified.annotated.transcripts.indices
      return [.variant(index)] + transcripts.map { .consequence(index, transcript: $0) }
        + (classified.clinicalClass == .notEvaluated ? [] : [.implication(index)])
    }
    if selection == .observations { return observations }
    let person: [Name] = result.hasGenotypes ? [.patient, .specimen] : []
    let study: [Name] = result.hasGenotypes ? [.study, .analysis] : []
    let regions: [Name] = result.hasGenotypes ? RegionKind.allCases.map { .regions($0) } : []
    return [.report] + person + [.laboratory] + observations + study + [.inputFile] + regions
      + [.device, .provenance]
  }

  func reference(_ name: Name, display: String? = nil) -> JSONValue {
    identity.reference(name.text, display: display)
  }
}
