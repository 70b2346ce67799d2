/// An open input of either kind: what it holds is told by its content, never by its name.
public enum InputFile: ~Copyable {
  case variants(VariantFile)
  case reads(AlignmentFile)

  /// As the header names them, in its order.
  public var samples: [String] {
    switch self {
    case .variants(let file): file.header.samples
    case .reads(let file): file.header.samples
    }
  }

  /// Opens a local file, or standard input for `-`, and reads its header.
  ///
  /// `fasta`: the reference a CRAM was written with; its `.fai` has to lie beside it.
  public static func open(_ path: String, fasta: String? = nil) throws(HTSError) -> InputFile {
    let opened = try OpenedInput.open(path, accepting: [.variants, .reads])
    switch opened.content {
    case .variants: return .variants(try VariantFile(opened))
    case .reads: return .reads(try AlignmentFile(opened, fasta: fasta))
    }
  }
}
