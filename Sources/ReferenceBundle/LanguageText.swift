/// What reports say to people in one language.
public struct LanguageText: Sendable, Hashable {
  /// As BCP 47 writes it, `en`.
  public let language: String
  public let counselling: CounsellingText
  public let family: FamilyText
}

extension LanguageText {
  /// The language whose files are always there.
  static let first = "en"

  /// The texts of every language that has both files; a file without its counterpart is a problem.
  static func all(_ files: ReferenceFiles, problems: inout [TableProblem]) -> [LanguageText] {
    let names = files.paths(in: CounsellingTable.folder)
    let languages = [CounsellingTable.name, FamilyTable.name].map { name in
      let prefix = "\(CounsellingTable.folder)/\(name)."
      return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".tsv") }
        .map { String($0.dropFirst(prefix.count).dropLast(".tsv".count)) }
    }
    return Set(languages.joined() + [first]).sorted().map { language in
      let files = [CounsellingTable.name, FamilyTable.name].map { name in
        let path = "\(CounsellingTable.folder)/\(name).\(language).tsv"
        return (path, files.bytes(path, problems: &problems))
      }
      return LanguageText(
        language: language,
        counselling: CounsellingTable.read(files[0].1, file: files[0].0, problems: &problems),
        family: FamilyTable.read(files[1].1, file: files[1].0, problems: &problems))
    }
  }
}
