/// The parsers that read bytes of strangers. Each is given any bytes at all; it may refuse them, and
/// must not trap, hang, or contradict itself.
enum FuzzTarget: String, CaseIterable {
  /// VCF text by lines, beside a reader that takes one byte after the other.
  case lines
  /// BGZF bytes: any, and sound ones of which some are changed.
  case bgzf
  /// BCF and BAM records: heads told from bytes, and the hops from one to the next.
  case walk
  /// Header lines of a VCF.
  case header
  /// One VCF record: checks, genotypes, INFO, reach.
  case record
  /// CSQ, ANN and the tools' own score fields.
  case scores
  /// HGVS `c.`, `g.` and `p.` names: what is read is printed and read again.
  case hgvs
  /// SPDI: what is read is printed and read again.
  case spdi
  /// Curated tables, ours and a laboratory's: what is read is printed and read again.
  case table
  /// Pedigrees.
  case pedigree
  /// Sample sheets: what is read is written out and read again.
  case sheet
  /// YAML: profiles, cases, the policy of the criteria.
  case yaml

  func run(_ bytes: [UInt8]) {
    switch self {
    case .lines: LinesFuzz.run(bytes)
    case .bgzf: BlocksFuzz.run(bytes)
    case .walk: WalkFuzz.run(bytes)
    case .header: HeaderFuzz.run(bytes)
    case .record: RecordFuzz.run(bytes)
    case .scores: ScoresFuzz.run(bytes)
    case .hgvs: NamesFuzz.hgvs(text(bytes))
    case .spdi: NamesFuzz.spdi(text(bytes))
    case .table: TableFuzz.run(bytes)
    case .pedigree: SettingsFuzz.pedigree(text(bytes))
    case .sheet: SheetFuzz.run(text(bytes))
    case .yaml: SettingsFuzz.yaml(text(bytes))
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
