import ReferenceBundle

@testable import Settings

/// Files that a laboratory writes by hand.
enum SettingsFuzz {
  static func pedigree(_ text: String) {
    _ = try? PedigreeFile.pedigree(text: text, file: "family.ped")
  }

  static func yaml(_ text: String) {
    _ = try? Profile(yaml: text, name: "profile.yaml")
    _ = try? CaseEvidence(yaml: text, file: "case.yaml")
    _ = try? AcmgPolicy(yaml: text, file: "rules.yaml", regions: ["FKH"])
  }
}
