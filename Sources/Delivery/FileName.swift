/// Sample names as file names. A sample's name is data from a file, never a path.
public enum FileName {
  /// `name` with each character outside `[A-Za-z0-9._-]` as `_`, and so a leading dot or dash,
  /// which would hide the file or look like an option. An empty name is `_`.
  public static func safe(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      let isFirst = result.isEmpty
      let isAllowed = isPlain(scalar) || (!isFirst && (scalar == "." || scalar == "-"))
      result.unicodeScalars.append(isAllowed ? scalar : "_")
    }
    return result.isEmpty ? "_" : result
  }

  /// The names that would share a file, in groups of two or more, in the order given. Names that
  /// differ in case alone share one too: they do on many file systems.
  public static func clashes(of names: [String]) -> [[String]] {
    var groups: [String: [String]] = [:]
    var order: [String] = []
    for name in names {
      let key = safe(name).lowercased()
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(name)
    }
    return order.compactMap { groups[$0] }.filter { $0.count > 1 }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "0"..."9", "_": true
    default: false
    }
  }
}
