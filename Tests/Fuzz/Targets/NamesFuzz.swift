import Genome
import Nomenclature
import ReferenceBundle

/// Names: what can be read is printed, and the print is read as the same change.
enum NamesFuzz {
  private static let bundle: ReferenceBundle = {
    do { return try ReferenceBundle.embedded() } catch { fatalError("\(error)") }
  }()
  private static let maps = [Assembly.grch38, .grch37].flatMap { assembly in
    bundle.transcripts(assembly).map {
      TranscriptMap(transcript: $0, locus: bundle.locus(assembly))
    }
  }

  static func hgvs(_ text: String) {
    let name = QualifiedName(text)
    _ = ProteinNameText.canonical(name.description)
    for map in maps {
      if let change = try? HGVSReader.change(codingName: name.description, on: map) {
        checkNames(of: change, on: map)
      }
      if let change = try? HGVSReader.change(genomicName: name.description, on: map.locus) {
        checkNames(of: change, on: map)
      }
    }
  }

  static func spdi(_ text: String) {
    guard let (locus, change) = try? SPDIReader.change(text, on: bundle.loci) else { return }
    let printed = locus.spdi(of: change)
    guard let again = try? SPDIReader.change(printed, on: bundle.loci) else {
      preconditionFailure("\(printed), printed of \(text), can't be read")
    }
    precondition(again.locus.accession == locus.accession && again.change == change)
    for map in maps where map.locus.accession == locus.accession { checkNames(of: change, on: map) }
  }

  private static func checkNames(of change: SequenceChange, on map: TranscriptMap) {
    let change = change.leftAligned(on: map.locus)
    let genomic = QualifiedName(map.locus.genomicName(of: change)).description
    precondition(
      (try? HGVSReader.change(genomicName: genomic, on: map.locus))?.leftAligned(on: map.locus)
        == change, "\(genomic) is read as another change")
    guard let coding = map.codingName(of: change) else { return }
    precondition(
      (try? HGVSReader.change(codingName: coding, on: map))?.leftAligned(on: map.locus) == change,
      "\(coding) is read as another change")
    _ = TranscriptEdit(change, on: map)?.proteinChange()
  }
}
