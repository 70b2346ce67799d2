import Flow
import Genome

/// A structural call as a record: with its bases where they are known and few, else with a symbolic
/// ALT (VCF 4.2, section 3).
struct StructuralRecord {
  let call: StructuralCall
  let contig: String
  let locus: Locus

  /// `number` is set when all records are in order.
  var record: ReadRecord {
    let (position, base, alternate) = spelling
    let filters = call.filters.isEmpty ? ["PASS"] : call.filters.map(\.rawValue)
    let fixed = [
      contig, String(position), ".", base, alternate, String(call.quality),
      filters.joined(separator: ";"), information,
    ]
    let text = call.genotype.map(String.init).joined(separator: "/")
    return ReadRecord(
      number: 0, contig: contig, position: position,
      end: call.edit == nil ? call.interval.end : position + base.utf8.count - 1, reference: base,
      alternates: [alternate], structuralLengths: [call.edit == nil ? length : nil],
      quality: Double(call.quality), filters: filters, fixedText: fixed.joined(separator: "\t"),
      formatText: "GT:GQ:SR:PR:RR",
      calls: [
        SampleCall(
          genotype: Genotype(alleles: call.genotype, isPhased: false, text: text),
          genotypeQuality: Double(call.quality),
          text: "\(text):\(call.quality):\(call.splitReads):\(call.pairs):\(call.referenceReads)")
      ])
  }

  /// POS, REF and ALT.
  private var spelling: (position: Int, reference: String, alternate: String) {
    let position = (call.edit?.interval ?? call.interval).start - 1
    let base = locus.base(at: position).map { String(UnicodeScalar($0)) } ?? "N"
    guard let edit = call.edit else { return (position, base, call.isDeletion ? "<DEL>" : "<DUP>") }
    return (
      position, base + (locus.bases(in: edit.interval)?.text ?? ""),
      base + BaseCode.sequence(edit.replacement).text
    )
  }

  private var length: Int { call.isDeletion ? -call.interval.count : call.interval.count }

  private var information: String {
    guard call.edit == nil else {
      return call.ratio.map { "DEPTHRATIO=\(Hundredths.text($0))" } ?? "."
    }
    var fields = [
      "SVTYPE=\(call.isDeletion ? "DEL" : "DUP")", "END=\(call.interval.end)", "SVLEN=\(length)",
    ]
    if !call.isPrecise {
      fields += [
        "IMPRECISE", "CIPOS=-\(call.margin),\(call.margin)", "CIEND=-\(call.margin),\(call.margin)",
      ]
    }
    if let ratio = call.ratio { fields.append("DEPTHRATIO=\(Hundredths.text(ratio))") }
    return fields.joined(separator: ";")
  }

}
