import Flow

extension OpenRecord {
  /// As `chrX:49258383 T>TGG (./.)`, with what reads say against it, and the alternates' names.
  var words: String {
    let call = [genotype ?? "no GT", contradiction].compactMap { $0 }.joined(separator: ": ")
    return LongAllele.shortened((["\(spelling) (\(call))"] + names).joined(separator: ", "))
  }

  /// The first few of several, and how many more there are.
  static func list(_ words: [String]) -> String {
    let most = 20
    let more = words.count - most
    return words.prefix(most).joined(separator: "; ")
      + (more > 0 ? "; and \(more) more" : "")
  }
}
