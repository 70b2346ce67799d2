public import Genome

extension VariantRecord {
  /// Whether ALT holds a breakend or a symbol of a structural change, by its bytes alone.
  public var mayBeStructural: Bool {
    let alternates = column(.alternate)
    for index in alternates.indices {
      switch alternates[index] {
      case UInt8(ascii: "["), UInt8(ascii: "]"): return true
      case UInt8(ascii: "<") where index + 1 < alternates.count:
        let next = alternates[index + 1]
        if next != UInt8(ascii: "N"), next != UInt8(ascii: "*") { return true }
      default: continue
      }
    }
    return false
  }

  /// What its alternates join, `nil` for those that join nothing.
  public var adjacencies: [Adjacency?] {
    guard mayBeStructural else { return [] }
    var found: [Adjacency?] = []
    for alternate in alternates { found.append(adjacency(alternate)) }
    return found
  }

  private func adjacency(_ alternate: String) -> Adjacency? {
    guard ["<BND>", "<TRA>", "<CTX>"].contains(alternate) else {
      return Adjacency(
        alternate: alternate, contig: text(.contig), position: position,
        referenceCount: column(.reference).count)
    }
    guard let contig = information("CHR2"),
      let text = information("END2") ?? information("POS2") ?? information("END"),
      let place = Int(text), place >= 0, place <= Int32.max
    else { return nil }
    return Adjacency(
      here: Adjacency.End(contig: self.text(.contig), position: position),
      there: Adjacency.End(contig: contig, position: place))
  }

  /// The line of the record at the other end of its only alternate, on `contig` and with `base`
  /// for REF: what is said of its own place changes sides, all else stays. `nil` where it has several
  /// alternates, or one that joins nothing, and where ALT can't name its contig.
  public func mateLine(base: String, contig: String) -> String? {
    guard position <= Int32.max, adjacencies.count == 1, let joined = adjacencies[0],
      joined.here.canStandInAlternate
    else { return nil }
    var columns: [String] = []
    for index in 0..<(hasFormat ? 9 + sampleCount : 8) {
      columns.append(ColumnText.string(column(at: index)))
    }
    let mate = information("MATEID") ?? information("PARID")
    columns[Column.contig.rawValue] = contig
    columns[Column.position.rawValue] = String(joined.there.position)
    columns[Column.reference.rawValue] = base
    columns[Column.alternate.rawValue] = joined.mateAlternate(base: base) ?? text(.alternate)
    columns[Column.information.rawValue] = mateInformation
    if let mate { columns[Column.identifier.rawValue] = mate }
    return columns.joined(separator: "\t")
  }

  /// What tells of one end by way of the other is left out.
  private var mateInformation: String {
    var entries: [String] = []
    for entry in text(.information).split(separator: ";") {
      let key = entry.prefix { $0 != "=" }
      let value = entry.dropFirst(key.count + 1)
      switch key {
      case "END", "SVLEN", "CT", "STRANDS", "CIRPOS": continue
      case "END2", "POS2": entries.append("\(key)=\(position)")
      case "CHR2": entries.append("CHR2=\(text(.contig))")
      case "CIPOS": entries.append("CIEND=\(value)")
      case "CIEND": entries.append("CIPOS=\(value)")
      case "MATEID", "PARID": entries.append("\(key)=\(text(.identifier))")
      default: entries.append(String(entry))
      }
    }
    return entries.isEmpty ? "." : entries.joined(separator: ";")
  }
}
