import Flow
import Genome

/// A structural call as a record with a symbolic ALT (VCF 4.2, section 3).
struct StructuralRecord {
  let call: StructuralCall
  let contig: String
  let locus: Locus

  /// `number` is set when all records are in order.
  var record: ReadRecord {
    let position = call.interval.start - 1
    let base = locus.base(at: position).map { String(UnicodeScalar($0)) } ?? "N"
    let alternate = call.isDeletion ? "<DEL>" : "<DUP>"
    let filters = call.filters.isEmpty ? ["PASS"] : call.filters.map(\.rawValue)
    let fixed = [
      contig, String(position), ".", base, alternate, String(call.quality),
      filters.joined(separator: ";"), information,
    ]
    let text = call.genotype.map(String.init).joined(separator: "/")
    return ReadRecord(
      number: 0, contig: contig, position: position, end: call.interval.end, reference: base,
      alternates: [alternate],
      structuralLengths: [call.isDeletion ? -call.interval.count : call.interval.count],
      quality: Double(call.quality), filters: filters, fixedText: fixed.joined(separator: "\t"),
      formatText: "GT:GQ:SR:PR:RR",
      calls: [
        SampleCall(
          genotype: Genotype(alleles: call.genotype, isPhased: false, text: text),
          genotypeQuality: Double(call.quality),
          text: "\(text):\(call.quality):\(call.splitReads):\(call.pairs):\(call.referenceReads)")
      ])
  }

  private var information: String {
    let length = call.isDeletion ? -call.interval.count : call.interval.count
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
