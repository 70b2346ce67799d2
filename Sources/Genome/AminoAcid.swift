/// A residue, or the stop `*`, by its one-letter code; `X` is an unknown one.
public struct AminoAcid: Sendable, Hashable {
  public let code: UInt8

  public init(code: UInt8) { self.code = code }

  public static let stop = AminoAcid(code: UInt8(ascii: "*"))
  public static let methionine = AminoAcid(code: UInt8(ascii: "M"))
  public static let unknown = AminoAcid(code: UInt8(ascii: "X"))

  /// HGVS's three letters: `Ter` for the stop, `Xaa` for an unknown residue.
  public var threeLetters: String {
    AminoAcid.names[code] ?? "Xaa"
  }

  /// From three letters (`Ter` included) or one letter (`*` and `X`; papers write `X` for a stop,
  /// which callers decide).
  public init?(name: some StringProtocol) {
    if name.utf8.count == 1, let byte = name.utf8.first, AminoAcid.names[byte] != nil {
      self.init(code: byte)
    } else if let entry = AminoAcid.names.first(where: {
      $0.value.lowercased() == name.lowercased()
    }) {
      self.init(code: entry.key)
    } else {
      return nil
    }
  }

  private static let names: [UInt8: String] = {
    let pairs: [(Character, String)] = [
      ("A", "Ala"), ("R", "Arg"), ("N", "Asn"), ("D", "Asp"), ("C", "Cys"), ("Q", "Gln"),
      ("E", "Glu"), ("G", "Gly"), ("H", "His"), ("I", "Ile"), ("L", "Leu"), ("K", "Lys"),
      ("M", "Met"), ("F", "Phe"), ("P", "Pro"), ("S", "Ser"), ("T", "Thr"), ("W", "Trp"),
      ("Y", "Tyr"), ("V", "Val"), ("*", "Ter"), ("X", "Xaa"),
    ]
    return Dictionary(uniqueKeysWithValues: pairs.map { ($0.asciiValue ?? 0, $1) })
  }()
}
