extension ReferenceBundle {
  /// The YAML text of the profiles built into the program, by name (`clinical-genome`). They are
  /// the program's own, whatever folder a reference is read from.
  public static func embeddedProfiles() -> [String: String] {
    var profiles: [String: String] = [:]
    for (path, bytes) in EmbeddedFiles.contents()
    where path.hasPrefix("profiles/") && path.hasSuffix(".yaml") {
      let name = path.dropFirst("profiles/".count).dropLast(".yaml".count)
      profiles[String(name)] = String(decoding: bytes, as: UTF8.self)
    }
    return profiles
  }
}
