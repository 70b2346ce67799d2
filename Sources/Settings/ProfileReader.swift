import Yams

extension Profile {
  /// Reads a profile, strictly: an unknown, repeated or missing key, a wrong type or an impossible
  /// number is an error, and all of them are told at once.
  ///
  /// `name` is what errors call the file.
  public init(yaml: String, name: String) throws(SettingsError) {
    var reader = ProfileReader()
    reader.read(yaml)
    guard reader.problems.isEmpty else {
      throw SettingsError(kind: .invalid, file: name, problems: reader.problems)
    }
    self = reader.profile
  }
}

/// Fills a profile from a YAML document and collects what is wrong with it.
private struct ProfileReader {
  var profile = Profile()
  var problems: [SettingsProblem] = []
  /// Line of each key read.
  private var lines: [String: Int] = [:]

  mutating func read(_ yaml: String) {
    guard let document = compose(yaml) else { return }
    guard case .mapping(let mapping) = document else {
      return report(document.mark?.line, "a profile is a list of `key: value` lines")
    }
    for (key, value) in mapping { read(key: key, value: value) }
    for setting in ProfileSetting.all where lines[setting.key] == nil {
      report(nil, "\(setting.key) is missing; copy it from the built-in profile")
    }
    if problems.isEmpty { checkOrder() }
  }

  private mutating func compose(_ yaml: String) -> Node? {
    let empty = "the profile is empty; copy the built-in one and change it"
    switch YAMLDocument.compose(yaml, empty: empty) {
    case .success(let document): return document
    case .failure(let problem):
      problems.append(problem)
      return nil
    }
  }

  private mutating func read(key: Node, value: Node) {
    let line = key.mark?.line
    guard let name = key.scalar?.string,
      let setting = ProfileSetting.all.first(where: { $0.key == name })
    else {
      let shown = key.scalar?.string ?? "a key that is not a word"
      return report(line, "'\(shown)' is not a setting; see the built-in profile for the keys")
    }
    lines[name] = line ?? 0
    guard let scalar = value.scalar else {
      return report(line, "\(name) needs one value, not a list or a group")
    }
    let isPlain = scalar.style == .plain || scalar.style == .any
    if let problem = setting.read(scalar.string, isPlain: isPlain, into: &profile) {
      report(line, problem)
    }
  }

  /// Numbers that are possible each by itself and impossible together.
  private mutating func checkOrder() {
    let profile = profile
    check(
      profile.minimumDepthOneCopy <= profile.minimumDepthTwoCopies,
      "minimum_depth_one_copy", "minimum_depth_two_copies")
    check(
      profile.mosaicMinimumFraction <= profile.heterozygousMinimumFraction,
      "mosaic_minimum_fraction", "heterozygous_minimum_fraction")
    check(
      profile.heterozygousMinimumFraction <= profile.heterozygousMaximumFraction,
      "heterozygous_minimum_fraction", "heterozygous_maximum_fraction")
    check(
      profile.heterozygousMaximumFraction <= profile.hemizygousMinimumFraction,
      "heterozygous_maximum_fraction", "hemizygous_minimum_fraction")
    check(
      profile.oneXMaximumHeterozygousShare < profile.twoXMinimumHeterozygousShare,
      "one_x_maximum_heterozygous_share", "two_x_minimum_heterozygous_share")
    check(
      profile.oneXMaximumDepthRatio < profile.twoXMinimumDepthRatio,
      "one_x_maximum_depth_ratio", "two_x_minimum_depth_ratio")
  }

  private mutating func check(_ holds: Bool, _ lower: String, _ upper: String) {
    guard !holds else { return }
    report(lines[lower], "\(lower) is above \(upper); lower the one or raise the other")
  }

  private mutating func report(_ line: Int?, _ message: String) {
    problems.append(SettingsProblem(line: line, message: message))
  }
}
