import HTS

/// The programs that made a variant file, as its header names them: `##source=…`, GATK's command
/// lines by their identifiers, and keys that end in `Version`, each as `key=value`.
enum FileCallers {
  static func named(in header: String) -> [String] {
    var names: [String] = []
    for line in header.split(separator: "\n") where line.hasPrefix("##") {
      let parts = line.dropFirst(2).split(separator: "=", maxSplits: 1)
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
