import Genome
import Nomenclature

/// The position, residue and codon columns of VEP's CSQ for a change inside one exon.
struct VEPColumns {
  let edit: TranscriptEdit

  var cDNAPosition: String? { text(edit.start, edit.end) }

  var codingPosition: String? {
    guard edit.isWithinCoding else { return nil }
    let offset = edit.map.codingStart - 1
    return text(edit.start - offset, edit.end - offset)
  }

  var proteinPosition: String? {
    guard let window else { return nil }
    if window.reference.isEmpty { return "\(window.firstCodon - 1)-\(window.firstCodon)" }
    return text(window.firstCodon, window.lastCodon)
  }

  var aminoAcids: String? {
    guard let window else { return nil }
    let old = letters(window.referenceResidues)
    let new = letters(window.alternateResidues)
    return old == new ? old : "\(old)/\(new)"
  }

  /// Changed bases in upper case, the codon's others in lower case.
  var codons: String? {
    guard let window else { return nil }
    return spelled(window.reference, edit.removed.count, window.leading) + "/"
      + spelled(window.alternate, edit.inserted.count, window.leading)
  }

  private var window: CodonWindow? { CodonWindow(edit) }

  private func letters(_ residues: [AminoAcid]) -> String {
    residues.isEmpty ? "-" : String(decoding: residues.map(\.code), as: UTF8.self)
  }

  private func spelled(_ bases: BaseSequence, _ changed: Int, _ leading: Int) -> String {
    guard !bases.isEmpty else { return "-" }
    let lower = bases.text.lowercased()
    let upper = bases.text
    return String(lower.prefix(leading)) + String(upper.dropFirst(leading).prefix(changed))
      + String(lower.dropFirst(leading + changed))
  }

  private func text(_ first: Int, _ last: Int) -> String {
    first == last ? "\(first)" : "\(min(first, last))-\(max(first, last))"
  }
}
