import Flow
public import HTS

/// What the header says of programs that changed genotypes or alleles after they were called.
public struct FileOrigin: Sendable, Hashable {
  /// The header declares a flag for imputed records.
  let marksImputed: Bool
  /// The program that filled genotypes in from haplotypes, where the header names it.
  let imputingProgram: String?
  let isLiftedByCrossMap: Bool
  /// PR, as PLINK writes it: REF is one of the two alleles, and not always the build's.
  let hasProvisionalReference: Bool

  static let none = FileOrigin()

  private init() {
    marksImputed = false
    imputingProgram = nil
    isLiftedByCrossMap = false
    hasProvisionalReference = false
  }

  public init(_ header: VariantHeader) {
    // Of contigs there may be thousands.
    let lines = HeaderLine.texts(of: header.text).filter {
      !$0.utf8.starts(with: "##contig=".utf8)
    }
    marksImputed = Imputation.isDeclared(in: header)
    imputingProgram = lines.lazy.compactMap(HaplotypeProgram.named).first
    isLiftedByCrossMap = lines.contains {
      $0.hasPrefix("##liftOverProgram=") && $0.contains("CrossMap")
    }
    hasProvisionalReference = lines.lazy.filter { $0.utf8.starts(with: "##INFO=".utf8) }
      .compactMap { HeaderLine($0) }.contains {
        $0.identifier == "PR" && $0["Type"] == "Flag"
          && $0["Description"]?.hasPrefix("Provisional") != false
      }
  }

  /// Why the file by itself can't show that nothing is there, each a sentence.
  public var doubts: [String] {
    var doubts: [String] = []
    if isLiftedByCrossMap {
      doubts.append(
        "The file was lifted over by CrossMap, which writes deletions and changes of several bases as others or "
          + "leaves them out: lift the original file over with another program (Picard LiftoverVcf, bcftools "
          + "+liftover), or give the original file.")
    }
    if hasProvisionalReference {
      doubts.append(
        "REF is only provisional in this file (PR, as PLINK writes it): the commoner allele may stand in the place of "
          + "the build's. Give the file that PLINK read, or have PLINK 1.9 write it from that one with "
          + "--real-ref-alleles; --ref-from-fa of PLINK 2 (with --fa) mends substitutions, and no deletions."
      )
    }
    return doubts
  }

  /// Why no call of the record's alleles may stand, a clause; `nil` where nothing speaks against them.
  func doubt(of record: ReadRecord) -> String? {
    let named = record.alternates.filter { !ReadRecord.isNonReference($0) && $0 != "*" }
    guard !named.isEmpty else { return nil }
    let length = record.reference.utf8.count
    // Up to 0.6.1 a deletion beside a gap of the chain becomes a substitution (liguowang/CrossMap, issue 47), 0.6.3 to 0.6.5
    // exchange the first base of ALT, and 0.7 lifts the first base of REF alone (cmmodule/mapvcf.py).
    if isLiftedByCrossMap, length > 1 || named.contains(where: { $0.utf8.count > 1 }) {
      return
        "it was lifted over by CrossMap, which keeps one base of REF or exchanges ALT's first: deletions and "
        + "changes of several bases come out as others"
    }
    if record.hasProvisionalReference, named.contains(where: { $0.utf8.count != length }) {
      return
        "REF is only provisional (PR): of an insertion or deletion the build's sequence does not tell which "
        + "allele is the reference"
    }
    return nil
  }
}
