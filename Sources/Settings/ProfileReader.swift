extension Profile {
  /// Reads a profile, strictly: an unknown, repeated or missing key, a wrong type or an impossible
  /// number is an error, and all of them are told at once.
  ///
  /// `name` is what errors call the file.
  public init(yaml: String, name: String) throws(SettingsError) {
    let empty = "the profile is empty; copy the built-in one and change it"
    switch YAMLDocument.compose(yaml, empty: empty) {
    case .failure(let problem):
      throw SettingsError(kind: .invalid, file: name, problems: [problem])
    case .success(let document):
      var section = YAMLSection(document)
      self.init()
      for setting in ProfileSetting.all { setting.read(&section, into: &self) }
      section.close()
      if section.problems.isEmpty { checkOrder(&section) }
      guard section.problems.isEmpty else {
        throw SettingsError(kind: .invalid, file: name, problems: section.problems)
      }
    }
  }

  /// Numbers that are possible each by itself and impossible together.
  private func checkOrder(_ section: inout YAMLSection) {
    func check(_ holds: Bool, _ lower: String, _ upper: String) {
      guard !holds else { return }
      section.fail(lower, "is above \(upper); lower the one or raise the other")
    }
    check(
      minimumDepthOneCopy <= minimumDepthTwoCopies,
      "minimum_depth_one_copy", "minimum_depth_two_copies")
    check(
      mosaicMinimumFraction <= heterozygousMinimumFraction,
      "mosaic_minimum_fraction", "heterozygous_minimum_fraction")
    check(
      heterozygousMinimumFraction <= heterozygousMaximumFraction,
      "heterozygous_minimum_fraction", "heterozygous_maximum_fraction")
    check(
      heterozygousMaximumFraction <= hemizygousMinimumFraction,
      "heterozygous_maximum_fraction", "hemizygous_minimum_fraction")
    check(
      oneXMaximumHeterozygousShare < twoXMinimumHeterozygousShare,
      "one_x_maximum_heterozygous_share", "two_x_minimum_heterozygous_share")
    check(
      oneXMaximumDepthRatio < twoXMinimumDepthRatio,
      "one_x_maximum_depth_ratio", "two_x_minimum_depth_ratio")
  }
}
