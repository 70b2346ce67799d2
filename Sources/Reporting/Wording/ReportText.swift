import Flow
import Genome

/// The sentences around a result: what the report is, how it was made, and what it can't say.
struct ReportText {
  let result: SampleResult
  let context: ReportContext

  /// At the head of the report and on each printed page.
  static let disclaimer = [
    "Draft until released by the laboratory's authorised person.",
    "Not a cleared medical device.",
    "Confirm by an orthogonal method.",
    "To be validated by the laboratory before clinical use.",
  ]

  static let scheme =
    "ACMG/AMP 2015 terms (Richards et al., PMID 25741868), applied to IPEX syndrome"

  /// What was looked at, after the reasons, which already tell of places that were not.
  var completeness: String? {
    guard let conclusion = result.conclusion else {
      return "A file without samples says nothing on what was looked at in a person."
    }
    if conclusion.obstacle == .origin {
      return "What was looked at is told below, but the DNA may be another person's."
    }
    guard conclusion.completeness == .incomplete else { return conclusion.completeness.sentence }
    let isRead = result.ledger.allSatisfy { $0.state.isSettled || $0.kind == .copyNumber }
    return isRead
      ? "Every known place of small variants in the ledger below was looked at; what stays open is "
        + "said above." : nil
  }

  /// What was not looked at: open ledger places are counted here and listed in the ledger.
  var notLookedAt: [String] {
    var sentences: [String] = []
    if let openPlaces { sentences.append(openPlaces) }
    let gaps = result.exons.filter { !$0.gaps.isEmpty }
    if !gaps.isEmpty {
      let exons = gaps.map { String($0.exon) }
      sentences.append(
        "Not fully covered: exon\(exons.count == 1 ? "" : "s") \(Words.list(exons)) "
          + "with splice sites (the stretches are in the coverage table).")
    }
    return sentences + neverLookedAt
  }

  /// What no input of this program settles by itself, after the places of the ledger.
  var neverLookedAt: [String] {
    var sentences: [String] = []
    if result.exons.isEmpty {
      sentences.append("Coverage could not be assessed from this input.")
    }
    if !result.copyNumber.isAssessed { sentences.append(copyNumber) }
    return sentences + [
      "Deep introns, the promoter and distant regulatory regions: variants there are reported "
        + "where the data show them, but their absence is not shown.",
      "Other genes, the neighbouring CCDC22 among them.",
    ]
  }

  /// The places of the ledger that the data don't settle: by name where they are few; the ledger
  /// holds them all.
  private var openPlaces: String? {
    let counts = LedgerCounts(result.ledger)
    let open = result.ledger.filter { $0.kind != .copyNumber && !$0.state.isSettled }
    if open.isEmpty { return nil }
    if counts.settled == 0 {
      return "None of the \(counts.places) \(LedgerCounts.kind) is settled by the data."
    }
    let most = 12
    let names = open.prefix(most).map { "\($0.identifier) (\($0.name))" }
    let more = open.count > most ? ["\(open.count - most) more, all in the ledger"] : []
    return "Not settled by the data: \(counts.unseen): "
      + Words.list(names + more) + "."
  }

  private var copyNumber: String {
    let sentence = result.copyNumber.sentence
    guard result.provenance.isOfVariants else { return sentence }
    return sentence + " Deletions and duplications of exons or of the whole gene are reported only "
      + "where the file lists them."
  }

  var recommendations: [String] { NextSteps(person: context.person(of: result)).sentences }

  var methods: [String] {
    let provenance = result.provenance
    var sentences = [
      input,
      "Build: \(provenance.assembly.rawValue), shown by: "
        + provenance.assemblyProofs.map(Words.clause).joined(separator: "; ") + ".",
      "Locus: \(locus), reached by \(provenance.way); completeness: "
        + Words.clause(provenance.wayProof) + ".",
      "Names: HGVS on NM_014009.4 (MANE Select) and NM_001114377.2; protein names are predictions "
        + "from the sequence; exon numbers count the non-coding exon 1.",
    ]
    if result.copyNumber.isAssessed { sentences.append(result.copyNumber.sentence) }
    sentences.append(classification)
    sentences.append(
      "Thresholds and other settings: profile \(context.versions.profile), listed under Versions.")
    return sentences.map(Words.sentence)
  }

  private var input: String {
    guard result.provenance.isOfVariants else {
      return "Input: \(result.provenance.format); variants, reference and copy number were called "
        + "from its reads by this program."
    }
    let reads =
      result.copyNumber == .notAssessed(reason: CopyNumberReading.needsReads)
      ? "the reads behind it were not looked at"
      : "the sample's reads were looked at where it says nothing (see the notes)"
    return "Input: \(result.provenance.format); \(reads)."
  }

  private var locus: String {
    guard let interval = context.locusIntervals[result.provenance.assembly] else {
      return "FOXP3 on contig \(result.provenance.contig)"
    }
    return "\(result.provenance.contig):\(DecimalText.grouped(interval.start))-"
      + DecimalText.grouped(interval.end)
  }

  private var classification: String {
    "Class: by the curated IPEX table \(context.versions.table), matched by the resulting allele, "
      + "else by the ACMG/AMP 2015 criteria (PMID 25741868) with the ClinGen refinements, combined by "
      + "points (PMC8011844); what the criteria say is shown for every variant."
  }

  /// What a reader must not take the report for.
  var limits: [String] {
    var sentences = [
      "Only FOXP3 was examined; an unremarkable result does not exclude IPEX syndrome or a "
        + "condition like it.",
      "What the input does not list can't be reported, such as variants in filtered reads or in "
        + "regions hard to map.",
    ]
    if result.hasGenotypes, result.sex.sex == .unknown {
      sentences.insert(
        "The sex was not given and could not be inferred: the number of copies can't be stated.",
        at: 0)
    } else if result.hasGenotypes, result.sex.source == .inferred {
      sentences.insert("The sex was inferred from the data; check it against the record.", at: 0)
    }
    if result.hasGenotypes {
      sentences += CaseText(patientCase: result.patientCase ?? PatientCase()).limits
    }
    let choice = CounsellingChoice(result: result, context: context)
    return sentences + choice.limits.map(\.text)
  }

  var counselling: [CounsellingSentence] {
    CounsellingChoice(result: result, context: context).counselling
  }
}

extension Provenance {
  /// Of a variant file, with or without reads beside it.
  var isOfVariants: Bool { format.hasPrefix("VCF") || format.hasPrefix("BCF") }
}
