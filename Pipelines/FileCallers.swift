import HTS

/// The programs that made a variant file, as its header names them: `##source=…`, GATK's command
/// lines by their identifiers, and keys that end in `Version`, each as `key=value`.
enum FileCallers {
  /// Before each note that `foxp3 call` has on the reads.
  static let noteKey = "##foxp3_call_note="

  /// Notes of the caller, as sentences on its own file.
  static func notes(in header: String) -> [String] {
    header.split(separator: "\n").filter { $0.hasPrefix(noteKey) }.map {
      "When the variants were called from the reads: \($0.dropFirst(noteKey.count))"
    }
  }

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
