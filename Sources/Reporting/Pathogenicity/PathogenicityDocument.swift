import Flow
import Genome

/// Each classification as a statement of GA4GH's Variant Annotation Specification (VA-Spec 1.0,
/// profile ACMG 2015), and by name the variants that have no class and so no statement.
struct PathogenicityDocument {
  let result: SampleResult
  let context: ReportContext

  /// Writes the document in pieces of about a megabyte.
  func write(to sink: ([UInt8]) throws -> Void) throws {
    var text = JSONText()
    text.append(byte: UInt8(ascii: "{"))
    for member in head {
      text.newLine(1)
      text.append(key: member.key)
      text.append(member.value, depth: 1)
      text.append(byte: UInt8(ascii: ","))
    }
    try append("statements", statement, &text, to: sink)
    text.append(byte: UInt8(ascii: ","))
    try append("withoutStatement", omission, &text, to: sink)
    text.newLine(0)
    text.append(byte: UInt8(ascii: "}"))
    text.newLine(0)
    try sink(text.take())
  }

  private var head: [JSONMember] {
    [
      JSONMember(key: "schemaVersion", value: "1.0"),
      JSONMember(
        key: "specification", value: "GA4GH VA-Spec 1.0, VariantPathogenicityStatement (ACMG 2015)"),
      JSONMember(key: "tool", value: "foxp3 \(context.versions.tool)"),
      JSONMember(key: "table", value: .string(context.versions.table)),
      JSONMember(key: "runDate", value: .string(context.runDate)),
      JSONMember(key: "status", value: "draft"),
      JSONMember(key: "disclaimer", value: .array(ReportText.disclaimer.map { .string($0) })),
      JSONMember(key: "sample", value: result.hasGenotypes ? .string(result.sample) : .null),
    ]
  }

  /// A list under `key`, with an item for each variant that `item` gives one.
  private func append(
    _ key: String, _ item: (ClassifiedVariant) -> JSONValue?, _ text: inout JSONText,
    to sink: ([UInt8]) throws -> Void
  ) throws {
    text.newLine(1)
    text.append(key: key)
    text.append(byte: UInt8(ascii: "["))
    var isFirst = true
    for variant in DistinctAlleles.of(result.variants) {
      guard let value = item(variant.classified) else { continue }
      if !isFirst { text.append(byte: UInt8(ascii: ",")) }
      isFirst = false
      text.newLine(2)
      text.append(value, depth: 2)
      if text.count > 1 << 20 { try sink(text.take()) }
    }
    if !isFirst { text.newLine(1) }
    text.append(byte: UInt8(ascii: "]"))
  }

  private func statement(_ classified: ClassifiedVariant) -> JSONValue? {
    PathogenicityStatement(classified)?.value(tool: context.versions.tool)
  }

  private func omission(_ classified: ClassifiedVariant) -> JSONValue? {
    guard PathogenicityStatement(classified) == nil else { return nil }
    let place = VariantPlace(classified.annotated, provenance: result.provenance)
    return [
      "variant": .string(classified.annotated.placement?.genomicName ?? place.text),
      "reason": .string(classified.annotated.normalised.obstacle ?? classified.reason),
    ]
  }
}
