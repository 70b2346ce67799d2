import Foundation
import TestSupport

/// The program as it was built, run as its user runs it.
enum Program {
  /// Beside the test bundle, where the build puts every product.
  static let path: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let products = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return products.appending(path: "foxp3").path
  }()

  /// - Parameters:
  ///   - setUp: shell commands that run before it.
  ///   - wrapper: a program that starts it.
  static func run(
    _ arguments: [String], standardInput: String = "/dev/null", setUp: String = ":",
    wrapper: String = ""
  ) throws -> ExternalTool.Run {
    let script = "\(setUp)\nexec \(wrapper) \"$@\" < \"$0\""
    return try ExternalTool.outcome("/bin/sh", ["-c", script, standardInput, path] + arguments)
  }

  static func annotate(
    _ inputs: [String], _ options: [String] = [], to folder: TemporaryFolder,
    standardInput: String = "/dev/null"
  ) throws -> ExternalTool.Run {
    try run(
      ["annotate"] + inputs + ["-o", folder.path("out"), "--run-date", "2026-01-31"] + options,
      standardInput: standardInput)
  }

  /// Takes away what lets root read and write everything; for any other user it is not needed.
  static let bound =
    getuid() == 0 ? "setpriv --bounding-set=-dac_override,-dac_read_search" : ""

  static var canBeBound: Bool { getuid() != 0 || ExternalTool.isInstalled("setpriv") }
}

/// A variant file in pieces, to be spoilt.
struct VariantText {
  var version = "##fileformat=VCFv4.2"
  /// GRCh38's chromosome X.
  var contigs = ["##contig=<ID=chrX,length=156040895>"]
  var samples = ["P1"]
  /// p.(Arg397Trp), hemizygous (ClinVar VCV000011407).
  var records = ["chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t1"]

  var text: String {
    let columns =
      ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"] + samples
    let lines =
      [version] + contigs + ["##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">"]
      + [columns.joined(separator: "\t")] + records
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text with `change` made.
  static func with(_ change: (inout VariantText) -> Void) -> String {
    var text = VariantText()
    change(&text)
    return text.text
  }
}

extension TemporaryFolder {
  /// Files under `name`, with their folders, sorted; empty where there is no such folder.
  func files(under name: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: path(name))?.compactMap { $0 as? String }
    return (paths ?? []).sorted()
  }

  func mode(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }
}
