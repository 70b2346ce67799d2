public import Genome

/// Reads `NC_000023.11:49251440:G:A` (0-based interbase). The deleted part may be a length.
public enum SPDIReader {
  /// The accession and the change it speaks of, on the locus with that accession.
  public static func change(
    _ text: String, on loci: [Locus]
  ) throws(NameError) -> (locus: Locus, change: SequenceChange) {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 4, let position = Int(fields[1]), position >= 0, position < 1 << 32 else {
      throw NameError(text, "SPDI has four parts, as NC_000023.11:49251440:G:A")
    }
    guard let locus = loci.first(where: { $0.accession == fields[0] }) else {
      let known = loci.map(\.accession).joined(separator: ", ")
      throw NameError(text, "the sequence \(fields[0]) is not known here (known: \(known))")
    }
    guard let inserted = BaseSequence(fields[3]), !inserted.bytes.contains(UInt8(ascii: "N")) else {
      throw NameError(text, "“\(fields[3])” is not made of A, C, G and T")
    }
    let count = Int(fields[2]) ?? fields[2].count
    guard count >= 0, count < 1 << 32,
      let present = locus.bases(in: Interval(position + 1, position + count))
    else {
      let known = locus.interval
      throw NameError(
        text,
        "it lies outside the bases known here (\(locus.accession):\(known.start - 1)-\(known.end), "
          + "0-based)")
    }
    if Int(fields[2]) == nil, BaseSequence(fields[2]) != present {
      throw NameError(
        text, "the reference has \(present.text.prefix(40)) there, not \(fields[2].prefix(40))")
    }
    let change = SequenceChange(start: position + 1, reference: present, alternate: inserted)
    guard !change.isNone else { throw NameError(text, "it says that nothing changes") }
    return (locus, change.leftAligned(on: locus))
  }
}
