/// One key of a profile file: where its value goes, and which values are possible.
struct ProfileSetting: Sendable {
  enum Kind: Sendable {
    case text(any WritableKeyPath<Profile, String> & Sendable)
    case count(any WritableKeyPath<Profile, Int> & Sendable, ClosedRange<Int>)
    case share(any WritableKeyPath<Profile, Double> & Sendable)
    case choice(any WritableKeyPath<Profile, Bool> & Sendable)
  }

  let key: String
  let kind: Kind

  static let all: [ProfileSetting] = [
    ProfileSetting(key: "name", kind: .text(\.name)),
    ProfileSetting(key: "description", kind: .text(\.description)),
    ProfileSetting(key: "minimum_depth_one_copy", kind: .count(\.minimumDepthOneCopy, 1...10_000)),
    ProfileSetting(
      key: "minimum_depth_two_copies", kind: .count(\.minimumDepthTwoCopies, 1...10_000)),
    // Callers cap GQ at 99: a higher threshold could never be met.
    ProfileSetting(key: "minimum_genotype_quality", kind: .count(\.minimumGenotypeQuality, 1...99)),
    ProfileSetting(key: "hemizygous_minimum_fraction", kind: .share(\.hemizygousMinimumFraction)),
    ProfileSetting(
      key: "heterozygous_minimum_fraction", kind: .share(\.heterozygousMinimumFraction)),
    ProfileSetting(
      key: "heterozygous_maximum_fraction", kind: .share(\.heterozygousMaximumFraction)),
    ProfileSetting(key: "mosaic_minimum_fraction", kind: .share(\.mosaicMinimumFraction)),
    ProfileSetting(
      key: "sex_minimum_x_genotypes", kind: .count(\.sexMinimumXGenotypes, 1...1_000_000)),
    ProfileSetting(
      key: "one_x_maximum_heterozygous_share", kind: .share(\.oneXMaximumHeterozygousShare)),
    ProfileSetting(
      key: "two_x_minimum_heterozygous_share", kind: .share(\.twoXMinimumHeterozygousShare)),
    ProfileSetting(key: "sex_minimum_y_calls", kind: .count(\.sexMinimumYCalls, 1...1_000_000)),
    ProfileSetting(
      key: "sex_minimum_sry_depth", kind: .count(\.sexMinimumSRYDepth, 1...1_000_000)),
    ProfileSetting(
      key: "sex_minimum_autosomal_reads", kind: .count(\.sexMinimumAutosomalReads, 1...1_000_000)),
    ProfileSetting(key: "one_x_maximum_depth_ratio", kind: .share(\.oneXMaximumDepthRatio)),
    ProfileSetting(key: "two_x_minimum_depth_ratio", kind: .share(\.twoXMinimumDepthRatio)),
    ProfileSetting(key: "y_minimum_depth_ratio", kind: .share(\.yMinimumDepthRatio)),
    ProfileSetting(key: "minimum_mapping_quality", kind: .count(\.minimumMappingQuality, 0...60)),
    ProfileSetting(key: "minimum_base_quality", kind: .count(\.minimumBaseQuality, 0...60)),
    ProfileSetting(key: "allow_bisect", kind: .choice(\.allowsBisect)),
  ]

  func value(in profile: Profile) -> String {
    switch kind {
    case .text(let path): profile[keyPath: path]
    case .count(let path, _): String(profile[keyPath: path])
    case .share(let path): String(profile[keyPath: path])
    case .choice(let path): String(profile[keyPath: path])
    }
  }

  /// Puts what the section has under the key into the profile; what is wrong is left with the section.
  func read(_ section: inout YAMLSection, into profile: inout Profile) {
    switch kind {
    case .text(let path): profile[keyPath: path] = section.text(key)
    case .count(let path, let range): profile[keyPath: path] = section.integer(key, in: range)
    case .share(let path): profile[keyPath: path] = section.share(key)
    case .choice(let path): profile[keyPath: path] = section.yes(key)
    }
  }
}
