import HTS

/// The name given to a result without a sample column: the file's, without `.vcf`, `.vcf.gz`,
/// `.vcf.bgz`, `.bcf`, `.bam`, `.cram` or `.sam`; `stdin` for standard input.
public enum FileStem {
  /// `path`: as the user gave it, `-` for standard input.
  public static func of(_ path: String) -> String {
    guard path != "-" else { return "stdin" }
    let name = PathName.last(of: path)
    for ending in [".vcf.gz", ".vcf.bgz", ".vcf", ".bcf", ".bam", ".cram", ".sam"]
    where name.hasSuffix(ending) {
      let stem = name.dropLast(ending.count)
      if !stem.isEmpty { return String(stem) }
    }
    return name
  }
}
