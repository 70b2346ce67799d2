import Flow

/// A female's call with more reads than one of two copies gives, in what a confirmed deletion takes from the other
/// copy: the deletion is the reason, and the call stands on the copy that is left.
struct CopyLeftByDeletion {
  let input: SampleInput

  /// `carried`, with such calls heterozygous.
  func settled(_ carried: [SampleVariant]) -> [SampleVariant] {
    carried.map { variant in
      guard variant.mayLackOtherCopy,
        let deletion = carried.first(where: {
          $0.isConfirmed && HaplotypePhase.isLeft(variant, by: $0, input)
        })
      else { return variant }
      var left = variant
      left.mayLackOtherCopy = false
      left.isOnCopyLeft = true
      left.zygosity = .heterozygous
      left.zygosityNote = "It is read on the copy that is left where \(deletion.name) is deleted."
      return left
    }
  }
}
