import Foundation
public import Genome

/// Reads a PED file as PLINK writes it: six columns by white space, family, sample, father, mother
/// (0: none), sex (1 male, 2 female, else unknown), phenotype (2 affected, 1 unaffected, else
/// unknown; may be missing).
public enum PedigreeFile {
  /// Every line that can't be read is a problem of its own.
  public static func pedigree(_ path: String) throws(SettingsError) -> Pedigree {
    guard let data = SmallFile.contents(atPath: path) else {
      throw SettingsError(
        kind: .notFound, file: path,
        problems: [
          SettingsProblem(line: nil, message: "does not exist or can't be read; check the path")
        ])
    }
    return try pedigree(text: String(decoding: data, as: UTF8.self), file: path)
  }

  static func pedigree(text: String, file: String) throws(SettingsError) -> Pedigree {
    var members: [(line: Int, member: Pedigree.Member)] = []
    var problems: [SettingsProblem] = []
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() where !line.hasPrefix("#") {
      let columns = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard !columns.isEmpty else { continue }
      guard columns.count >= 5 else {
        problems.append(
          SettingsProblem(
            line: index + 1,
            message: "\(columns.count) columns; family, sample, father, mother and sex are needed"))
        continue
      }
      members.append((index + 1, member(columns)))
    }
    problems += PedigreeCheck(members: members).problems
    guard problems.isEmpty else {
      throw SettingsError(
        kind: .invalid, file: file, problems: problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
    return Pedigree(members: members.map(\.member))
  }

  private static func member(_ columns: [String]) -> Pedigree.Member {
    Pedigree.Member(
      family: columns[0], name: columns[1], father: columns[2] == "0" ? nil : columns[2],
      mother: columns[3] == "0" ? nil : columns[3],
      sex: columns[4] == "1" ? .male : columns[4] == "2" ? .female : .unknown,
      affection: columns.count < 6
        ? .unknown : columns[5] == "2" ? .affected : columns[5] == "1" ? .unaffected : .unknown)
  }
}
