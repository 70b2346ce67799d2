import Flow
import Genome
import Nomenclature
import ReferenceBundle

/// Places an HGVS name on a build: which transcript, which build, and what is doubtful about it.
struct HGVSResolver {
  let knowledge: Knowledge
  /// Without white space.
  let name: String

  private typealias Reading = NameResolver.Reading
  private var bundle: ReferenceBundle { knowledge.bundle }

  func read() throws(NameError) -> NameResolver.Reading {
    let parts = QualifiedName(name)
    let text = parts.description
    if text.hasPrefix("p.") { return try protein(parts, text) }
    if text.hasPrefix("g.") { return try genomic(parts) }
    if text.hasPrefix("c.") { return try coding(parts, text) }
    if text.wholeMatch(of: /[mnor]\..*/) != nil {
      throw NameError(name, "\(text.prefix(2)) names are not read; give c., g. or p.")
    }
    return try bare(parts)
  }

  /// `1189C>T`, `R397W`: what papers leave out is filled in and said.
  private func bare(_ parts: QualifiedName) throws(NameError) -> NameResolver.Reading {
    let text = parts.description
    if let first = text.first, first.isASCII, first.isNumber || first == "-" || first == "*" {
      var reading = try coding(parts, text)
      reading.doubts.insert("Read as c.\(text).", at: 0)
      return reading
    }
    // A name of several parts must not be read by its last one alone.
    if !text.contains(":"), ProteinNameText.canonical(text) != nil {
      return try protein(parts, text)
    }
    throw NameError(
      name,
      "not a name known here; give HGVS (c.1189C>T, p.Arg397Trp, NC_000023.11:g.49251441G>A), "
        + "SPDI, chrX-49251441-G-A, or a row of the table (FX0001)")
  }

  private func coding(
    _ parts: QualifiedName, _ text: String
  ) throws(NameError) -> NameResolver.Reading {
    let (map, assembly, doubts) = try transcript(parts)
    if let change = try UncertainName(text: text, map: map).change() {
      return Reading(
        assembly, ends: change, doubts: doubts + [endDoubt] + intronCountDoubt(parts, text))
    }
    let change = try HGVSReader.change(codingName: text, on: map)
    let stated = StatedProtein(text: parts.statedProtein, map: map)
    if let cause = stated.contradiction(of: change) { throw NameError(name, cause) }
    return Reading(
      assembly, [change],
      doubts: doubts + buildDoubts(parts, text, change, map) + intronDoubts(change, map)
        + [HyphenRange(name: text).doubt].compactMap { $0 })
  }

  /// Where no build is named, GRCh38 is meant; intronic numbers can say something else on GRCh37.
  private func buildDoubts(
    _ parts: QualifiedName, _ text: String, _ change: SequenceChange, _ map: TranscriptMap
  ) -> [String] {
    guard assembly(of: parts.sequence) == nil,
      let older = bundle.transcripts(.grch37).first(where: {
        $0.accession == map.transcript.accession
      })
    else { return [] }
    let olderMap = TranscriptMap(transcript: older, locus: bundle.locus(.grch37))
    let there = try? HGVSReader.change(codingName: text, on: olderMap)
    guard there == nil || there != bundle.alignment.change(change, from: .grch38) else { return [] }
    return ["Read on GRCh38; counted on GRCh37 the same name is another allele or none."]
  }

  /// With both ends in exons, a name from spliced RNA and one from the genome look alike.
  private func intronDoubts(_ change: SequenceChange, _ map: TranscriptMap) -> [String] {
    let introns = map.transcript.introns.filter(change.interval.contains)
    let bases = introns.reduce(0) { $0 + $1.count }
    guard !introns.isEmpty else { return [] }
    return [
      "Read on the genome: the change takes \(introns.count) whole "
        + "intron\(introns.count == 1 ? "" : "s") (\(bases) bases) along."
    ]
  }

  /// Beside the exons the builds count alike, deeper in an intron they may not.
  private func intronCountDoubt(_ parts: QualifiedName, _ text: String) -> [String] {
    guard assembly(of: parts.sequence) == nil, text.contains(/[0-9][-+](?:[2-9]|1[0-9])/) else {
      return []
    }
    return ["Read on GRCh38; in introns the same numbers can be other places on GRCh37."]
  }

  private var endDoubt: String {
    "Its ends are known as ranges: at the least it takes what lies between them, at the most all."
  }

  private func genomic(_ parts: QualifiedName) throws(NameError) -> NameResolver.Reading {
    let text = parts.description
    if let assembly = chromosomeAssembly(parts.sequence) {
      return try genomic(text, on: bundle.locus(assembly))
    }
    guard parts.sequence.isEmpty || isX(parts.sequence) else {
      throw NameError(
        name, "\(parts.sequence) is no chromosome known here (\(known(bundle.loci)))")
    }
    return try genomicByPlace(text)
  }

  /// What has its ends in ranges, or beyond the bases known here, is known by its ends.
  private func genomic(
    _ text: String, on locus: Locus
  ) throws(NameError) -> NameResolver.Reading {
    guard case .ends(let change)? = CaseAllele(structuralName: text, on: locus) else {
      return Reading(locus.assembly, [try HGVSReader.change(genomicName: text, on: locus)])
    }
    return Reading(
      locus.assembly, ends: change, doubts: change.precision == .exact ? [] : [endDoubt])
  }

  /// Without a build: the two builds' loci do not overlap, so the place tells.
  private func genomicByPlace(_ text: String) throws(NameError) -> NameResolver.Reading {
    let digits = text.dropFirst(2).drop { "(?_".contains($0) }.prefix { $0.isASCII && $0.isNumber }
    guard let start = Int(digits),
      let locus = bundle.loci.first(where: { $0.interval.contains(start) })
    else {
      throw NameError(
        name, "the position lies in the FOXP3 locus of neither GRCh37 nor GRCh38")
    }
    var reading = try genomic(text, on: locus)
    let missing = name.hasPrefix("NC_") ? "No version of the accession" : "No accession"
    reading.doubts.insert("\(missing): \(locus.assembly.rawValue) by its position.", at: 0)
    return reading
  }

  private func protein(
    _ parts: QualifiedName, _ text: String
  ) throws(NameError) -> NameResolver.Reading {
    guard let given = ProteinNameText.canonical(text) else {
      throw NameError(name, "not a protein name that tells a change, as p.Arg397Trp")
    }
    let (map, assembly, doubts) = try transcript(parts)
    try checkResidues(given, map)
    let canonical = ProteinRangeName(given)?.shifted(on: map.protein) ?? given
    let changes = changes(canonical, map)
    guard !changes.isEmpty else {
      throw NameError(
        name,
        "no substitution in one codon, no short deletion, duplication or insertion that was tried and "
          + "no row of the table gives \(canonical == given ? "this" : "p.\(canonical), as HGVS names it,") on "
          + map.transcript.accession)
    }
    let moved =
      canonical == given
      ? [] : ["Read as p.\(canonical): HGVS names the same protein by the place nearest its end."]
    let many =
      changes.count == 1
      ? []
      : [
        "\(changes.count) nucleotide changes with this protein name were found; others may give it."
      ]
    return Reading(assembly, changes, doubts: doubts + moved + many)
  }

  /// Those found by trying, then rows of the table that are more than what is tried.
  private func changes(_ canonical: String, _ map: TranscriptMap) -> [SequenceChange] {
    let search = ProteinNameSearch(map: map)
    let found = search.changes(for: canonical)
    let known = knowledge.table.topmost.compactMap { $0.resolved.change(map.locus.assembly) }
    return found + known.filter { !found.contains($0) && search.gives(canonical, $0) }
  }

  /// Both ends of a range have to be residues of the protein.
  private func checkResidues(_ canonical: String, _ map: TranscriptMap) throws(NameError) {
    let ends = canonical.split(separator: "_", maxSplits: 1).map(String.init)
    for end in ends { try checkResidue(end, map) }
    let numbers = ends.compactMap { ProteinNameText.firstResidue($0)?.number }
    guard numbers == numbers.sorted() else {
      throw NameError(name, "the first residue lies behind the last one")
    }
  }

  private func checkResidue(_ canonical: String, _ map: TranscriptMap) throws(NameError) {
    guard let (residue, number) = ProteinNameText.firstResidue(canonical), number > 0 else {
      throw NameError(name, "not a protein name that tells a change, as p.Arg397Trp")
    }
    guard number <= map.protein.count else {
      throw NameError(
        name, "\(map.transcript.protein) has \(map.protein.count - 1) residues, none \(number)")
    }
    let present = map.protein[number - 1]
    guard present == residue else {
      throw NameError(
        name,
        "residue \(number) of \(map.transcript.protein) is \(present.threeLetters), not "
          + residue.threeLetters)
    }
  }

  /// The transcript that a `c.` or `p.` name stands on: MANE Select where only the gene is named.
  private func transcript(
    _ parts: QualifiedName
  ) throws(NameError) -> (TranscriptMap, Assembly, doubts: [String]) {
    if parts.sequence.hasPrefix("NC_"), chromosomeAssembly(parts.sequence) == nil {
      throw NameError(name, unknownChromosome(parts.sequence))
    }
    let assembly = assembly(of: parts.sequence) ?? .grch38
    let wanted = isChromosome(parts.sequence) ? parts.selection : parts.sequence
    if wanted.isEmpty, !parts.sequence.isEmpty {
      throw NameError(
        name,
        "a c. or p. name stands on a transcript; write "
          + "\(parts.sequence)(\(bundle.transcripts(assembly)[0].accession)):\(parts.description)")
    }
    let transcripts = bundle.transcripts(assembly)
    guard let found = match(wanted, transcripts) else {
      let known =
        transcripts.flatMap { [$0.accession, $0.ensemblAlias] }.filter { !$0.isEmpty }
        + OtherAccession.known
      throw NameError(
        name, "\(wanted) is not known here (known: \(known.joined(separator: ", ")))")
    }
    let isExact = wanted.isEmpty || [found.accession, found.protein].contains(wanted)
    let isProtein = (OtherAccession.refSeq(wanted) ?? wanted).hasPrefix("NP_")
    let readAs = isProtein ? found.protein : found.accession
    let countedThere = OtherAccession.assembly(of: parts.sequence).map {
      ["\(parts.sequence) has the bases of \($0.rawValue): numbers in introns were read there."]
    }
    return (
      TranscriptMap(transcript: found, locus: bundle.locus(assembly)), assembly,
      (isExact ? [] : ["\(wanted) was read as \(readAs)."]) + (countedThere ?? [])
    )
  }

  /// By accession, by accession of another version or another database, or by the gene's symbol.
  private func match(_ wanted: String, _ transcripts: [Transcript]) -> Transcript? {
    if wanted.isEmpty || wanted.uppercased() == "FOXP3" { return transcripts.first }
    let bare = OtherAccession.refSeq(wanted).map { $0[...] } ?? wanted.prefix { $0 != "." }
    return transcripts.first { [$0.accession, $0.protein].contains(wanted) }
      ?? transcripts.first {
        [$0.accession, $0.protein, $0.ensemblAlias].contains { $0.prefix { $0 != "." } == bare }
      }
  }

  /// The build that a sequence's name tells.
  private func assembly(of sequence: String) -> Assembly? {
    chromosomeAssembly(sequence) ?? OtherAccession.assembly(of: sequence)
  }

  private func chromosomeAssembly(_ sequence: String) -> Assembly? {
    bundle.naming.names[sequence].flatMap { $0 } ?? Assembly(rawValue: sequence)
  }

  /// X by a name of any build, or a record with the gene on it.
  private func isChromosome(_ sequence: String) -> Bool {
    isX(sequence) || OtherAccession.geneRecords[sequence] != nil
  }

  private func isX(_ sequence: String) -> Bool {
    bundle.naming.names[sequence] != nil || Assembly(rawValue: sequence) != nil
      || isWithoutVersion(sequence)
  }

  /// `NC_000023`, which is X of any build.
  private func isWithoutVersion(_ sequence: String) -> Bool {
    bundle.loci.contains { $0.accession.prefix { $0 != "." } == sequence }
  }

  private func unknownChromosome(_ sequence: String) -> String {
    guard isWithoutVersion(sequence) else {
      return "\(sequence) is not known here (\(known(bundle.loci)))"
    }
    let choices = bundle.loci.map { "\($0.accession) for \($0.assembly.rawValue)" }
    return "\(sequence) without a version does not tell the build; write "
      + choices.joined(separator: " or ")
  }

  private func known(_ loci: [Locus]) -> String {
    "known: " + loci.map(\.accession).joined(separator: ", ")
  }
}
