public import Genome

/// Reads a PED file as PLINK writes it: six columns by white space, family, sample, father, mother
/// (0: none), sex (1 male, 2 female, 0 or -9 unknown, or a word as in a sample sheet), phenotype (2 or
/// `affected`, 1 or `unaffected`, 0 or -9 or `unknown`; may be missing).
public enum PedigreeFile {
  /// Every line that can't be read is a problem of its own; of a file without a line that can, the
  /// first tells it is no pedigree.
  public static func pedigree(_ path: String) throws(SettingsError) -> Pedigree {
    try pedigree(
      text: SmallFile.text(atPath: path, missing: SmallFile.absence), file: path)
  }

  static func pedigree(text: String, file: String) throws(SettingsError) -> Pedigree {
    // Records without ALT look like rows.
    guard !text.hasPrefix("##fileformat=") else {
      throw SettingsError(
        kind: .invalid, file: file,
        problems: [SettingsProblem(line: 1, message: "is a VCF and no pedigree; \(advice)")])
    }
    var members: [(line: Int?, member: Pedigree.Member)] = []
    var problems: [SettingsProblem] = []
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() where !line.hasPrefix("#") {
      let columns = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard !columns.isEmpty else { continue }
      switch member(columns) {
      case .success(let member): members.append((index + 1, member))
      case .failure(let fault):
        problems.append(SettingsProblem(line: index + 1, message: fault.message))
      }
    }
    if members.isEmpty {
      problems = [
        problems.first
          ?? SettingsProblem(line: nil, message: "has no row of a pedigree; \(advice)")
      ]
    }
    problems += PedigreeCheck(members: members).problems
    guard problems.isEmpty else {
      throw SettingsError(kind: .invalid, file: file, problems: problems)
    }
    return Pedigree(members: members.map(\.member))
  }

  private static let advice =
    "give a PED file: six columns between tabs or blanks (family, sample, father, mother, sex, "
    + "phenotype)"

  /// Why a line is no row.
  private struct Fault: Error {
    var message: String
  }

  private static func member(_ columns: [String]) -> Result<Pedigree.Member, Fault> {
    guard columns.count >= 5 else {
      let count = columns.count == 1 ? "1 column" : "\(columns.count) columns"
      return .failure(Fault(message: "has \(count); \(advice)"))
    }
    guard let sex = columns[4] == "-9" ? .unknown : SexWord.sex(columns[4]) else {
      return .failure(
        Fault(
          message:
            "the sex “\(short(columns[4]))” is not \(SexWord.known); correct it, or \(advice)"))
    }
    guard let affection = affection(columns.count < 6 ? "" : columns[5]) else {
      return .failure(
        Fault(
          message:
            "the phenotype “\(short(columns[5]))” is not affected, unaffected or unknown (2, 1 or 0); "
            + "correct it, or \(advice)"))
    }
    return .success(
      Pedigree.Member(
        family: columns[0], name: columns[1], father: columns[2] == "0" ? nil : columns[2],
        mother: columns[3] == "0" ? nil : columns[3], sex: sex, affection: affection))
  }

  /// `nil` where the word is none of a phenotype.
  private static func affection(_ text: String) -> Pedigree.Affection? {
    switch text.lowercased() {
    case "2", "affected": .affected
    case "1", "unaffected": .unaffected
    case "", "0", "-9", "unknown", ".", "na", "nan": .unknown
    default: nil
    }
  }

  private static func short(_ text: String) -> String {
    text.count > 20 ? text.prefix(20) + "…" : text
  }
}
