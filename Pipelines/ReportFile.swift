import Delivery

/// The files of a sample, by what stands behind `.foxp3` (MultiQC finds its own by the end), in the order in which they
/// are told.
enum ReportFile: String, CaseIterable {
  case variants = ".vcf.gz"
  /// Written with `variants`.
  case variantIndex = ".vcf.gz.tbi"
  case table = ".tsv"
  case document = ".json"
  case page = ".html"
  case familyPage = ".family.html"
  case pdf = ".pdf"
  case familyPDF = ".family.pdf"
  case uncovered = ".bed"
  case depth = ".depth.bed"
  case fhir = ".fhir.json"
  case pathogenicity = ".va.json"
  case multiQC = "_mqc.json"
  case multiQCStatistics = "_statistics_mqc.json"

  static let ofMultiQC: [ReportFile] = [.multiQC, .multiQCStatistics]

  /// What has to be asked for; of `familyPDF` the page too.
  var formats: Set<AnnotateRequest.Format> {
    switch self {
    case .variants, .variantIndex: [.vcf]
    case .table: [.tsv]
    case .document: [.json]
    case .page: [.html]
    case .familyPage: [.family]
    case .pdf: [.pdf]
    case .familyPDF: [.family, .pdf]
    case .uncovered: [.bed]
    case .depth: [.depth]
    case .fhir: [.fhir]
    case .pathogenicity: [.va]
    case .multiQC, .multiQCStatistics: [.multiqc]
    }
  }

  /// As it stands under the output directory.
  func path(of sample: String) -> String {
    let name = FileName.safe(sample)
    return "\(name)/\(name).foxp3\(rawValue)"
  }
}
