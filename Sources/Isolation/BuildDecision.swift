import Genome
import HTS

/// The build, and what proves it.
struct BuildDecision {
  let assembly: Assembly
  let proofs: [String]

  /// Weighs the header, the user's word and the REF bases. Proofs that disagree are an error, and
  /// so is the absence of any.
  init(
    _ header: HeaderEvidence, _ candidates: [LocusCandidate], declared: Assembly?, file: String
  ) throws(IsolationError) {
    try BuildDecision.checkDeclared(header, declared, file: file)
    let known = header.assembly ?? declared
    let assembly: Assembly
    if let known {
      assembly = known
      try BuildDecision.checkBases(known, header, candidates, file: file)
    } else {
      assembly = try BuildDecision.proven(candidates, file: file)
    }
    self.assembly = assembly
    var sentences = header.proofs.map(\.sentence)
    if declared != nil { sentences.append("--assembly \(assembly.rawValue)") }
    if let tally = candidates.first(where: { $0.locus.assembly == assembly })?.tally,
      tally.comparedRecords > 0
    {
      sentences.append(tally.sentence(assembly))
    }
    proofs = sentences
  }

  private static func checkDeclared(
    _ header: HeaderEvidence, _ declared: Assembly?, file: String
  ) throws(IsolationError) {
    guard let declared, let proof = header.proofs.first, proof.assembly != declared else { return }
    throw IsolationError(
      .unusable,
      "\(file): --assembly says \(declared.rawValue), but \(proof.sentence) "
        + "(\(proof.assembly.rawValue)); leave the option out or give the right file")
  }

  /// The only build whose bases the records have.
  private static func proven(
    _ candidates: [LocusCandidate], file: String
  ) throws(IsolationError) -> Assembly {
    let proven = candidates.filter { $0.tally.proves }
    if proven.count == 1, let only = proven.first { return only.locus.assembly }
    if proven.isEmpty {
      let counts = candidates.map { "\($0.locus.assembly.rawValue): \($0.tally.comparedRecords)" }
      throw IsolationError(
        .unusable,
        "\(file): nothing proves its genome build: the header gives no length of chromosome X, and "
          + "too few REF bases in the FOXP3 locus agree with either build (records compared: "
          + "\(counts.joined(separator: ", "))); add ##contig lines or say --assembly")
    }
    throw IsolationError(
      .unusable,
      "\(file): its records fit the FOXP3 locus of both builds; was it joined from files of two "
        + "builds?")
  }

  /// Looks for REF bases that speak against the build told.
  private static func checkBases(
    _ assembly: Assembly, _ header: HeaderEvidence, _ candidates: [LocusCandidate], file: String
  ) throws(IsolationError) {
    let told = header.proofs.first?.sentence ?? "--assembly \(assembly.rawValue) was given"
    for candidate in candidates where candidate.locus.assembly != assembly {
      guard candidate.tally.provesAgainstHeader else { continue }
      throw IsolationError(
        .unusable,
        "\(file): the proofs of its build disagree: \(told) (\(assembly.rawValue)), but "
          + "\(candidate.tally.sentence(candidate.locus.assembly)); correct the header or call again"
      )
    }
    for candidate in candidates where candidate.locus.assembly == assembly {
      guard candidate.tally.contradicts else { continue }
      throw IsolationError(
        .unusable,
        "\(file): wrong build or damaged REF: \(told), but "
          + "\(candidate.tally.sentence(assembly)); give a file called on \(assembly.rawValue) or "
          + "with the right header")
    }
  }
}
