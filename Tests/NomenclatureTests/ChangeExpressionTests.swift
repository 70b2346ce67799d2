import Genome
import Testing

@testable import Nomenclature

@Suite struct ChangeExpressionTests {
  private func read(
    _ text: String, last: Int? = nil
  ) throws(NameError) -> ChangeExpression<Int>.Operation {
    try OperationReader(name: "c.1\(text)").read(text[...], first: 1, last: last).operation
  }

  private func bases(_ text: String) throws -> BaseSequence { try #require(BaseSequence(text)) }

  @Test func everyOperationIsRead() throws {
    #expect(
      try read("A>G") == .substitution(reference: bases("A"), alternate: bases("G")))
    #expect(try read("del") == .deletion(.nothing))
    #expect(try read("delAAG", last: 3) == .deletion(.bases(bases("AAG"))))
    #expect(try read("del3", last: 3) == .deletion(.count(3)))
    #expect(try read("dup", last: 3) == .duplication(.nothing))
    #expect(try read("dupAAG", last: 3) == .duplication(.bases(bases("AAG"))))
    #expect(try read("inv", last: 3) == .inversion(.nothing))
    #expect(try read("insGG", last: 2) == .insertion(bases("GG")))
    #expect(
      try read("delinsGC", last: 2)
        == .deletionInsertion(deleted: .nothing, inserted: bases("GC")))
    #expect(
      try read("delTTinsGC", last: 2)
        == .deletionInsertion(deleted: .bases(bases("TT")), inserted: bases("GC")))
    #expect(try read("=") == .identity(.nothing))
  }

  @Test(arguments: [
    "", "A", "A>", ">A", "A>N", "A>R", "insA", "delins", "delinsN", "insN[10]", "AG[5]", "con",
    "del٣", "A>G>C",
  ])
  func whatIsNoOperationIsRefused(_ text: String) {
    #expect(throws: NameError.self) { try read(text) }
  }

  @Test func aNameCutOffByTheShellIsExplained() throws {
    let error = try #require(throws: NameError.self) { try read("C") }
    #expect(error.cause.contains("quotes"))
  }
}
