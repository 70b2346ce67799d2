import HTS

/// The programs that made a variant file, as its header names them: `##source=…`, GATK's command
/// lines by their identifiers, and keys that end in `Version`, each as `key=value`.
enum FileCallers {
  /// A sentence where the file is an annotated one: what it was made of held more.
  static func annotatedNote(in header: String) -> String? {
    guard
      HeaderLine.texts(of: header).contains(where: { $0.utf8.starts(with: "##foxp3_version=".utf8) }
      )
    else {
      return nil
    }
    return
      "This file was written by foxp3 annotate, which keeps neither reference blocks nor the doubts that "
      + "it had on calls: annotate the file that it was made of rather than this one."
  }

  static func named(in header: String) -> [String] {
    var names: [String] = []
    for line in HeaderLine.texts(of: header) {
      let parts = line.utf8.dropFirst(2).split(separator: UInt8(ascii: "="), maxSplits: 1)
        .map { Substring($0) }
      guard parts.count == 2, let name = name(line, parts[0], parts[1]) else { continue }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static func name(_ line: Substring, _ key: Substring, _ value: Substring) -> String? {
    if key.hasPrefix("GATKCommandLine") {
      return HeaderLine(line)?.identifier.map { "GATK=\($0)" }
    }
    let isVersion = key.lowercased().hasSuffix("version")
    return key == "source" || isVersion ? "\(key)=\(value.prefix(200))" : nil
  }
}
