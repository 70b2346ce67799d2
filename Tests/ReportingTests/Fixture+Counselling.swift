import Flow
import Genome
import ReferenceBundle
import Testing

@testable import Reporting

extension Fixture {
  /// The shipped counselling sentences that hold for the result, as one text.
  static func counsel(_ result: SampleResult, parents: Set<String> = []) throws -> String {
    var context = Fixture.context
    context.parents = parents
    let text = try #require(try ReferenceBundle.embedded().text("en"))
    context.counselling = text.counselling.sentences.map {
      CounsellingSentence(
        key: $0.key, finding: Finding(rawValue: $0.finding),
        completeness: Completeness(rawValue: $0.completeness), sex: $0.sex, text: $0.text)
    }
    return CounsellingChoice(result: result, context: context).counselling.map(\.text)
      .joined(separator: " ")
  }
}
