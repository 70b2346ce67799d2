public import Genome
import HTS
public import ReferenceBundle
public import Settings

/// Loads what a run stands on, with errors that carry an exit status.
public enum Reference {
  /// The built-in reference, or the one in a folder, whose files have to be as its manifest says.
  public static func load(_ directory: String?) throws(PipelineError) -> ReferenceBundle {
    let bundle = try read(directory)
    do throws(ReferenceError) {
      if !bundle.isBuiltIn { try bundle.requireChecksums() }
      return bundle
    } catch {
      throw PipelineError(error)
    }
  }

  /// The same without a look at the checksums, for a check that tells every problem.
  public static func read(_ directory: String?) throws(PipelineError) -> ReferenceBundle {
    do throws(ReferenceError) {
      guard let directory else { return try ReferenceBundle.embedded() }
      return try ReferenceBundle.directory(directory)
    } catch {
      guard let directory, FileFacts.of(directory) == nil else { throw PipelineError(error) }
      throw PipelineError(
        .missingInput,
        "\(directory): there is no such folder; give one laid out like the project's Reference/")
    }
  }

  /// How the ACMG/AMP criteria are applied.
  static func policy(_ bundle: ReferenceBundle) throws(PipelineError) -> AcmgPolicy {
    do throws(SettingsError) {
      return try AcmgPolicy(
        yaml: bundle.acmgRules, file: ReferenceBundle.acmgRulesFile,
        regions: Set(bundle.regions.map(\.name)))
    } catch {
      throw PipelineError(error)
    }
  }

  /// Every problem of a reference, each a sentence: what its files say, and a policy that can't be used or is of
  /// another version than the manifest tells.
  public static func problems(_ bundle: ReferenceBundle) -> [String] {
    bundle.check().map { "\($0)" } + policyProblems(bundle)
  }

  private static func policyProblems(_ bundle: ReferenceBundle) -> [String] {
    do throws(PipelineError) {
      let version = try policy(bundle).version
      let told = bundle.manifest.first { $0.path == ReferenceBundle.acmgRulesFile }?.version
      return told == nil || told == version
        ? []
        : [
          "\(ReferenceBundle.acmgRulesFile): is version \(version), and the manifest says \(told ?? "")"
        ]
    } catch {
      return [error.message]
    }
  }

  /// What isolating the locus takes of the built-in reference.
  public static func locus() throws(PipelineError) -> LocusReference {
    do throws(ReferenceError) {
      return try LocusReference.embedded()
    } catch {
      throw PipelineError(error)
    }
  }

  /// A built-in profile by name, or one from a file.
  public static func profile(_ choice: String) throws(PipelineError) -> Profile {
    do throws(SettingsError) {
      return try Profile.choose(choice, builtIn: ReferenceBundle.embeddedProfiles())
    } catch {
      throw PipelineError(error)
    }
  }

  /// A FASTA that is given has to be there, also beside an input that needs none.
  static func checkFASTA(_ path: String?) throws(PipelineError) {
    guard let path else { return }
    do throws(HTSError) {
      try ReferenceFile.check(path)
    } catch {
      throw PipelineError(error)
    }
  }

  /// The relations of a PED file; an unusable line is an error that names it.
  public static func pedigree(_ path: String) throws(PipelineError) -> Pedigree {
    do throws(SettingsError) {
      return try PedigreeFile.pedigree(path)
    } catch {
      throw PipelineError(error)
    }
  }
}
