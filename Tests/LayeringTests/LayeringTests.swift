import Foundation
import Testing

/// The layers of `docs/architecture.md`: a target imports only what stands below it.
private let layers: [[String]] = [
  ["CHTSlib", "CDeflate", "CScan", "CReference", "CInterruption", "CBuild", "Genome"],
  ["Nomenclature"],
  ["HTS", "Scan", "Flow", "ReferenceBundle", "Settings"],
  [
    "Isolation", "Reading", "Calling", "Normalisation", "Annotation", "Classification",
    "Assessment",
    "Reporting", "Delivery", "Store",
  ],
  ["Pipelines"],
  ["foxp3"],
]

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private func folder(of target: String) -> URL {
  target == "Pipelines"
    ? root.appending(path: target) : root.appending(path: "Sources").appending(path: target)
}

private func sources(of target: String) throws -> [URL] {
  let files = FileManager.default.enumerator(
    at: folder(of: target), includingPropertiesForKeys: nil)
  let urls = files?.compactMap { $0 as? URL } ?? []
  return urls.filter { ["swift", "c", "h"].contains($0.pathExtension) }
}

private func imports(in file: URL) throws -> [String] {
  try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ")
    guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count,
      words[..<index].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains(String($0)) })
    else { return nil }
    return words.dropFirst(index + 1).first { !importKinds.contains(String($0)) }.map(String.init)
  }
}

private let accessLevels: Set = ["public", "package", "internal", "private", "fileprivate"]
private let importKinds: Set = ["struct", "class", "enum", "func", "protocol", "typealias", "var"]

@Suite struct LayeringTests {
  @Test(arguments: layers.indices.flatMap { level in layers[level].map { (level, $0) } })
  func importsOnlyWhatStandsBelow(_ level: Int, _ target: String) throws {
    let below = Set(layers[..<level].joined())
    let ours = Set(layers.joined())
    for file in try sources(of: target) where file.pathExtension == "swift" {
      let found = try imports(in: file)
      for name in found where ours.contains(name) {
        #expect(below.contains(name), "\(target)/\(file.lastPathComponent) imports \(name)")
      }
    }
  }

  @Test func everyTargetHasALayer() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "Sources"), includingPropertiesForKeys: nil)
    let known = Set(layers.joined())
    for folder in folders { #expect(known.contains(folder.lastPathComponent)) }
  }

  /// `unsafe` stands only in the door to htslib and one named file each of a few rooms.
  @Test func unsafeStandsBehindFewDoors() throws {
    let doors: [String: Set<String>] = [
      "ReferenceBundle": ["EmbeddedFiles.swift"],
      "Delivery": ["OutputFile.swift", "Interruption.swift"],
      "Scan": ["ScanDoor.swift"],
    ]
    for target in layers.joined() where target != "HTS" {
      for file in try sources(of: target) where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        let code = text.split(separator: "\n").filter {
          !$0.drop { $0 == " " }.hasPrefix("//")
        }
        guard code.contains(where: { $0.contains("unsafe ") }) else { continue }
        let name = file.lastPathComponent
        #expect(doors[target]?.contains(name) == true, "\(target)/\(name) has unsafe code")
      }
    }
  }

  /// What a message quotes stands in “…” or `…`, which `--redact` takes away (docs/SECURITY.md).
  @Test func quotedInputIsKnownToRedaction() throws {
    for target in layers.joined() {
      for file in try sources(of: target) where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("'\\("), "\(target)/\(file.lastPathComponent)")
      }
    }
  }

  @Test func onlyTheDoorIncludesHTSlib() throws {
    for target in layers.joined() where target != "CHTSlib" {
      for file in try sources(of: target) {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("#include <htslib/"), "\(target)/\(file.lastPathComponent)")
      }
    }
  }

  @Test func filesStayReadable() throws {
    for target in layers.joined() {
      for file in try sources(of: target) {
        let lines = try String(contentsOf: file, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false
        ).count
        #expect(lines <= 400, "\(target)/\(file.lastPathComponent) has \(lines) lines")
        let words = ["Util", "Helper", "Manager", "Common", "Misc"]
        #expect(!words.contains { file.lastPathComponent.contains($0) })
      }
    }
  }
}
