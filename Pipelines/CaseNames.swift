import Flow
import Genome
import Nomenclature
import ReferenceBundle
import Settings

/// Places the names of a case file or a table on both builds. They are read on NM_014009.4 of GRCh38,
/// unless an entry names its build: numbers in introns 1 and 6 differ between the builds.
struct CaseNames: Sendable {
  /// NM_014009.4 by build.
  let maps: [Assembly: TranscriptMap]
  let alignment: BuildAlignment

  /// The allele of a name by build; without one where it has no counterpart there. A `g.` name tells its
  /// build itself.
  func alleles(
    _ name: String, on build: Assembly
  ) throws(NameError) -> [Assembly: CaseAllele] {
    if let colon = name.firstIndex(of: ":") {
      return try genomic(name, accession: name[..<colon], name[name.index(after: colon)...])
    }
    return try coding(name, on: build).mapValues(CaseAllele.bases)
  }

  /// What reaches beyond the bases known here, or has its ends in ranges, is found by its ends on its own
  /// build alone.
  private func genomic(
    _ name: String, accession: Substring, _ text: Substring
  ) throws(NameError) -> [Assembly: CaseAllele] {
    guard let locus = maps.values.map(\.locus).first(where: { $0.accession == accession }) else {
      let known = maps.values.map(\.locus.accession).sorted().joined(separator: ", ")
      throw NameError(name, "\(accession) is no chromosome X known here (known: \(known))")
    }
    if let allele = CaseAllele(structuralName: String(text), on: locus), allele.change == nil {
      return [locus.assembly: allele]
    }
    let own: SequenceChange
    do throws(NameError) {
      own = try HGVSReader.change(genomicName: String(text), on: locus).leftAligned(on: locus)
    } catch {
      throw NameError(name, error.cause)
    }
    let other = alignment.change(own, from: locus.assembly)
    return [locus.assembly: .bases(own)].merging(
      other.map { [locus.assembly.other: .bases($0)] } ?? [:]
    ) { own, _ in own }
  }

  private func coding(
    _ name: String, on build: Assembly
  ) throws(NameError) -> [Assembly: SequenceChange] {
    guard let map = maps[build] else { return [:] }
    let own = try HGVSReader.change(codingName: name, on: map).leftAligned(on: map.locus)
    // Over a difference between the builds nothing can be carried over, but numbers in exons count
    // alike on both.
    let other =
      alignment.change(own, from: build)
      ?? (CaseNames.countsInIntron(name) ? nil : read(name, on: build.other))
    return [build: own].merging(other.map { [build.other: $0] } ?? [:]) { own, _ in own }
  }

  /// Whether a name means another allele, or none, counted on GRCh37 than on GRCh38.
  func dependsOnBuild(_ name: String) -> Bool {
    guard CaseNames.countsInIntron(name) else { return false }
    let newer = read(name, on: .grch38).flatMap { alignment.change($0, from: .grch38) }
    return newer == nil || newer != read(name, on: .grch37)
  }

  /// Whether a name is no allele of GRCh38, but one of GRCh37.
  func fitsOnlyOnGRCh37(_ name: String) -> Bool {
    read(name, on: .grch38) == nil && read(name, on: .grch37) != nil
  }

  private func read(_ name: String, on build: Assembly) -> SequenceChange? {
    maps[build].flatMap { map in
      try? HGVSReader.change(codingName: name, on: map).leftAligned(on: map.locus)
    }
  }

  /// Whether a position is counted from an exon's end into an intron, as in `c.210+1G>A`.
  private static func countsInIntron(_ name: String) -> Bool {
    name.contains(/[0-9][+-][0-9]/)
  }
}
