import Foundation
import HTS
import Synchronization

/// What messages leave out with `--redact`: names of samples and of the files given.
///
/// A name is known from the command line, from the headers of inputs that can be read again, and
/// from results. Pieces of an input that a message quotes are left out whatever they are, so that
/// a name that is not known yet does not get out either.
final class Redaction: Sendable {
  private struct Known {
    var labels: [String: String] = [:]
    var samples = 0
  }

  private let known = Mutex(Known())

  /// Files and folders are named by what they are for.
  init(inputs: [String], files: [(path: String?, label: String)]) {
    for (number, input) in inputs.enumerated() { hide(path: input, as: "input \(number + 1)") }
    for file in files {
      if let path = file.path { hide(path: path, as: file.label) }
    }
    for input in inputs { for sample in Redaction.samples(of: input) { hide(sample: sample) } }
  }

  func hide(sample: String) {
    known.withLock { known in
      guard known.labels[sample] == nil, !sample.isEmpty else { return }
      known.samples += 1
      known.labels[sample] = "sample \(known.samples)"
    }
  }

  /// Every name in a pedigree, also in one that is refused.
  func hide(pedigree path: String?) {
    guard let path, let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    for line in text.split(whereSeparator: \.isNewline) {
      for name in line.split(whereSeparator: \.isWhitespace).prefix(4) where name != "0" {
        hide(sample: String(name))
      }
    }
  }

  /// Every name and file in a sample sheet, also in one that is refused.
  func hide(sheet path: String) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      for field in line.split(separator: ",") {
        let name = field.trimmingCharacters(in: CharacterSet(charactersIn: " \"\t"))
        guard !["", "*", "none", "male", "female", "unknown"].contains(name) else { continue }
        hide(sample: name)
        let file = PathName.last(of: name)
        hide(sample: file)
        hide(sample: file.split(separator: ".").first.map(String.init) ?? file)
      }
    }
  }

  private func hide(path: String, as label: String) {
    guard path != "-" else { return }
    let name = PathName.last(of: path)
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    known.withLock { known in
      for text in [path, name, stem] where !["", ".", ".."].contains(text) {
        known.labels[text] = known.labels[text] ?? label
      }
    }
  }

  /// `line` without names.
  func text(_ line: String) -> String {
    let labels = known.withLock { $0.labels }
    var shown = line.replacing(/“[^”]*”/) { _ in "“…”" }
    // What quotes a command to run stays.
    shown.replace(/`(?!samtools |bcftools )[^`]*`/) { _ in "`…`" }
    return Redaction.named(shown, labels)
  }

  /// The text with each name that stands by itself replaced, the longest that fits at a place; what
  /// follows within a path goes too, but for the kind of report.
  private static func named(_ text: String, _ labels: [String: String]) -> String {
    let names = labels.keys.sorted { ($0.count, $0) > ($1.count, $1) }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      let isStart = !(text[..<rest.startIndex].last.map(isWordPart) ?? false)
      let name = names.first { name in
        isStart && rest.hasPrefix(name)
          && !(rest.dropFirst(name.count).first.map(isWordPart) ?? false)
      }
      guard let name else {
        result.append(first)
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(name.count)
      result += labels[name] ?? "…"
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

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private static func samples(of input: String) -> [String] {
    guard VariantFile.canBeReadAgain(input), let file = try? InputFile.open(input) else {
      return []
    }
    return switch file {
    case .variants(let file): file.header.samples
    case .reads(let file): file.header.samples
    }
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
