import Genome
import HTS

/// The build, and what proves it.
struct BuildDecision {
  let assembly: Assembly
  let proofs: [String]
  /// What a reader has to know where the header does not tell the build.
  let notes: [String]

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
    notes =
      header.proofs.isEmpty
      ? BuildDecision.notes(header, candidates, assembly, isDeclared: declared != nil) : []
  }

  /// What the build stands on instead: the user's word is no proof by bases.
  private static func notes(
    _ header: HeaderEvidence, _ candidates: [LocusCandidate], _ assembly: Assembly,
    isDeclared: Bool
  ) -> [String] {
    guard isDeclared else { return ["\(header.lack), so the build is proven by REF bases alone."] }
    let name = assembly.rawValue
    let own = candidates.first { $0.locus.assembly == assembly }?.tally ?? ReferenceTally()
    guard own.comparedRecords == 0 else {
      return ["\(header.lack): the build stands on --assembly, and \(own.sentence(assembly))."]
    }
    let others = candidates.filter { $0.locus.assembly != assembly && $0.tally.speaksForBuild }
    return [
      "\(header.lack), and no REF base could be compared with \(name): the build stands on --assembly alone."
    ]
      + others.map {
        "\($0.tally.sentence($0.locus.assembly)): this speaks against --assembly \(name)."
      }
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
    let isProven = candidates.contains { $0.locus.assembly == assembly && $0.tally.proves }
    for candidate in candidates where candidate.locus.assembly != assembly {
      // What would prove the build without the user's word speaks against that word too.
      guard
        candidate.tally.provesAgainstHeader
          || header.proofs.isEmpty && !isProven && candidate.tally.proves
      else { continue }
      let remedy =
        header.proofs.isEmpty
        ? "leave --assembly out or give the right file" : "correct the header or call again"
      throw IsolationError(
        .unusable,
        "\(file): the proofs of its build disagree: \(told) (\(assembly.rawValue)), but "
          + "\(candidate.tally.sentence(candidate.locus.assembly)); \(remedy)")
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
