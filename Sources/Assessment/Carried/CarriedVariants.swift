import Flow
import Genome
import Settings

/// The variants of the file that the sample carries, each with zygosity and confidence.
struct CarriedVariants: Sendable {
  let input: SampleInput
  let facts: GeneFacts
  let confidence: CallConfidence
  let zygosity: ZygosityRule

  private let repeated: RepeatedCalls

  init(
    input: SampleInput, facts: GeneFacts, confidence: CallConfidence, zygosity: ZygosityRule
  ) {
    self.input = input
    self.facts = facts
    self.confidence = confidence
    self.zygosity = zygosity
    repeated = RepeatedCalls(input: input, locus: facts.locus, confidence: confidence)
  }

  /// In plus-strand order; equal places keep the input's order.
  func assess() -> [SampleVariant] {
    let carried =
      input.column == nil
      ? input.variants.map(withoutGenotype)
      : CopyLeftByDeletion(input: input).settled(
        UntoldOtherCopy(input: input).settled(
          ExcludedAlleles(SpanningAlleles(input.variants.compactMap(carried)).settled()).settled()))
    return ToldInPieces(carried: carried, input: input).settled().enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  private func place(_ variant: SampleVariant) -> Int {
    let normalised = variant.classified.annotated.normalised
    return normalised.referenceInterval?.start ?? 0
  }

  private func withoutGenotype(_ classified: ClassifiedVariant) -> SampleVariant {
    SampleVariant(
      classified: classified, genotypeText: ".",
      filterText: filterText(classified.annotated.normalised.parts), zygosity: .unknown,
      besideGene: facts.outside.side(of: classified.annotated.normalised))
  }

  /// `nil` where the sample does not carry every part.
  private func carried(_ classified: ClassifiedVariant) -> SampleVariant? {
    let parts = classified.annotated.normalised.parts
    let calls = parts.compactMap { part -> SampleCall? in
      guard let call = input.call(at: part.record), let genotype = call.genotype,
        genotype.carries(part.alleleIndex)
      else { return nil }
      return call
    }
    guard !parts.isEmpty, calls.count == parts.count else { return nil }
    let verdict =
      repeated.openCopies(ofJoined: classified.annotated.normalised).map {
        ZygosityRule.Verdict(zygosity: contradicted, note: $0)
      }
      ?? combined(
        zip(parts, calls).map { self.verdict($0, $1, classified.annotated.normalised) },
        reads: zip(parts, calls).map {
          ($1.reads(of: $0.alleleIndex), $1.fraction(of: $0.alleleIndex))
        })
    return SampleVariant(
      classified: classified,
      genotypeText: calls.map { $0.genotype?.text ?? "." }.joined(separator: ","),
      filterText: filterText(parts), zygosity: verdict.zygosity, zygosityNote: verdict.note,
      mayLackOtherCopy: verdict.mayLackOtherCopy, depth: calls.compactMap(confidence.depth).min(),
      alleleFraction: zip(parts, calls).compactMap { $1.fraction(of: $0.alleleIndex) }.min(),
      genotypeQuality: calls.compactMap(\.genotypeQuality).min(),
      unconfirmedReasons: unique(
        zip(parts, calls).flatMap(doubts) + unsureLengths(classified.annotated)
          + parts.compactMap { repeated.doubt($0, classified.annotated.normalised) }),
      besideGene: facts.outside.side(of: classified.annotated.normalised))
  }

  /// Of one allele in two records that count its copies otherwise: a male's are of one X, so that one of them does not
  /// fit his sex.
  private var contradicted: Zygosity {
    zygosity.sex.assessment.sex == .male ? .conflict : .unknown
  }

  private func verdict(
    _ part: ReadVariant, _ call: SampleCall, _ normalised: NormalisedVariant
  ) -> ZygosityRule.Verdict {
    guard let genotype = call.genotype else { return ZygosityRule.Verdict(zygosity: .unknown) }
    if let open = repeated.openCopies(part, genotype, normalised) {
      return ZygosityRule.Verdict(zygosity: contradicted, note: open)
    }
    return zygosity.judge(
      genotype, allele: part.alleleIndex, fraction: call.fraction(of: part.alleleIndex),
      reads: call.reads(of: part.alleleIndex), depth: confidence.depth(of: call),
      quality: call.genotypeQuality,
      isDuplication: part.alternate.hasPrefix("<DUP"),
      neither: call.lacksReference ? call.untoldReads(beside: part.alleleIndex) : nil)
  }

  private func doubts(_ part: ReadVariant, _ call: SampleCall) -> [String] {
    confidence.doubts(ofAlternate: call, in: part.record)
  }

  /// Why the frame is open; in an intron or an untranslated region there is none that could be.
  private func unsureLengths(_ annotated: AnnotatedVariant) -> [String] {
    guard annotated.mane?.impact != .modifier else { return [] }
    return annotated.normalised.parts.compactMap { UnsureLength(record: $0.record).doubt }
  }

  /// Parts of one haplotype are carried alike; where their calls say otherwise it is not known how. `reads`: how many
  /// each has, and which share. Reads without one are of the other copy: that may be lost where chance does not give a
  /// heterozygous allele so many as the part with the least share has.
  private func combined(
    _ verdicts: [ZygosityRule.Verdict], reads: [(count: Int, share: Double?)]
  ) -> ZygosityRule.Verdict {
    guard let first = verdicts.first else { return ZygosityRule.Verdict(zygosity: .unknown) }
    let notes = unique(verdicts.compactMap(\.note))
    let note = notes.isEmpty ? nil : notes.joined(separator: " ")
    if verdicts.allSatisfy({ $0.zygosity == first.zygosity }) {
      return ZygosityRule.Verdict(
        zygosity: first.zygosity, note: note,
        mayLackOtherCopy: verdicts.allSatisfy(\.mayLackOtherCopy))
    }
    if verdicts.allSatisfy({ $0.zygosity == .heterozygous || $0.mayLackOtherCopy }),
      let least = zip(verdicts, reads).min(by: { $0.1.share ?? 1 < $1.1.share ?? 1 })
    {
      let isChance = ChanceOfHalf.explains(least.1.count, share: least.1.share ?? 0.5)
      guard isChance else { return verdicts.first(where: \.mayLackOtherCopy) ?? least.0 }
      return ZygosityRule.Verdict(zygosity: least.0.zygosity, note: note)
    }
    let differ = "The parts of this allele are called with different zygosities."
    return ZygosityRule.Verdict(
      zygosity: verdicts.contains { $0.zygosity == .conflict } ? .conflict : .unknown,
      note: [differ, note].compactMap { $0 }.joined(separator: " "))
  }

  private func filterText(_ parts: [ReadVariant]) -> String {
    let texts = parts.map { part in
      part.record.filters.isEmpty ? "." : part.record.filters.joined(separator: ";")
    }
    return texts.isEmpty ? "." : texts.joined(separator: ",")
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension NormalisedVariant {
  /// The reference bases it speaks of, 1-based; the record's for an allele that can't be assessed.
  var referenceInterval: Interval? {
    switch change {
    case .sequence(let change): change.interval
    case .structural(let change): change.interval
    case .notAssessable: parts.first?.record.interval
    }
  }
}
