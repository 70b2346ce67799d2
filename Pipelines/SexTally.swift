import Assessment
import Flow
import Genome
import HTS
import Reading
import ReferenceBundle
import Settings

/// Counts genotypes on X and Y for every sample. The build is proven only at the end, so both are
/// counted.
struct SexTally {
  /// Of each build, and in it of each sample.
  private var counts: [[SexChromosomeCalls]] = []
  private let assemblies: [Assembly]
  /// What is seen of the record at hand, kept for its memory.
  private var glances: [GenotypeGlance] = []

  init(bundle: ReferenceBundle, request: AnnotateRequest, samples: Int) {
    assemblies = bundle.loci.map(\.assembly)
    counts = bundle.loci.map { locus in
      Array(
        repeating: SexChromosomeCalls(
          assembly: locus.assembly, locus: locus.interval,
          minimumGenotypeQuality: request.profile.minimumGenotypeQuality,
          minimumReads: request.profile.minimumDepthOneCopy,
          oneAlleleMinimumShare: request.profile.hemizygousMinimumFraction),
        count: samples)
    }
  }

  /// Most records are told at a glance; one that is not is read whole.
  mutating func count(
    _ record: borrowing VariantRecord, with reader: inout RecordReader,
    on chromosome: SexChromosome
  ) throws(HTSError) {
    glances.removeAll(keepingCapacity: true)
    for place in reader.selection.places {
      let glance = record.glance(at: place)
      if glance == .doubt { return count(try reader.read(record), on: chromosome) }
      glances.append(glance)
    }
    for (column, glance) in glances.enumerated() {
      guard
        case .substitution(let ploidy, let isHeterozygous, let quality, let most, let reads) =
          glance
      else {
        continue
      }
      for build in counts.indices {
        counts[build][column].count(
          position: record.position, ploidy: ploidy, isHeterozygous: isHeterozygous,
          quality: quality, most: most, reads: reads, on: chromosome)
      }
    }
  }

  private mutating func count(_ record: ReadRecord, on chromosome: SexChromosome) {
    for build in counts.indices {
      for column in counts[build].indices {
        counts[build][column].count(record, column: column, on: chromosome)
      }
    }
  }

  /// `nil` for each sample where not all of X was read: a part of it says nothing of the rest, nor of Y.
  func calls(_ provenance: Provenance) -> [SexChromosomeCalls?] {
    let own = assemblies.firstIndex(of: provenance.assembly).map { counts[$0] } ?? []
    return own.map { provenance.recordsOnChromosome != nil ? $0 : nil }
  }
}
