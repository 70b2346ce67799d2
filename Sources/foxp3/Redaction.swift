import Foundation
import HTS
import Pipelines
import Settings
import Synchronization

/// What messages leave out with `--redact`: names of samples and families and of the files given.
///
/// A name is known from the command line, from the headers of inputs that can be read again, from the columns of a sheet
/// or pedigree that hold names, and from results. Pieces of an input that a message quotes are left out whatever they
/// are, so that a name that is not known yet does not get out either.
final class Redaction: Sendable {
  private struct Known {
    var labels: [String: String] = [:]
    /// Paths and names of files up to the first dot: names only where an ending follows, else words of a sentence.
    var stems: [String: String] = [:]
    var samples = 0
    var families = 0
  }

  private let known = Mutex(Known())

  /// Files and folders are named by what they are for.
  init(inputs: [String], files: [(path: String?, label: String)]) {
    for input in inputs { for sample in Redaction.samples(of: input) { hide(sample: sample) } }
    for (number, input) in inputs.enumerated() { hide(path: input, as: "input \(number + 1)") }
    for file in files { hide(path: file.path, as: file.label) }
  }

  func hide(sample: String) {
    known.withLock { known in
      guard known.labels[sample] == nil, !sample.isEmpty else { return }
      known.samples += 1
      known.labels[sample] = "sample \(known.samples)"
    }
  }

  /// Up to three digits are a number that names nobody, and stand for counts elsewhere.
  func hide(family: String) {
    known.withLock { known in
      let isNumber = family.count <= 3 && family.allSatisfy(\.isNumber)
      guard known.labels[family] == nil, !isNumber else { return }
      known.families += 1
      known.labels[family] = "family \(known.families)"
    }
  }

  /// Every name in a pedigree, also in one that is refused.
  func hide(pedigree path: String?) {
    guard let path, let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let names = line.split(whereSeparator: \.isWhitespace).prefix(4).map(String.init)
      for name in names.dropFirst() where name != "0" { hide(sample: name) }
      if let family = names.first { hide(family: family) }
    }
  }

  /// The names and files of a sample sheet's rows, also of one that is refused. Samples have the numbers that they have
  /// in the batch.
  func hide(sheet path: String) {
    guard let rows = try? SampleSheet.read(path, fileName: { $0 }).sheet.rows else { return }
    for row in rows {
      for sample in row.sample.map({ [$0] }) ?? Redaction.samples(of: row.input) {
        hide(sample: sample)
      }
    }
    for (number, row) in rows.enumerated() {
      for parent in [row.father, row.mother] { hide(sample: parent) }
      hide(family: row.family)
      let files = [
        (row.input, "input"), (row.alignments, "alignments"), (row.caseFile, "case"),
      ]
      for (file, label) in files { hide(path: file, as: "\(label) \(number + 1)") }
      for table in row.tables ?? [] where table != "none" {
        hide(path: table, as: "table \(number + 1)")
      }
    }
  }

  private func hide(path: String?, as label: String) {
    guard let path, path != "-" else { return }
    let name = PathName.last(of: path)
    let folder = path.hasSuffix(name) ? String(path.dropLast(name.count)) : ""
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    known.withLock { known in
      for text in [path, name] where !["", ".", ".."].contains(text) {
        known.labels[text] = known.labels[text] ?? label
      }
      for text in [folder + stem, stem] where !["", ".", ".."].contains(text) {
        known.stems[text] = known.stems[text] ?? label
      }
    }
  }

  /// `line` without names.
  func text(_ line: String) -> String {
    let known = known.withLock { $0 }
    var shown = Redaction.withoutQuoted(line)
    // What quotes a command to run stays.
    shown.replace(/`(?!samtools |bcftools )[^`]*`/) { _ in "`…`" }
    return Redaction.named(shown, known)
  }

  /// What is quoted may hold such marks itself: it ends where each that begins in it has its end, at the last one before
  /// another begins; without an end it goes to the end of the line.
  private static func withoutQuoted(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let start = rest.firstIndex(of: "“") {
      result += rest[..<start] + "“…”"
      var depth = 0
      var end = rest.endIndex
      for place in rest[start...].indices where "“”".contains(rest[place]) {
        if depth == 0, rest[place] == "“", place != start { break }
        depth = rest[place] == "“" ? depth + 1 : max(0, depth - 1)
        end = depth == 0 ? rest.index(after: place) : rest.endIndex
      }
      rest = rest[end...]
    }
    return result + rest
  }

  /// The text with each name that stands by itself replaced, the longest that fits at a place; what
  /// follows within a path goes too, but for the kind of report.
  private static func named(_ text: String, _ known: Known) -> String {
    let names = Set(known.labels.keys).union(known.stems.keys)
      .sorted { ($0.count, $0) > ($1.count, $1) }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      let isStart = !(text[..<rest.startIndex].last.map(isWordPart) ?? false)
      let name = names.first { name in
        isStart && rest.hasPrefix(name) && isWhole(name, before: rest.dropFirst(name.count), known)
      }
      guard let name else {
        result.append(first)
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(name.count)
      result += known.labels[name] ?? known.stems[name] ?? "…"
      guard rest.first == "/" || rest.first == "." else { continue }
      var tail = rest.prefix { isWordPart($0) || "/._-".contains($0) }
      // A sentence's own full stop stays.
      if tail.last == "." { tail = tail.dropLast() }
      rest = rest.dropFirst(tail.count)
      if let ending = tail.firstRange(of: ".foxp3.") {
        result += "/…" + tail[ending.lowerBound...]
      }
    }
    return result
  }

  /// Whether a name ends before `rest`, and is one there.
  private static func isWhole(_ name: String, before rest: Substring, _ known: Known) -> Bool {
    if rest.first.map(isWordPart) ?? false { return false }
    return known.labels[name] != nil
      || rest.first == "." && (rest.dropFirst().first.map(isWordPart) ?? false)
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// The sample of a file without sample columns has the file's name.
  private static func samples(of input: String) -> [String] {
    guard VariantFile.canBeReadAgain(input), let samples = try? InputFile.open(input).samples
    else { return [] }
    return samples.isEmpty ? [FileStem.of(input)] : samples
  }
}

/// A command whose messages may name patients.
protocol PatientCommand {
  /// `nil` where names may be said.
  var redaction: Redaction? { get }
  var logFormat: LogFormat { get }
}

extension PatientCommand {
  var logFormat: LogFormat { .text }
}
