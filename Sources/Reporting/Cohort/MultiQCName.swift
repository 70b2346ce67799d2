import Genome

/// A sample's name as MultiQC keeps it whole and apart from others.
///
/// MultiQC takes names for those of files: it keeps what stands behind the last slash and cuts what tells a kind of
/// file, as `.bam`, `.dedup` or `_vep` (its `fn_clean_exts` and `fn_clean_trim`), so that two samples would be one row.
/// What it looks for is written as HTML's numeric references, which its page shows as they were. Names without any of
/// it, as `NA12878` or `S_01`, stay plain: rows of other tools have the same.
enum MultiQCName {
  /// What it looks for without a dot or an underscore before a letter.
  private static let words = ["Aligned", "ReadsPerGene", "ccs", "runs_"]

  static func text(_ name: String) -> String {
    let scalars = Array(VisibleText.of(name).unicodeScalars)
    return scalars.indices.map { index in
      isCut(scalars, at: index)
        ? "&#\(scalars[index].value);" : PlotMarkup.escaped(String(Character(scalars[index])))
    }.joined()
  }

  private static func isCut(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let isEdge = index == 0 || index == scalars.count - 1
    switch scalars[index] {
    case "/", ".", "|": return true
    case "_": return isEdge || scalars[index + 1].properties.isAlphabetic
    case ":", "-", " ": return isEdge
    default: return words.contains { scalars[index...].starts(with: $0.unicodeScalars) }
    }
  }
}
