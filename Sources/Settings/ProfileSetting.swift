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

  /// Puts a plain scalar's text into the profile; what is wrong with it, or `nil`.
  func read(_ text: String, isPlain: Bool, into profile: inout Profile) -> String? {
    switch kind {
    case .text(let path):
      let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !trimmed.isEmpty else { return "\(key) is empty; write a text" }
      profile[keyPath: path] = trimmed
    case .count(let path, let range):
      guard isPlain, ProfileSetting.isPlainNumber(text), let number = Int(text),
        range.contains(number)
      else {
        return
          "\(key) is '\(text)'; write a whole number from \(range.lowerBound) to "
          + "\(range.upperBound)"
      }
      profile[keyPath: path] = number
    case .share(let path):
      guard isPlain, ProfileSetting.isPlainNumber(text), let number = Double(text),
        number > 0, number <= 1
      else { return "\(key) is '\(text)'; write a share above 0 and up to 1, as 0.9" }
      profile[keyPath: path] = number
    case .choice(let path):
      guard isPlain, text == "true" || text == "false" else {
        return "\(key) is '\(text)'; write true or false"
      }
      profile[keyPath: path] = text == "true"
    }
    return nil
  }

  /// Digits and one point only: YAML reads `010` as eight and `1_000` as a thousand, which no
  /// laboratory means.
  private static func isPlainNumber(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else {
      return false
    }
    return !text.hasPrefix("0") || text == "0" || text.hasPrefix("0.")
  }
}
