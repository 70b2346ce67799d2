import Genome

extension TranscriptEdit {
  /// The predicted protein change; `nil` where the coding region is untouched.
  public func proteinChange() -> ProteinChange? {
    guard touchesCoding else { return nil }
    guard let after = codingAfterwards else { return .startLost }
    return ProteinComparison(
      reference: map.protein, alternate: GeneticCode.translateToStop(after), edit: self
    ).change()
  }

  /// From the ATG to the transcript's end with the change in it; `nil` where the ATG is lost.
  ///
  /// A change that parts or replaces the ATG may still leave it and all behind it as they were,
  /// only further up or down; then nothing is lost. One of as many bases as it replaces moves nothing.
  private var codingAfterwards: ArraySlice<UInt8>? {
    let begin = map.codingStart - 1
    guard touchesStartCodon else { return edited.bytes[begin...] }
    let moved = begin + lengthChange
    if moved >= 0, edited.bytes[moved...].elementsEqual(map.spliced.bytes[begin...]) {
      return edited.bytes[moved...]
    }
    guard start >= map.codingStart || lengthChange == 0,
      edited.bytes[begin...].starts(with: Array("ATG".utf8))
    else {
      return nil
    }
    return edited.bytes[begin...]
  }
}

extension ProteinChange {
  static let startLost = ProteinChange(
    kind: .startLost, first: 1, last: 1, text: "?", stopResidue: nil, keepsStop: true,
    hasNewStop: false, otherText: nil)
}
