/// What a change predicts for the protein, named by HGVS (recommendations for protein variants).
public struct ProteinChange: Sendable, Hashable {
  /// By HGVS's types of protein changes.
  public enum Kind: Sendable, Hashable {
    case unchanged
    /// The ATG is lost: what is translated instead can't be predicted.
    case startLost
    case substitution
    case nonsense
    case deletion
    case duplication
    case insertion
    case deletionInsertion
    case frameshift
    /// The stop codon became a residue.
    case extension_
  }

  public let kind: Kind
  /// First and last residue named, 1-based on the unchanged protein.
  public let first: Int
  public let last: Int
  /// The name without `p.` and parentheses, as `Leu76GlnfsTer53`; `?` for a lost start, or where
  /// the transcript ends without a stop.
  public let text: String
  /// 1-based residue number of the changed protein's stop; `nil` where no stop follows or the
  /// start is lost.
  public let stopResidue: Int?
  /// Whether the protein ends at the stop codon it always had, moved only by whole codons.
  public let keepsStop: Bool
  /// Whether a stop stands before the unchanged protein's end or in another frame.
  public let hasNewStop: Bool

  /// The spelling by the residues put in or taken out, as `Pro431dup` for `Ter432ProextTer1`.
  let otherText: String?

  /// As a prediction: `p.(Leu76GlnfsTer53)`; `p.?` where nothing can be predicted.
  public var name: String { text == "?" ? "p.?" : "p.(\(text))" }

  /// Other spellings in use.
  public var aliases: [String] {
    kind == .startLost ? ["p.(Met1?)"] : otherText.map { ["p.(\($0))"] } ?? []
  }
}
