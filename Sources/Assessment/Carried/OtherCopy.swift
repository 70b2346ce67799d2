import Flow
import Genome

/// What stands on the other copy of FOXP3 beside a female's heterozygous allele, where that is known not
/// to be the reference: a carrier has one unchanged copy.
struct OtherCopy {
  let input: SampleInput
  let carried: [SampleVariant]

  /// As `has c.1189C>G p.(Arg397Gly) (uncertain significance)`; `nil` where nothing speaks against an
  /// unchanged copy, or only what the call's own note tells.
  func change(beside variant: SampleVariant) -> String? {
    if let change = sameRecord(variant) ?? inTrans(variant) { return "has \(change)" }
    if carried.contains(where: { $0.isConfirmed && $0.ofChromosomeNumber == .deletion }) {
      return "may be lost (a deletion of more than half of the X chromosome is called)"
    }
    guard !variant.mayLackOtherCopy,
      let reads = UntoldOtherCopy(input: input).reads(beside: variant, among: carried)
    else { return nil }
    return "may have an allele that the file does not tell (\(reads))"
  }

  /// The genotype has another alternate in the place of the reference (`1/2`).
  private func sameRecord(_ variant: SampleVariant) -> String? {
    for part in variant.classified.annotated.normalised.parts {
      let alleles = input.call(at: part.record)?.genotype?.alleles.compactMap { $0 } ?? []
      guard let other = alleles.first(where: { $0 != 0 && $0 != part.alleleIndex }) else {
        continue
      }
      return name(of: other, in: part.record)
    }
    return nil
  }

  /// `nil` for what is known to be harmless; `*` is the deletion that it stands for.
  private func name(of allele: Int, in record: ReadRecord) -> String? {
    let alternates = record.alternates
    let text = alternates.indices.contains(allele - 1) ? alternates[allele - 1] : "\(allele)"
    let named =
      text == "*"
      ? carried.first { $0.deletes(record.interval) && !$0.isCalled(in: record) }
      : carried.first { candidate in
        candidate.classified.annotated.normalised.parts.contains {
          $0.record.number == record.number && $0.alleleIndex == allele
        }
      }
    guard let named else { return "an allele that is not named (\(text))" }
    return named.classified.clinicalClass.isBenignOrLikely ? nil : named.nameWithClass
  }

  /// On the other copy by phase, or on both, and not known to be harmless; of the many rare changes in introns
  /// those that a row of the table is about.
  private func inTrans(_ variant: SampleVariant) -> String? {
    carried.first { other in
      other.isConfirmed && !other.classified.clinicalClass.isBenignOrLikely
        && (!other.classified.annotated.isOfNoKnownEffect || other.classified.matchedRow != nil)
        && (other.zygosity == .homozygous && !other.isSilent
          || HaplotypePhase.between(variant, other, in: input) == .differentCopies)
    }?.nameWithClass
  }
}

extension SampleVariant {
  /// Alike in the protein, and not beside a splice site.
  fileprivate var isSilent: Bool {
    classified.annotated.mane?.consequences == [.synonymous] && classified.matchedRow == nil
  }

  fileprivate func isCalled(in record: ReadRecord) -> Bool {
    classified.annotated.normalised.parts.contains { $0.record.number == record.number }
  }

  /// Takes bases of the stretch away.
  func deletes(_ stretch: Interval) -> Bool {
    let normalised = classified.annotated.normalised
    let isDeletion =
      switch normalised.change {
      case .sequence(let change): change.reference.count > change.alternate.count
      case .structural(let change): change.kind == .deletion
      case .notAssessable: false
      }
    return isDeletion && normalised.referenceInterval?.overlaps(stretch) == true
  }
}
