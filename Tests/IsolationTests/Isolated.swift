import Flow
import HTS
import Isolation

/// What an isolation gives.
struct Isolated {
  var locus: [String] = []
  var elsewhereOnX: [String] = []
  var chromosomeY: [String] = []
  var provenance: Provenance

  init(_ path: String, _ request: IsolationRequest) throws {
    var lines: [RecordPlace: [String]] = [:]
    let isolator = try Isolator(path: path, request: request)
    provenance = try isolator.forEachRecord { record, place in
      lines[place, default: []].append(record.lineText)
    }
    locus = lines[.locus] ?? []
    elsewhereOnX = lines[.elsewhereOnX] ?? []
    chromosomeY = lines[.chromosomeY] ?? []
  }
}
