import Genome
import Nomenclature

/// Frame shifts of one chromosome of which each is read in the frame that those before it leave: it
/// stands before the stop of that frame, in whichever exon. One that restores the frame is the last.
struct FrameChain {
  /// Indexes of the frame shifts, rising on the plus strand: the first one read has the last index.
  let members: [Int]
  /// What the spliced transcript reads with all of them and with what stands between them.
  let protein: ProteinChange
  /// The frame is restored, and no stop comes before the protein's own.
  let isRestored: Bool

  /// `changes` as `JointEffect` has them.
  static func chains(of changes: [SequenceChange], on map: TranscriptMap) -> [FrameChain] {
    let edits = changes.map(map.edit)
    var found: [[Int]] = []
    var open: [Int] = []
    for index in edits.indices.reversed() {
      guard let edit = edits[index], edit.shiftsFrame else { continue }
      if let first = open.first, isRead(edit, behind: edits[(index + 1)...first]) {
        open.append(index)
      } else if edit.isWithinCoding {
        found.append(open)
        open = [index]
      }
      if open.compactMap({ edits[$0]?.lengthChange }).reduce(0, +) % 3 == 0 {
        found.append(open)
        open = []
      }
    }
    return (found + [open]).compactMap { FrameChain($0, edits) }
  }

  /// Ranges of indexes of those that one exon holds, from each to the next one.
  static func inOneExon(
    of changes: [SequenceChange], on map: TranscriptMap
  ) -> [ClosedRange<Int>] {
    chains(of: changes, on: map).flatMap { chain in
      zip(chain.members, chain.members.dropFirst()).filter {
        map.isInOneExon(changes[$0], changes[$1])
      }.map { $0...$1 }
    }
  }

  /// Those that no single name can tell, since introns stand between their members.
  static func overIntrons(
    of changes: [SequenceChange], on map: TranscriptMap
  ) -> [FrameChain] {
    chains(of: changes, on: map).filter { chain in
      guard let low = chain.members.first, let high = chain.members.last else { return false }
      return !map.isInOneExon(changes[low], changes[high])
    }
  }

  /// `members` falling.
  private init?(_ members: [Int], _ edits: [TranscriptEdit?]) {
    guard members.count > 1, let first = members.first, let last = members.last,
      let whole = FrameChain.joined(edits[last...first]), let protein = whole.proteinChange()
    else { return nil }
    self.members = members.reversed()
    self.protein = protein
    isRestored = !whole.shiftsFrame && !protein.hasNewStop && protein.kind != .startLost
  }

  /// Whether translation comes as far as `edit` once what stands before it is made.
  private static func isRead(
    _ edit: TranscriptEdit, behind before: ArraySlice<TranscriptEdit?>
  ) -> Bool {
    guard let before = joined(before), let protein = before.proteinChange(),
      protein.kind != .startLost, edit.start > before.end
    else { return false }
    guard let stop = protein.stopResidue else { return true }
    return edit.start + before.lengthChange < edit.map.codingStart + stop * 3
  }

  /// `edits` in plus-strand order; what touches an intron is left out.
  private static func joined(_ edits: ArraySlice<TranscriptEdit?>) -> TranscriptEdit? {
    TranscriptEdit(joining: edits.reversed().compactMap { $0 })
  }
}
