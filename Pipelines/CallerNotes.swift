import Flow
import HTS

/// What `foxp3 call` has to say of a sample's reads, which no record tells: in its file a header line per
/// note, with the sample's name and an identifier of its own, so that programs that merge files keep each.
struct CallerNotes {
  private static let key = "foxp3_call_note"

  /// - Parameter isDoubt: whether no negative may be concluded beside it.
  static func line(_ note: String, of sample: String, isDoubt: Bool = false) -> String {
    let text = note.replacing("\n", with: " ")
    let identifier = Digest.of(Array("\(sample)\n\(text)".utf8)).prefix(12)
    return
      "##\(key)=<ID=n\(identifier),Sample=\"\(escaped(sample))\","
      + "Note=\"\(escaped(text))\"\(isDoubt ? ",Doubt=1" : "")>"
  }

  private struct Note {
    /// `nil` where the line is a mere text, as files of one sample had it.
    var sample: String?
    var text: String
    var isDoubt = false
  }

  private let notes: [Note]
  private let samples: [String]

  /// `samples`: all of the file.
  init(header: String, samples: [String]) {
    self.samples = samples
    notes = HeaderLine.texts(of: header).compactMap { line in
      guard line.utf8.starts(with: "##\(CallerNotes.key)=".utf8) else { return nil }
      if let line = HeaderLine(line), let sample = line["Sample"], let text = line["Note"] {
        return Note(sample: sample, text: text, isDoubt: line["Doubt"] != nil)
      }
      return Note(text: String(line.dropFirst(CallerNotes.key.count + 3)))
    }
  }

  /// Sentences on one sample of the file; `nil` is that of a file without samples. Where a sample has no
  /// note of its own, those that may be of it are told too: of samples that the file does not name, since
  /// samples are renamed, and those that name none.
  func sentences(on sample: String?, areDoubts: Bool = false) -> [String] {
    let hasOwn = notes.contains {
      $0.sample != nil && $0.sample == sample && !isOfSeveral($0.sample)
    }
    let notes = notes.filter { $0.isDoubt == areDoubts }
    let own = notes.filter {
      $0.sample != nil && $0.sample == sample && !isOfSeveral($0.sample)
    }
    let open = notes.filter { note in
      guard let name = note.sample else { return !hasOwn || samples.count < 2 }
      return !hasOwn
        && (!samples.contains(name)
          || isOfSeveral(name) && sample.map(CallerNotes.unnumbered) == name)
    }
    return own.map { sentence($0.text, on: "the variants") }
      + open.map { note in
        if let name = note.sample, !isOfSeveral(name) {
          return sentence(note.text, on: "the variants of “\(name)”, whom this file does not name,")
        }
        return sentence(
          note.text,
          on: samples.count < 2
            ? "the variants"
            : "the variants of one of the file's samples, it does not say of which,")
      }
  }

  /// Whether samples of one name were merged: `bcftools merge --force-samples` puts `2:` before the second.
  private func isOfSeveral(_ sample: String?) -> Bool {
    samples.count { CallerNotes.unnumbered($0) == sample } > 1
  }

  private static func unnumbered(_ sample: String) -> String {
    let digits = sample.prefix { ("0"..."9").contains($0) }
    return digits.isEmpty || !sample.dropFirst(digits.count).hasPrefix(":")
      ? sample : String(sample.dropFirst(digits.count + 1))
  }

  private func sentence(_ text: String, on what: String) -> String {
    "When \(what) were called from the reads: \(text)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
