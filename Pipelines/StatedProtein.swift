import Genome
import Nomenclature

/// The protein name that stands behind a DNA name: it has to be what the change gives, or one of the two
/// is a slip.
struct StatedProtein {
  /// As written, as `p.Arg397Trp`.
  let text: String
  let map: TranscriptMap

  /// Why the two can't both be right; `nil` where they agree or nothing is stated.
  func contradiction(of change: SequenceChange) -> String? {
    guard !text.isEmpty, !isOpen else { return nil }
    let predicted = TranscriptEdit(change, on: map)?.proteinChange()
    let given = predicted?.name ?? "no protein name"
    guard !isWithoutChange else {
      return predicted == nil || predicted?.kind == .unchanged ? nil : disagreement(given)
    }
    if isWithoutProtein { return predicted?.kind == .startLost ? nil : disagreement(given) }
    guard let canonical = ProteinNameText.canonical(text),
      ProteinNameText.firstResidue(canonical) != nil
    else { return "“\(text)” is no protein name; give the c. name alone, or one as p.Arg397Trp" }
    return ProteinNameSearch(map: map).gives(canonical, change) ? nil : disagreement(given)
  }

  private func disagreement(_ given: String) -> String {
    "it says \(text), but its c. name gives \(given) on \(map.transcript.accession); find out which "
      + "of the two is right, and give that alone"
  }

  /// `p.?` says nothing.
  private var isOpen: Bool { bare == "?" }
  private var isWithoutChange: Bool { bare == "=" }
  /// `p.0`, `p.0?`: no protein is made.
  private var isWithoutProtein: Bool { ["0", "0?"].contains(bare) }
  private var bare: String { String(text.dropFirst(2).filter { !"()".contains($0) }) }
}
