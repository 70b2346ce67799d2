import Genome
import HTS

/// How well the REF bases of the records in one build's locus agree with that build.
struct ReferenceTally {
  private(set) var comparedRecords = 0
  private(set) var mismatchedRecords = 0
  private(set) var comparedBases = 0
  private(set) var matchedBases = 0

  /// Compares the part of REF that lies in the locus; anything but A, C, G and T is left out.
  mutating func add(position: Int, reference: String, _ locus: Locus) {
    var compared = 0
    var matched = 0
    for (offset, byte) in reference.utf8.enumerated() {
      let base = byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
      guard base != UInt8(ascii: "N"), BaseSequence.isBase(base),
        let expected = locus.base(at: position + offset), expected != UInt8(ascii: "N")
      else { continue }
      compared += 1
      if base == expected { matched += 1 }
    }
    guard compared > 0 else { return }
    comparedRecords += 1
    if matched < compared { mismatchedRecords += 1 }
    comparedBases += compared
    matchedBases += matched
  }

  /// More than half of at least three records differ: these are other bases than the build's.
  var contradicts: Bool { comparedRecords >= 3 && mismatchedRecords * 2 > comparedRecords }

  /// Enough to tell a build that nothing else tells: four bases agree by chance once in 256 times.
  var proves: Bool { matchedBases >= 4 && mostlyMatches }

  /// Enough to speak against a build that something else tells: eight agree by chance once in
  /// 65,536 times.
  var provesAgainstHeader: Bool { matchedBases >= 8 && mostlyMatches }

  /// Too little to tell a build, but nearly all of it is this build's.
  var speaksForBuild: Bool { matchedBases > 0 && mostlyMatches }

  private var mostlyMatches: Bool { matchedBases * 10 >= comparedBases * 9 }

  func sentence(_ assembly: Assembly) -> String {
    let matching = comparedRecords - mismatchedRecords
    return "REF of \(matching) of \(comparedRecords) records in the locus is \(assembly.rawValue)'s"
  }
}
