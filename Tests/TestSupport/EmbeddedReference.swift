import Genome
public import ReferenceBundle
public import Settings

/// The reference built into the program, for the tests of every room.
public enum EmbeddedReference {
  public static func bundle() throws(ReferenceError) -> ReferenceBundle { try .embedded() }

  /// The policy of the ACMG/AMP criteria.
  public static func policy() throws -> AcmgPolicy {
    let bundle = try bundle()
    return try AcmgPolicy(
      yaml: bundle.acmgRules, file: ReferenceBundle.acmgRulesFile,
      regions: Set(bundle.regions.map(\.name)))
  }
}
