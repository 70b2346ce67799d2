import Foundation
public import Genome

/// Reads sexes from a PED file: six columns by white space, the second the sample, the fifth the
/// sex (1 male, 2 female, anything else unknown), as PLINK writes it.
public enum PedigreeFile {
  /// Sexes by sample name. Every line that can't be read is a problem of its own.
  public static func sexes(_ path: String) throws(SettingsError) -> [String: Sex] {
    guard let data = SmallFile.contents(atPath: path) else {
      throw SettingsError(
        kind: .notFound, file: path,
        problems: [
          SettingsProblem(line: nil, message: "does not exist or can't be read; check the path")
        ])
    }
    return try sexes(text: String(decoding: data, as: UTF8.self), file: path)
  }

  static func sexes(text: String, file: String) throws(SettingsError) -> [String: Sex] {
    var sexes: [String: Sex] = [:]
    var problems: [SettingsProblem] = []
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() where !line.hasPrefix("#") {
      let columns = line.split(whereSeparator: \.isWhitespace)
      guard !columns.isEmpty else { continue }
      guard columns.count >= 5 else {
        problems.append(
          SettingsProblem(
            line: index + 1,
            message: "\(columns.count) columns; family, sample, father, mother and sex are needed"))
        continue
      }
      let name = String(columns[1])
      let sex: Sex = columns[4] == "1" ? .male : columns[4] == "2" ? .female : .unknown
      if let known = sexes[name], known != sex {
        problems.append(
          SettingsProblem(line: index + 1, message: "the sample \(name) has another sex above"))
      }
      sexes[name] = sex
    }
    guard problems.isEmpty else {
      throw SettingsError(kind: .invalid, file: file, problems: problems)
    }
    return sexes
  }
}
