import Flow
import Genome
import ReferenceBundle
import Reporting
import Testing

extension Fixture {
  /// With the English counselling text that ships.
  static func shippedContext() throws -> ReportContext {
    var context = context
    let text = try #require(try ReferenceBundle.embedded().text("en"))
    context.counselling = text.counselling.sentences.map {
      CounsellingSentence(
        key: $0.key, finding: Finding(rawValue: $0.finding),
        completeness: Completeness(rawValue: $0.completeness), sex: $0.sex, text: $0.text,
        source: $0.source)
    }
    return context
  }
}
