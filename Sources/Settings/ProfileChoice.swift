extension Profile {
  /// The profile for `--profile NAME|FILE`: a built-in one's name, else a file's path (a file that
  /// has a built-in profile's name is `./name`).
  ///
  /// `builtIn` holds the YAML text of the built-in profiles by name. Throws with kind `notFound`
  /// where neither is there, `invalid` where the content is wrong.
  public static func choose(
    _ choice: String, builtIn: [String: String]
  ) throws(SettingsError) -> Profile {
    if let yaml = builtIn[choice] { return try Profile(yaml: yaml, name: choice) }
    let yaml = try SmallFile.text(atPath: choice) { _ in
      "no built-in profile has this name and no file of this name can be read; built-in profiles: "
        + builtIn.keys.sorted().joined(separator: ", ")
    }
    let profile = try Profile(yaml: yaml, name: choice)
    // Reports name the profile: another one's name would vouch for settings that it does not have.
    guard builtIn[profile.name].map({ $0 == yaml }) != false else {
      let message =
        "name is \(profile.name), a built-in profile's, whose text this is not; give it a name of its own"
      throw SettingsError(
        kind: .invalid, file: choice, problems: [SettingsProblem(line: nil, message: message)])
    }
    return profile
  }
}
