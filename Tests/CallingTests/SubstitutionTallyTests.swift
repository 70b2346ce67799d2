import Testing

@testable import Calling

/// Genotypes of X by reads alone.
@Suite struct SubstitutionTallyTests {
  private func tally(_ reads: AlignedReads) throws -> SubstitutionTally {
    var tally = SubstitutionTally(minimumBaseQuality: 20)
    try reads.forEach { tally.add($0) }
    tally.finish()
    return tally
  }

  /// `count` reads of 50 bases at `position`, of which `changed` have T for the G at their 21st.
  private func add(
    _ count: Int, changed: Int, at position: Int, to reads: inout AlignedReads, mapping: Int = 60,
    flags: Int = 0, qualities: String? = nil
  ) {
    for number in 0..<count {
      let isChanged = number < changed
      let text =
        String(repeating: "A", count: 20) + (isChanged ? "T" : "G")
        + String(repeating: "A", count: 29)
      reads.add(
        flags: flags, at: position, "50M", text, qualities: qualities, mapping: mapping,
        tags: "MD:Z:" + (isChanged ? "20G29" : "50"))
    }
  }

  @Test(arguments: [
    (40, 40, 0, 1), (40, 37, 0, 1), (40, 20, 1, 0), (40, 12, 1, 0), (40, 28, 1, 0),
    // Neither in half of the reads nor in all; an error of sequencing; too few reads.
    (40, 32, 0, 0), (40, 2, 0, 0), (40, 11, 0, 0), (19, 19, 0, 0), (20, 20, 0, 1),
  ])
  func onlyPlainPlacesCount(
    _ count: Int, _ changed: Int, _ heterozygous: Int, _ homozygous: Int
  ) throws {
    var reads = try AlignedReads()
    add(count, changed: changed, at: 60_000_000, to: &reads)
    let tally = try tally(reads)
    #expect((tally.heterozygous, tally.homozygous) == (heterozygous, homozygous))
  }

  @Test func eachPlaceIsJudgedOnceAlongTheChromosome() throws {
    var reads = try AlignedReads()
    for place in 0..<30 {
      // Some overlap the ones before, some lie farther away than the ring reaches.
      let position = 60_000_000 + place * 30 + (place / 10) * 100_000
      add(30, changed: place.isMultiple(of: 2) ? 30 : 15, at: position, to: &reads)
    }
    let tally = try tally(reads)
    // Where the next reads overlap the place without the change, fewer of them show it.
    #expect(tally.genotypes > 20)
    #expect(tally.heterozygous > 0 && tally.homozygous > 0)
  }

  @Test func readsThatMayBelongElsewhereDoNotCount() throws {
    var reads = try AlignedReads()
    add(40, changed: 20, at: 60_000_000, to: &reads, mapping: 39)
    add(40, changed: 20, at: 60_001_000, to: &reads, mapping: 255)
    add(40, changed: 20, at: 60_002_000, to: &reads, flags: 0x400)
    add(40, changed: 20, at: 60_003_000, to: &reads, flags: 0x800)
    add(
      40, changed: 20, at: 60_004_000, to: &reads,
      qualities: String(repeating: "#", count: 50))
    let tally = try tally(reads)
    #expect(tally.genotypes == 0)
  }

  /// Insertions, deletions, introns and soft clips move the place along the reference or the read.
  @Test(arguments: [
    ("5S10M3I10M5D20M", "20^AAAAA10G9", 48), ("10M1000N20M10N10M", "35G4", 40),
    ("20M2D20M3S", "20^CC10G9", 43), ("40=", "30G9", 40),
  ])
  func placesFollowTheCIGAR(_ cigar: String, _ mismatches: String, _ length: Int) throws {
    var reads = try AlignedReads()
    for _ in 0..<30 {
      reads.add(
        at: 60_000_000, cigar, String(repeating: "A", count: length), tags: "MD:Z:\(mismatches)")
    }
    let tally = try tally(reads)
    #expect(tally.homozygous == 1)
    #expect(tally.heterozygous == 0)
  }

  @Test func readsWithoutTheTagAreCounted() throws {
    var reads = try AlignedReads()
    for _ in 0..<30 { reads.add(at: 60_000_000, "10M", "AAAAAAAAAA") }
    let tally = try tally(reads)
    #expect(tally.withoutMismatches == 30)
    #expect(tally.genotypes == 0)
  }
}
