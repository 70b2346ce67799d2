import Flow
import Genome
import Nomenclature
import Settings

@testable import Classification

/// The text of `docs/classification.md`.
struct ClassificationReport {
  let bench: Bench
  let rows: [ClinVarRow]

  /// A row with what the rules alone make of it, nothing given and with a frequency file that covers
  /// every place and has none of the alleles.
  struct Outcome {
    let row: ClinVarRow
    let bare: ClassifiedVariant
    let absent: ClassifiedVariant

    var name: String {
      let mane = bare.annotated.mane
      return [mane?.codingName, mane?.proteinName].compactMap { $0 }.joined(separator: " ")
    }
  }

  /// Rows beyond the transcript's ends are not classified and left out.
  var outcomes: [Outcome] {
    rows.map { row in
      Outcome(
        row: row, bare: bench.classify(.sequence(row.change)),
        absent: bench.classify(.sequence(row.change), evidence: .absent))
    }.filter { $0.bare.rules != nil }
  }

  func text() -> String {
    let outcomes = outcomes
    return [
      head, bounds, figures(outcomes), nulls(outcomes), benign(outcomes),
      WhatIf(bench: bench, outcomes: outcomes).text, walk,
    ].joined(separator: "\n")
  }

  private var head: String {
    """
    # Classification: what the rules alone give

    Written by `make validate`; a test fails where this page and the program differ. Policy
    `Reference/AcmgRules.yaml` version \(bench.policy.version). No ClinGen expert panel covers FOXP3: the
    general recommendations are applied by this program's policy, which a laboratory has to approve. How it gives its
    own: [profiles.md](profiles.md#a-laboratorys-own-policy).

    """
  }

  private var bounds: String {
    let population = bench.policy.population
    return """
      ## Frequencies

      BS1 asks for a filtering allele frequency above \(TooFrequentRule.derivation(population)).
      PM2 (supporting only) asks for absence from a file that covers the position, or a frequency of at
      most \(ShareText.text(population.maximumCredibleFrequency)). BA1 asks for more than \
      \(ShareText.text(population.standAloneFrequency.value)). BA1 and BS1 look at counts among at least \(population.benignChromosomes.value)
      chromosomes, and one copy shows no frequency; where a file counts males, their own count (among as many) has to show it
      too. Raw frequencies never count as benign.

      """
  }

  private func figures(_ outcomes: [Outcome]) -> String {
    var lines = [
      "## ClinVar at one star or more, table switched off", "",
      "\(outcomes.count) variants inside the transcript. \"Absent\": as if a frequency file covered the",
      "place and did not have the allele, which is an assumption for pathogenic variants and an",
      "unfavourable one for benign ones. No scores are given: what they would change is further down.",
      "",
      "| ClinVar | kind | given | n | P | LP | uncertain | LB | B |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for isPathogenic in [true, false] {
      for stratum in ClinVarRow.Stratum.allCases {
        let group = outcomes.filter {
          $0.row.isPathogenic == isPathogenic && $0.row.stratum == stratum
        }
        guard !group.isEmpty else { continue }
        let word = isPathogenic ? "P, LP" : "B, LB"
        lines.append(Self.line(word, stratum.rawValue, "nothing", group.map(\.bare.clinicalClass)))
        lines.append(Self.line(word, stratum.rawValue, "absent", group.map(\.absent.clinicalClass)))
      }
    }
    return (lines + [""]).joined(separator: "\n")
  }

  static func line(
    _ word: String, _ kind: String, _ given: String, _ classes: [ClinicalClass]
  ) -> String {
    let order: [ClinicalClass] = [
      .pathogenic, .likelyPathogenic, .uncertain, .likelyBenign, .benign,
    ]
    let counts = order.map { wanted in String(classes.count { $0 == wanted }) }
    return "| \(word) | \(kind) | \(given) | \(classes.count) | "
      + counts.joined(separator: " | ") + " |"
  }

  /// Nonsense, frameshift and splice rows one by one.
  private func nulls(_ outcomes: [Outcome]) -> String {
    var lines = [
      "## Null variants of ClinVar, one by one", "",
      "| variant | ClinVar | PVS1 | class, absent | why |", "| --- | --- | --- | --- | --- |",
    ]
    for outcome in outcomes where outcome.row.isPathogenic && outcome.row.stratum == .null {
      let result = outcome.absent.rules?.result(.pvs1)
      lines.append(
        "| \(outcome.name) | \(outcome.row.classification) | \(result?.code ?? "") "
          + "\(result?.outcomeName ?? "") | \(outcome.absent.clinicalClass.words) | "
          + "\(result?.fact ?? "") |")
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private func benign(_ outcomes: [Outcome]) -> String {
    let rows = outcomes.filter { !$0.row.isPathogenic }
    let reached = rows.count { $0.bare.clinicalClass.isBenignOrLikely }
    var missing: [String: Int] = [:]
    for row in rows where !row.bare.clinicalClass.isBenignOrLikely {
      for result in row.bare.rules?.results ?? [] {
        guard [.ba1, .bs1, .bp4, .bp7].contains(result.criterion), let need = result.missing else {
          continue
        }
        missing["\(result.criterion.rawValue): \(need)", default: 0] += 1
      }
    }
    let needs = missing.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      "| \($0.key) | \($0.value) |"
    }
    return
      ([
        "## Benign variants of ClinVar", "",
        "\(reached) of \(rows.count) reach likely benign or benign with nothing given (by the short",
        "built-in list of frequencies, which this comparison does not use, some more would). What the",
        "others lack, in number of variants:", "", "| evidence | variants |", "| --- | --- |",
      ] + needs + [""]).joined(separator: "\n")
  }

  // MARK: PVS1 through the gene

  private var walk: String {
    var lines = [
      "## PVS1 through the gene", "",
      "A stop and a lost base in the middle of each exon, its splice sites, its deletion and duplication; the start.",
      "", "| exon | change | PVS1 | fact |", "| --- | --- | --- | --- |",
    ]
    lines.append(row("2", "start codon lost (c.3G>A)", try? bench.classify("c.3G>A")))
    for exon in 1...bench.map.transcript.exons.count {
      for (what, change) in changes(of: exon) {
        lines.append(row("\(exon)", what, bench.classify(change)))
      }
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private func row(_ exon: String, _ what: String, _ variant: ClassifiedVariant?) -> String {
    let result = variant?.rules?.result(.pvs1)
    let strength = result?.strength?.words ?? "none"
    let caveat = result?.caveats.isEmpty == false ? " Caveat: exon 3." : ""
    return "| \(exon) | \(what) | \(strength) | \(result?.fact ?? "")\(caveat) |"
  }

  private func changes(of exon: Int) -> [(String, NormalisedVariant.Change)] {
    let map = bench.map
    let interval = map.transcript.exons[exon - 1]
    var changes: [(String, NormalisedVariant.Change)] = []
    if let coding = interval.intersection(map.transcript.coding) {
      let middle = (coding.start + coding.end) / 2
      if let stop = stop(around: middle) { changes.append(("stop gained", .sequence(stop))) }
      changes.append(
        ("frameshift, one base deleted", .sequence(deletion(Interval(middle, middle)))))
    }
    if exon > 1 {
      changes.append(("acceptor lost", .sequence(adenine(at: interval.end + 1))))
    }
    if exon < map.transcript.exons.count {
      changes.append(("donor lost", .sequence(adenine(at: interval.start - 1))))
    }
    let whole = Interval(interval.start - 20, interval.end + 20)
    return changes + [
      ("exon deleted", .structural(StructuralChange(kind: .deletion, interval: whole))),
      ("exon duplicated", .structural(StructuralChange(kind: .duplication, interval: whole))),
    ]
  }

  /// The codon at a position replaced by TAG, where it lies in one exon.
  private func stop(around position: Int) -> SequenceChange? {
    let map = bench.map
    guard let place = map.transcriptPosition(of: position) else { return nil }
    let first = place - (place - map.codingStart) % 3
    guard let high = map.genomicPosition(ofTranscript: first),
      map.isWithinOneExon(Interval(high - 2, high)),
      let bases = map.locus.bases(in: Interval(high - 2, high)), let stop = BaseSequence("CTA")
    else { return nil }
    return SequenceChange(start: high - 2, reference: bases, alternate: stop).leftAligned(
      on: map.locus)
  }

  /// The intron's outermost base, G on the transcript, replaced by A.
  private func adenine(at position: Int) -> SequenceChange {
    SequenceChange(
      start: position,
      reference: bench.map.locus.bases(in: Interval(position, position)) ?? BaseSequence(),
      alternate: BaseSequence([UInt8(ascii: "T")]))
  }

  private func deletion(_ interval: Interval) -> SequenceChange {
    SequenceChange(
      start: interval.start, reference: bench.map.locus.bases(in: interval) ?? BaseSequence(),
      alternate: BaseSequence()
    ).leftAligned(on: bench.map.locus)
  }
}
