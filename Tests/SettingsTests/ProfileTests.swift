import Foundation
import Testing

@testable import Settings

/// The built-in profile as it is in the repository.
private func builtInText() throws -> String {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Pipelines/profiles/clinical-genome.yaml")
  return try String(contentsOf: file, encoding: .utf8)
}

/// The built-in text with one line replaced; fails if the line is not there.
private func text(_ old: String, to new: String) throws -> String {
  let yaml = try builtInText()
  try #require(yaml.contains(old))
  return yaml.replacing(old, with: new)
}

private func error(_ yaml: String) -> SettingsError? {
  do throws(SettingsError) {
    _ = try Profile(yaml: yaml, name: "lab.yaml")
    return nil
  } catch {
    return error
  }
}

@Suite struct ProfileTests {
  @Test func builtInProfileHoldsTheDesignsThresholds() throws {
    let profile = try Profile(yaml: builtInText(), name: "clinical-genome")
    #expect(profile.name == "clinical-genome")
    #expect(profile.minimumDepthOneCopy == 8)
    #expect(profile.minimumDepthTwoCopies == 20)
    #expect(profile.minimumGenotypeQuality == 20)
    #expect(profile.hemizygousMinimumFraction == 0.9)
  }

  @Test(arguments: ["clinical-exome", "clinical-genome", "deep-panel", "research"])
  func everyBuiltInProfileIsReadUnderItsOwnName(name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Pipelines/profiles/\(name).yaml")
    let profile = try Profile(yaml: String(contentsOf: file, encoding: .utf8), name: name)
    #expect(profile.name == name)
    // Only one that says it is not for results of a person may leave records unseen.
    #expect(profile.allowsBisect == (name == "research"))
  }

  @Test func everySettingIsReadAndListed() throws {
    let profile = try Profile(yaml: builtInText(), name: "clinical-genome")
    #expect(profile.entries.map(\.key) == ProfileSetting.all.map(\.key))
    #expect(profile.entries.allSatisfy { !$0.value.isEmpty && $0.value != "0" })
    #expect(profile.entries.first { $0.key == "hemizygous_minimum_fraction" }?.value == "0.9")
  }

  @Test func everySettingIsExplainedByACommentAboveItsGroup() throws {
    let lines = try builtInText().split(separator: "\n", omittingEmptySubsequences: false)
    for setting in ProfileSetting.all {
      let index = try #require(lines.firstIndex { $0.hasPrefix("\(setting.key):") })
      let above = lines[..<index].reversed().drop { !$0.hasPrefix("#") && !$0.isEmpty }
      #expect(above.first?.hasPrefix("#") == true, "\(setting.key) has no comment")
    }
  }

  @Test func aChangedNumberIsRead() throws {
    let yaml = try text("minimum_depth_one_copy: 8", to: "minimum_depth_one_copy: 12")
    #expect(try Profile(yaml: yaml, name: "lab.yaml").minimumDepthOneCopy == 12)
  }

  @Test func allProblemsAreToldAtOnceWithTheirLines() throws {
    let yaml = "name: lab\nminimum_depth: 8\nminimum_genotype_quality: twenty\n"
    let problems = try #require(error(yaml)).problems
    // Every other key but the two read is missing, and said to be.
    let others = problems.filter { !$0.message.contains("is missing") }
    #expect(problems.count == 2 + ProfileSetting.all.count - 2)
    #expect(others.map(\.line) == [2, 3])
    #expect(others.first?.message.contains("“minimum_depth” is not a key known here") == true)
    #expect(others.last?.message.contains("“twenty”") == true)
  }

  @Test(arguments: [
    ("minimum_depth_one_copy: 8", "minimum_depth_one_copy: 0"),
    ("minimum_depth_one_copy: 8", "minimum_depth_one_copy: -8"),
    ("minimum_depth_one_copy: 8", "minimum_depth_one_copy: 8.5"),
    ("minimum_depth_one_copy: 8", "minimum_depth_one_copy: 010"),
    ("minimum_depth_one_copy: 8", "minimum_depth_one_copy: 0x8"),
    ("minimum_depth_one_copy: 8", "minimum_depth_one_copy: \"8\""),
    ("minimum_depth_one_copy: 8", "minimum_depth_one_copy: 99999999999999999999"),
    ("minimum_depth_one_copy: 8", "minimum_depth_one_copy: [8]"),
    ("minimum_depth_one_copy: 8", "minimum_depth_one_copy:"),
    ("minimum_depth_one_copy: 8", "minimum_depth_one_copy: 21"),
    ("minimum_genotype_quality: 20", "minimum_genotype_quality: 100"),
    ("hemizygous_minimum_fraction: 0.9", "hemizygous_minimum_fraction: 90"),
    ("hemizygous_minimum_fraction: 0.9", "hemizygous_minimum_fraction: 0"),
    ("hemizygous_minimum_fraction: 0.9", "hemizygous_minimum_fraction: .nan"),
    ("hemizygous_minimum_fraction: 0.9", "hemizygous_minimum_fraction: 0.5"),
    ("mosaic_minimum_fraction: 0.1", "mosaic_minimum_fraction: 0.3"),
    ("one_x_maximum_depth_ratio: 0.65", "one_x_maximum_depth_ratio: 0.95"),
    ("name: clinical-genome", "name: \"\""),
  ])
  func impossibleValuesAreRefusedAtTheirLine(old: String, new: String) throws {
    let yaml = try text(old, to: new)
    let key = try #require(new.split(separator: ":").first)
    let line = try #require(
      yaml.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.hasPrefix("\(key):") })
    let problems = try #require(error(yaml)).problems
    #expect(problems.count == 1)
    #expect(problems[0].message.contains(key))
    // Two settings in the wrong order are told at the lower one.
    let isOrder = problems[0].message.contains(" is above ")
    #expect(isOrder || problems[0].line == line + 1)
  }

  @Test func aKeyGivenTwiceIsRefused() throws {
    let problems = try #require(error(builtInText() + "\nsex_minimum_y_calls: 5\n")).problems
    #expect(problems.count == 1)
    #expect(problems[0].message.contains("“sex_minimum_y_calls” stands more than once"))
  }

  @Test(arguments: [
    "", "# only a comment\n", "- a list\n", "just text", "name: [unclosed\n", "a: b: c",
  ])
  func whatIsNoProfileIsAnErrorNotACrash(yaml: String) throws {
    let found = try #require(error(yaml))
    #expect(found.kind == .invalid)
    #expect(found.description.hasPrefix("lab.yaml"))
  }

  @Test func choosesBuiltInThenFile() throws {
    let builtIn = ["clinical-genome": try builtInText()]
    #expect(try Profile.choose("clinical-genome", builtIn: builtIn).name == "clinical-genome")
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try text("name: clinical-genome", to: "name: our-lab")
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try Profile.choose(file.path, builtIn: builtIn).name == "our-lab")
  }

  /// Reports name the profile, and its name vouches for its settings.
  @Test func anotherProfilesNameIsRefused() throws {
    let builtIn = ["clinical-genome": try builtInText()]
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    let altered = try text("minimum_genotype_quality: 20", to: "minimum_genotype_quality: 1")
    try altered.write(to: file, atomically: true, encoding: .utf8)
    let thrown = #expect(throws: SettingsError.self) {
      try Profile.choose(file.path, builtIn: builtIn)
    }
    #expect(thrown?.description.contains("give it a name of its own") == true)
  }

  @Test func aNameThatIsNeitherSaysWhatThereIs() throws {
    let thrown = #expect(throws: SettingsError.self) {
      try Profile.choose("clinical-exon", builtIn: ["clinical-genome": ""])
    }
    #expect(thrown?.kind == .notFound)
    #expect(thrown?.description.contains("clinical-exon") == true)
    #expect(thrown?.description.contains("built-in profiles: clinical-genome") == true)
  }
}
