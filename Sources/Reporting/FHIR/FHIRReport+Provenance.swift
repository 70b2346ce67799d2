import Flow
import Genome

/// What made the report, and from what.
extension FHIRReport {
  var device: JSONValue {
    let versions = context.versions
    let named = [
      ("foxp3", versions.tool), ("htslib", versions.htslib), ("curated table", versions.table),
      ("profile", versions.profile),
    ]
    return [
      "resourceType": "Device",
      "deviceName": [["name": "foxp3", "type": "other"]],
      "version": .array(
        named.map { name, version in
          ["type": FHIRCode.text(name), "value": .string(FHIRText.clean(version))]
        }),
      "note": .array(
        (ReportText.disclaimer + versions.settings.map { "\($0.name)=\($0.value)" }).map {
          ["text": .string(FHIRText.clean($0))]
        }),
    ]
  }

  /// Only the day of the run is known; `recorded`, which has to be an instant, is its first one.
  var provenance: JSONValue {
    [
      "resourceType": "Provenance",
      "target": [reference(.report)],
      "occurredDateTime": FHIRText.day(context.runDate),
      "recorded": "\(context.runDate)T00:00:00Z",
      "agent": [
        [
          "type": FHIRCode.concept(FHIRCode.participant, "assembler", "Assembler"),
          "who": reference(.device),
        ]
      ],
      "entity": [["role": "source", "what": reference(.inputFile)]],
    ]
  }
}
