/// A few contig names, compared byte by byte: most records of a file are told apart by this alone.
struct ContigNames {
  private let names: [[UInt8]]

  init(_ names: some Sequence<String>) { self.names = names.sorted().map { Array($0.utf8) } }

  var count: Int { names.count }

  func contains(_ contig: Span<UInt8>) -> Bool {
    for name in names where name.count == contig.count && equal(name, contig) { return true }
    return false
  }

  private func equal(_ name: [UInt8], _ contig: Span<UInt8>) -> Bool {
    for index in name.indices where name[index] != contig[index] { return false }
    return true
  }
}
