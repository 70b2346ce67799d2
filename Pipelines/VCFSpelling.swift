import Genome
import Nomenclature

/// `chrX-49251441-G-A`, also with `:`, `_` or `/` between the parts, or `X:49251441G>A`.
struct VCFSpelling {
  let reading: NameResolver.Reading

  /// `nil` where the text is not of this form; an error where it is, but fits neither build.
  init?(_ text: String, _ loci: [Locus]) throws(NameError) {
    guard let parts = VCFSpelling.parts(text) else { return nil }
    // Nine digits, so that no position can overflow a number.
    guard parts.position.utf8.count <= 9, let position = Int(parts.position), position > 0 else {
      throw NameError(text, "“\(parts.position)” is no position on chromosome X")
    }
    let change = SequenceChange(
      start: position, reference: try VCFSpelling.bases(parts.reference, text),
      alternate: try VCFSpelling.bases(parts.alternate, text))
    guard let locus = loci.first(where: { $0.interval.contains(change.interval) }),
      let present = locus.bases(in: change.interval)
    else {
      throw NameError(text, "the position lies in the FOXP3 locus of neither GRCh37 nor GRCh38")
    }
    guard present == change.reference else {
      throw NameError(
        text,
        "\(locus.assembly.rawValue) has \(present.text.prefix(40)) there, not "
          + "\(change.reference.text.prefix(40))")
    }
    guard !change.isNone else { throw NameError(text, "it says that nothing changes") }
    reading = NameResolver.Reading(
      locus.assembly, [change.leftAligned(on: locus)],
      doubts: ["\(locus.assembly.rawValue) by its position and bases."])
  }

  private static func parts(
    _ text: String
  ) -> (position: String, reference: String, alternate: String)? {
    var parts = text.split(omittingEmptySubsequences: false) { "-:_>/".contains($0) }
      .map(String.init)
    guard let chromosome = parts.first?.lowercased(),
      ["chrx", "x", "chr23", "23"].contains(chromosome)
    else { return nil }
    if parts.count == 3 {
      let digits = parts[1].prefix { $0.isNumber }
      parts = [parts[0], String(digits), String(parts[1].dropFirst(digits.count)), parts[2]]
    }
    guard parts.count == 4, !parts[1].isEmpty, parts[1].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return (parts[1], parts[2], parts[3])
  }

  private static func bases(_ text: String, _ name: String) throws(NameError) -> BaseSequence {
    guard !text.isEmpty else {
      throw NameError(name, "an allele is empty; write the base before it with both, as VCF does")
    }
    guard let bases = BaseSequence(text), !bases.bytes.contains(UInt8(ascii: "N")) else {
      throw NameError(name, "“\(text.prefix(40))” is not made of A, C, G and T")
    }
    return bases
  }
}
