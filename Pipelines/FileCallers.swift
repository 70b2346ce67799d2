import HTS

/// The programs that made a variant file, as its header names them: `##source=…`, GATK's command
/// lines by their identifiers, and keys that end in `Version`, each as `key=value`.
enum FileCallers {
  /// Before each note that `foxp3 call` has on the reads.
  static let noteKey = "##foxp3_call_note="

  /// Notes of the caller, as sentences on its own file.
  static func notes(in header: String) -> [String] {
    lines(header).filter { $0.utf8.starts(with: noteKey.utf8) }.map {
      "When the variants were called from the reads: \($0.dropFirst(noteKey.count))"
    }
  }

  static func named(in header: String) -> [String] {
    var names: [String] = []
    for line in lines(header) where line.utf8.starts(with: "##".utf8) {
      let parts = line.utf8.dropFirst(2).split(separator: UInt8(ascii: "="), maxSplits: 1)
        .map { Substring($0) }
      guard parts.count == 2, let name = name(line, parts[0], parts[1]) else { continue }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static func lines(_ header: String) -> [Substring] {
    header.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }
  }

  private static func name(_ line: Substring, _ key: Substring, _ value: Substring) -> String? {
    if key.hasPrefix("GATKCommandLine") {
      return HeaderLine(line)?.identifier.map { "GATK=\($0)" }
    }
    let isVersion = key.lowercased().hasSuffix("version")
    return key == "source" || isVersion ? "\(key)=\(value.prefix(200))" : nil
  }
}
