import Genome
import TestSupport

/// What ClinVar and public tables say of 408 variants (`Data/clinvar.tsv`): names, and VCF spellings
/// on both builds.
struct ClinVarName {
  /// Without accession; `nil` for a variant given by its place only.
  let codingName: String?
  let proteinName: String?
  let grch38: SequenceChange
  let grch37: SequenceChange

  func change(_ assembly: Assembly) -> SequenceChange { assembly == .grch37 ? grch37 : grch38 }

  static func load() throws -> [ClinVarName] {
    try Repository.table("Tests/NomenclatureTests/Data/clinvar.tsv").map { fields in
      ClinVarName(
        codingName: fields[0] == "." ? nil : fields[0],
        proteinName: fields[1] == "." ? nil : fields[1],
        grch38: try SequenceChange(Int(fields[2]) ?? 0, fields[3], fields[4]),
        grch37: try SequenceChange(Int(fields[5]) ?? 0, fields[6], fields[7]))
    }
  }
}
