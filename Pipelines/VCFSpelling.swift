import Genome
import Nomenclature

/// `chrX-49251441-G-A`, also with `:` or `_` between the parts, or `X:49251441G>A`.
struct VCFSpelling {
  let reading: NameResolver.Reading

  /// `nil` where the text is not of this form; an error where it is, but fits neither build.
  init?(_ text: String, _ loci: [Locus]) throws(NameError) {
    let separated = text.replacing(">", with: "-").split { "-:_".contains($0) }.map(String.init)
    guard separated.count == 4, ["chrX", "X", "23"].contains(separated[0]),
      let position = Int(separated[1]), let reference = BaseSequence(separated[2]),
      let alternate = BaseSequence(separated[3])
    else { return nil }
    let change = SequenceChange(start: position, reference: reference, alternate: alternate)
    guard let locus = loci.first(where: { $0.interval.contains(change.interval) }) else {
      throw NameError(text, "the position lies in the FOXP3 locus of neither GRCh37 nor GRCh38")
    }
    guard let present = locus.bases(in: change.interval), present == reference else {
      throw NameError(
        text,
        "\(locus.assembly.rawValue) has \(locus.bases(in: change.interval)?.text ?? "nothing") "
          + "there, not \(reference)")
    }
    guard !change.isNone else { throw NameError(text, "it says that nothing changes") }
    reading = NameResolver.Reading(
      locus.assembly, [change.leftAligned(on: locus)],
      doubts: ["\(locus.assembly.rawValue) by its position and bases."])
  }
}
