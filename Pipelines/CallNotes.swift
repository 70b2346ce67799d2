import Calling
import Flow
import Genome

/// What a reader has to know of the calls made of a sample's reads, each a sentence.
struct CallNotes {
  let calls: SampleCalls
  /// The chromosome as the reads' file names it.
  let contig: String
  /// Of the gene's transcript: what breaks it may be a disease's cause wherever in it.
  let gene: Interval
  let minimumMappingQuality: Int

  /// Places named one by one at the most.
  private static let limit = 5

  var sentences: [String] {
    [calls.use.sentence, calls.copyNumber.sentence] + badlyMapped + unspanned
      + left(calls.clipped.filter { !gene.contains($0) }) + besideReference + primers
      + withoutQualities
  }

  /// What leaves a negative open.
  var doubts: [String] { left(calls.clipped.filter(gene.contains)) + spliced }

  private var besideReference: [String] {
    guard !calls.besideReference.isEmpty else { return [] }
    let list = list(calls.besideReference.map { "\($0)" }, "places")
    return [
      "At \(list) a few reads show the reference beside the variant of the only copy: another person's DNA may be "
        + "in the sample, or not all of the cells have the variant."
    ]
  }

  private var spliced: [String] {
    guard calls.use.areSpliced else { return [] }
    return [
      "\(calls.use.spliced) reads skip introns, as those of RNA do: RNA shows what is expressed, which may be one of two "
        + "alleles, so that the reference is not proven by these reads anywhere; read DNA."
    ]
  }

  private var unspanned: [String] {
    guard !calls.unspanned.isEmpty else { return [] }
    let list = list(calls.unspanned.map { "\($0.start)-\($0.end)" }, "stretches")
    return [
      "Reads lie over \(list), but too few go on beyond it on both sides, as where amplicons meet: an "
        + "insertion or deletion there would not be seen, and the place is not proven by them."
    ]
  }

  private var primers: [String] {
    guard calls.beginsAtFewPlaces else { return [] }
    return [
      "The reads begin at few places, as those of amplicons do. Where primers were neither cut off nor "
        + "clipped, their bases count as read, although they are not the sample's: what lies under "
        + "primers alone is not proven."
    ]
  }

  private func left(_ places: [Int]) -> [String] {
    guard !places.isEmpty else { return [] }
    let list = list(places.map { "\($0)" }, "places")
    return [
      "Reads leave the reference behind \(list), and what they go on with was not found: an insertion, "
        + "inversion or rearrangement may lie there, and the place "
        + "\(places.count > 1 ? "and what lies between is" : "is") not proven by them."
    ]
  }

  private var badlyMapped: [String] {
    guard !calls.badlyMapped.isEmpty else { return [] }
    let list = list(calls.badlyMapped.map { "\($0.start)-\($0.end)" }, "stretches")
    return [
      "Reads lie over \(list), but their mapping quality is under \(minimumMappingQuality): they may "
        + "belong elsewhere, and the place is not proven by them."
    ]
  }

  private var withoutQualities: [String] {
    guard calls.use.withoutQualities > 0 else { return [] }
    return [
      "\(calls.use.withoutQualities) reads have no base qualities; each base was taken to have 20."
    ]
  }

  private func list(_ places: [String], _ what: String) -> String {
    let more = places.count - Self.limit
    return places.prefix(Self.limit).map { "\(contig):\($0)" }.joined(separator: ", ")
      + (more > 0 ? " and \(more) more \(what)" : "")
  }
}
