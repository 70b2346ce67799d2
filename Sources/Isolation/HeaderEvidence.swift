import Genome
import HTS

/// What the header says of chromosome X and of the build.
struct HeaderEvidence {
  /// All names of X, the header's own first: files put together by hand have records on one that the
  /// header does not declare.
  var contigNames: [String]
  /// What the header lacks where it does not tell the build, as the start of a sentence.
  let lack: String
  /// Builds told, each with its sentence; more than one is a contradiction.
  var proofs: [(assembly: Assembly, sentence: String)]
  var notes: [String]
  /// Contigs that the header declares which carry a copy of FOXP3, with the build whose fix patch they are.
  let patches: [(contig: String, assembly: Assembly)]
  /// Contigs other than X and Y on which a breakend may stand that joins X: where the header declares what
  /// tells of structural changes, the first ten thousand.
  var contigsOfBreakends: [String] = []

  var assembly: Assembly? { proofs.first?.assembly }

  /// `contigs`: those the header declares. `isByPLINK`: it names PLINK as the file's source.
  init(
    _ contigs: [VariantHeader.Contig], _ request: IsolationRequest, file: String,
    isByPLINK: Bool = false
  ) throws(IsolationError) {
    let declared = contigs.filter { request.naming.names[$0.name] != nil }
    proofs = []
    lack = HeaderEvidence.lack(contigs)
    patches = contigs.compactMap { contig in
      request.naming.patch(contig.name, length: contig.length).map { (contig.name, $0) }
    }
    notes = patches.map {
      "The header declares \($0.contig), a fix patch of \($0.assembly.rawValue) that carries a copy of FOXP3; "
        + "reads that were mapped there, and variants called there, are missing here."
    }
    guard !contigs.isEmpty else {
      contigNames = request.naming.names.keys.sorted()
      return
    }
    guard !declared.isEmpty else {
      throw HeaderEvidence.noChromosome(contigs, request.naming, file: file)
    }
    let own = Set(declared.map(\.name))
    contigNames = own.sorted() + request.naming.names.keys.filter { !own.contains($0) }.sorted()
    for contig in declared {
      proofs += try HeaderEvidence.proofs(contig, request, file: file, isByPLINK: isByPLINK)
    }
    try HeaderEvidence.checkAgreement(proofs, file: file)
  }

  /// Where the header declares what tells of breakends, all of its contigs are of account.
  mutating func noteBreakends(_ header: VariantHeader, _ naming: ChromosomeNaming) {
    guard header.declares(anyOf: ["SVTYPE", "MATEID", "CHR2"], as: "INFO") else { return }
    contigsOfBreakends = header.contigs.lazy.map(\.name)
      .filter { naming.names[$0] == nil && !naming.chromosomeYNames.contains($0) }
      .prefix(10_000).map { $0 }
  }

  private static func lack(_ contigs: [VariantHeader.Contig]) -> String {
    guard !contigs.isEmpty else { return "The header declares no contigs" }
    let others = contigs.contains { $0.length != nil }
    return "The header gives no length of chromosome X"
      + (others ? " (the lengths of other contigs are not compared)" : "")
  }

  /// Why the result is incomplete beside fix patches of which `lie` is true, each a sentence.
  func copiesElsewhere(where lie: (String) -> Bool = { _ in true }) -> [String] {
    patches.filter { lie($0.contig) }.map {
      "\($0.contig), a fix patch of \($0.assembly.rawValue), carries a copy of FOXP3: what was mapped or called "
        + "there is missing here."
    }
  }

  /// What a contig's name and length tell.
  private static func proofs(
    _ contig: VariantHeader.Contig, _ request: IsolationRequest, file: String, isByPLINK: Bool
  ) throws(IsolationError) -> [(assembly: Assembly, sentence: String)] {
    var proofs: [(assembly: Assembly, sentence: String)] = []
    if let proof = nameProof(contig.name, request.naming) { proofs.append(proof) }
    guard let length = contig.length else { return proofs }
    guard let locus = request.loci.first(where: { $0.chromosomeLength == length }) else {
      throw unsupported(contig.name, length, request, file: file, isByPLINK: isByPLINK)
    }
    proofs.append((locus.assembly, "contig \(contig.name) has length \(length)"))
    return proofs
  }

  static func nameProof(
    _ name: String, _ naming: ChromosomeNaming
  ) -> (assembly: Assembly, sentence: String)? {
    guard let known = naming.names[name], let assembly = known else { return nil }
    return (assembly, "contig \(name) is chromosome X of \(assembly.rawValue) by its name")
  }

  static func checkAgreement(
    _ proofs: [(assembly: Assembly, sentence: String)], file: String
  ) throws(IsolationError) {
    guard let first = proofs.first,
      let other = proofs.first(where: { $0.assembly != first.assembly })
    else { return }
    throw IsolationError(
      .unusable,
      "\(file): the proofs of its build disagree: \(first.sentence) (\(first.assembly.rawValue)), "
        + "but \(other.sentence) (\(other.assembly.rawValue)); correct the header")
  }

  private static func unsupported(
    _ contig: String, _ length: Int, _ request: IsolationRequest, file: String, isByPLINK: Bool
  ) -> IsolationError {
    let supported = request.loci.map { "\($0.assembly.rawValue) (\($0.chromosomeLength))" }
      .joined(separator: " or ")
    let name = request.naming.unsupportedLengths[length].map { ", which is \($0)" } ?? ""
    let advice =
      isByPLINK
      ? "PLINK 1.9 writes the last position for the length, and without --real-ref-alleles the commoner allele for "
        + "REF: give the file that PLINK read, or one written with that option and the length corrected in its header"
      : "call or lift the variants over to one of these builds, or correct the header where that is not the "
        + "chromosome's length (some programs write the last position there)"
    return IsolationError(
      .unusable,
      "\(file): contig \(contig) has length \(length)\(name), not chromosome X of \(supported); \(advice)"
    )
  }

  private static func noChromosome(
    _ contigs: [VariantHeader.Contig], _ naming: ChromosomeNaming, file: String
  ) -> IsolationError {
    let names = contigs.prefix(5).map { Excerpt.quoted($0.name) }.joined(separator: ", ")
    let more = contigs.count > 5 ? ", …" : ""
    let build = contigs.lazy.compactMap { $0.length }
      .compactMap { naming.unsupportedLengths[$0] }.first
    let reason = build.map { "; by a contig's length it is on \($0), which is not supported" } ?? ""
    return IsolationError(
      .unusable,
      "\(file): its header declares no chromosome X (\(contigs.count) contigs: "
        + "\(names)\(more))\(reason); give a file with X on GRCh37 or GRCh38")
  }
}
