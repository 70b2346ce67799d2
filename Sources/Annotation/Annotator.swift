public import Flow
public import Genome
public import Nomenclature

/// Names a normalised variant and says what it does to each transcript.
public struct Annotator: Sendable {
  private let maps: [Assembly: [TranscriptMap]]
  private let alignment: BuildAlignment
  private let order: ConsequenceOrder
  private let regions: [ProteinRegion]

  /// `transcripts` of each build, MANE Select first.
  public init(
    transcripts: [Assembly: [Transcript]], alignment: BuildAlignment, order: ConsequenceOrder,
    regions: [ProteinRegion]
  ) {
    self.maps = Dictionary(
      uniqueKeysWithValues: transcripts.map { assembly, transcripts in
        let locus = alignment.locus(assembly)
        return (assembly, transcripts.map { TranscriptMap(transcript: $0, locus: locus) })
      })
    self.alignment = alignment
    self.order = order
    self.regions = regions
  }

  /// Its names on both builds and what it does to each transcript; one that can't be assessed has neither.
  public func annotate(_ variant: NormalisedVariant) -> AnnotatedVariant {
    switch variant.change {
    case .sequence(let change): named(variant, change)
    case .structural(let change): structural(variant, change)
    case .notAssessable:
      AnnotatedVariant(
        normalised: variant, placement: nil, otherPlacement: nil, transcripts: [])
    }
  }

  private func named(
    _ variant: NormalisedVariant, _ change: SequenceChange
  ) -> AnnotatedVariant {
    let other = alignment.change(change, from: variant.assembly)
    let annotations = annotators(variant.assembly).map { $0.annotation(of: change) }
    let isReference = alignment.isReferenceOfOther(change, from: variant.assembly)
    return AnnotatedVariant(
      normalised: variant,
      placement: placement(of: change, on: alignment.locus(variant.assembly)),
      otherPlacement: other.flatMap {
        placement(of: $0, on: alignment.locus(variant.assembly.other))
      },
      vrsIdentifier: (variant.assembly == .grch38 ? change : other).map {
        VRSIdentifier(locus: alignment.locus(.grch38)).identifier(of: $0)
      },
      transcripts: annotations,
      mayActBeyondTerms: effect(variant.assembly)?.isPossible(change) ?? false,
      isReferenceOfGRCh38: isReference && variant.assembly == .grch37,
      notes: (isReference ? [buildNote(variant.assembly)] : [])
        + (structureNotes(change, variant.assembly)
          ?? notes(change.interval, variant.assembly) + siteNotes(change, variant.assembly)))
  }

  private func structural(
    _ variant: NormalisedVariant, _ change: StructuralChange
  ) -> AnnotatedVariant {
    let locus = alignment.locus(variant.assembly)
    let anchor = change.interval.start - 1
    let reference = locus.bases(in: Interval(anchor, anchor))?.text ?? "N"
    let place = UncertainEnds.text(change.rightAligned(on: locus)) {
      $0 == 1 || $0 == locus.chromosomeLength ? "?" : "\($0)"
    }
    return AnnotatedVariant(
      normalised: variant,
      placement: Placement(
        assembly: variant.assembly, position: anchor, reference: reference,
        alternate: "<\(change.kind.rawValue)>",
        genomicName: "\(locus.accession):g.\(place)\(UncertainEnds.operation(change))",
        spdi: nil),
      otherPlacement: nil,
      transcripts: annotators(variant.assembly).map { $0.annotation(of: change) },
      mayActBeyondTerms: effect(variant.assembly)?.isPossible(change) ?? false,
      notes: exonNotes(change, variant.assembly) + untoldNotes(change))
  }

  private func untoldNotes(_ change: StructuralChange) -> [String] {
    change.unspelledBases > 0
      ? [
        "\(change.unspelledBases) bases come in at its ends: where these lie within one exon, what they make of it can't "
          + "be said"
      ] : []
  }

  private func annotators(_ assembly: Assembly) -> [TranscriptAnnotator] {
    (maps[assembly] ?? []).map {
      TranscriptAnnotator(map: $0, order: order, regions: regions)
    }
  }

  private func effect(_ assembly: Assembly) -> EffectBeyondTerms? {
    maps[assembly]?.first.map(EffectBeyondTerms.init)
  }

  /// How far beyond the transcript's end a change stands, for which only a `g.` name exists.
  private func notes(_ touched: Interval, _ assembly: Assembly) -> [String] {
    guard let extent = maps[assembly]?.first?.transcript.extent else { return [] }
    let name = maps[assembly]?.first?.transcript.accession ?? ""
    if touched.start > extent.end {
      return ["\(touched.start - extent.end) bases upstream of \(name)"]
    }
    if touched.end < extent.start {
      return ["\(extent.start - touched.end) bases downstream of \(name)"]
    }
    return []
  }

  /// `nil` for what neither doubles nor turns round a stretch.
  private func structureNotes(_ change: SequenceChange, _ assembly: Assembly) -> [String]? {
    maps[assembly]?.first?.structure(of: change).map { exonNotes($0, assembly) }
  }

  private func buildNote(_ assembly: Assembly) -> String {
    "it is the reference sequence of \(assembly.other.rawValue): the builds differ here"
  }

  /// A splice site that stands twice.
  private func siteNotes(_ change: SequenceChange, _ assembly: Assembly) -> [String] {
    guard let map = maps[assembly]?.first else { return [] }
    if map.repeatsAcceptor(change) {
      return [
        "an acceptor stands before the changed bases and again behind them: the protein name is for the "
          + "first, with the second the exon of \(map.transcript.accession) is read without the change"
      ]
    }
    guard map.repeatedDonor(by: change) != nil else { return [] }
    let protein = map.proteinBehindSecondDonor(change)?.name
    return [
      "a donor stands before the changed bases and again behind them: the terms are for the first, with "
        + "the second the exon of \(map.transcript.accession) is read with the change"
        + (protein.map { ", \($0)" } ?? "")
    ]
  }

  private func exonNotes(_ change: StructuralChange, _ assembly: Assembly) -> [String] {
    guard let map = maps[assembly]?.first else { return [] }
    switch change.precision {
    case .exact: return [exons(change, change.interval, map)]
    case .unknown:
      return [
        "its ends are not exact, and the file does not say how far off they may be",
        exons(change, change.interval, map) + " by the ends as written",
      ]
    case .within(let first, let last):
      let (least, most) = (change.narrowest ?? change.interval, change.widest ?? change.interval)
      return [
        "its ends are not exact: \(range(first, assembly)), and \(range(last, assembly))",
        "at the least it \(exons(change, least, map)), at the most it \(exons(change, most, map))",
      ]
    }
  }

  private func range(_ places: Interval, _ assembly: Assembly) -> String {
    guard alignment.locus(assembly).isEndless(places) else {
      return "\(places.start) to \(places.end)"
    }
    return places.start == 1
      ? "\(places.end) or anywhere before it" : "\(places.start) or anywhere behind it"
  }

  private func exons(
    _ change: StructuralChange, _ stretch: Interval, _ map: TranscriptMap
  ) -> String {
    let exons = StructuralRule(map: map).exons(within: stretch)
    let verb: String =
      switch change.kind {
      case .deletion: "removes"
      case .duplication: "duplicates"
      case .inversion: "inverts"
      }
    guard let first = exons.first, let last = exons.last else {
      return "\(verb) no whole exon of \(map.transcript.accession)"
    }
    let numbers = first == last ? "exon \(first)" : "exons \(first)-\(last)"
    return "\(verb) \(numbers) of \(map.transcript.exons.count) (\(map.transcript.accession))"
  }

  private func placement(of change: SequenceChange, on locus: Locus) -> Placement? {
    guard let spelling = locus.vcfSpelling(of: change) else { return nil }
    return Placement(
      assembly: locus.assembly, position: spelling.position, reference: spelling.reference,
      alternate: spelling.alternate, genomicName: locus.genomicName(of: change),
      spdi: locus.spdi(of: change))
  }
}
