import HTS
import Isolation

/// Which sample a read belongs to, by its read group (SAM specification, section 1.3, `@RG`).
struct ReadGroups {
  /// Names in the order of the header, or the file's stem where it names none.
  let samples: [String]
  private var places: [String: Int] = [:]
  /// The only sample of the file: reads without a read group are its too.
  private let only: Int?
  /// Those that the header declares; empty where it declares none.
  private let declared: Set<String>
  /// Sentences on read groups that name no sample.
  let notes: [String]

  init(
    _ header: AlignmentHeader, stem: String, selected: [String], _ file: String
  ) throws(IsolationError) {
    let all = header.samples.isEmpty ? [stem] : header.samples
    if let unknown = selected.first(where: { !all.contains($0) }) {
      throw IsolationError(
        .usage,
        "\(file): has no sample “\(unknown)”; it has \(all.map { "“\($0)”" }.joined(separator: ", "))"
      )
    }
    try ReadGroups.checkIdentifiers(header, file)
    declared = Set(header.readGroups.map(\.identifier))
    samples = selected.isEmpty ? all : selected
    only = all.count == 1 ? 0 : nil
    let nameless = header.readGroups.filter { $0.sample == nil }.map(\.identifier)
    let whose =
      all.count == 1 ? "its reads were taken to be of \(all[0])" : "its reads are not used"
    notes =
      header.samples.isEmpty
      ? [] : nameless.map { "The read group \($0) names no sample (SM); \(whose)." }
    for group in header.readGroups {
      if let sample = group.sample { places[group.identifier] = samples.firstIndex(of: sample) }
    }
  }

  /// Identifiers are unique (SAM specification, section 1.3): of one with two samples nothing tells whose its
  /// reads are.
  private static func checkIdentifiers(
    _ header: AlignmentHeader, _ file: String
  ) throws(IsolationError) {
    var known: [String: String?] = [:]
    for group in header.readGroups {
      if let other = known.updateValue(group.sample, forKey: group.identifier),
        other != group.sample
      {
        let names = [other, group.sample].map { $0.map { "“\($0)”" } ?? "no sample" }
        throw IsolationError(
          .unusable,
          "\(file): declares the read group \(group.identifier) twice, for "
            + "\(names.joined(separator: " and ")), so that nothing tells whose its reads are; give each "
            + "read group an identifier of its own (samtools addreplacerg)")
      }
    }
  }

  /// Whether a read names a read group that the header doesn't declare, though it declares others.
  func isUndeclared(_ record: borrowing AlignmentRecord) -> Bool {
    guard !declared.isEmpty, let group = record.text("RG") else { return false }
    return !declared.contains(group)
  }

  /// `nil` for a read of none of the samples.
  func sample(of record: borrowing AlignmentRecord) -> Int? {
    if let only { return only }
    return record.text("RG").flatMap { places[$0] }
  }
}
