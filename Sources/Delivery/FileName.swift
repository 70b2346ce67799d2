/// Sample names as file names. A sample's name is data from a file, never a path.
public enum FileName {
  /// `name` with each character outside `[A-Za-z0-9._-]` as `_`, and so a leading dot or dash,
  /// which would hide the file or look like an option. An empty name is `_`. Of a name of more than
  /// 100 characters, which with its ending may be longer than a file's name can be, the first 80 and
  /// a number made from all of it.
  public static func safe(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      let isFirst = result.isEmpty
      let isAllowed = isPlain(scalar) || (!isFirst && (scalar == "." || scalar == "-"))
      result.unicodeScalars.append(isAllowed ? scalar : "_")
    }
    if result.utf8.count > 100 { return "\(result.prefix(80))_\(digest(name))" }
    return result.isEmpty ? "_" : result
  }

  /// FNV-1a, 64 bits, in hexadecimal.
  private static func digest(_ name: String) -> String {
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
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
