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

  /// The allele of a name by build; without one where it has no counterpart there.
  func alleles(
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
