import Flow
import Genome
import Testing

@testable import Reporting

/// A call of more than half of X is a question of the karyotype, and nobody's copies are told beside it.
@Suite struct ChromosomeNumberTests {
  @Test(arguments: ["<DEL>", "<DUP>"]) func theKaryotypeIsAskedFor(_ alternate: String) throws {
    var result = Fixture.carrierFemale
    #expect(try Fixture.counsel(result).contains("one of her two copies"))
    var call = Fixture.carried(Fixture.arg397Trp(), .heterozygous, genotype: "0/1")
    call.classified.annotated.normalised.change = .notAssessable(.chromosomeNumber(alternate))
    call.classified.clinicalClass = .notEvaluated
    result.variants.append(call)
    #expect(try !Fixture.counsel(result).contains("one of her two copies"))
    let steps = NextSteps(person: TestedPerson(result: result)).sentences.joined(separator: " ")
    #expect(steps.contains("Have the karyotype examined"))
    #expect(!steps.contains("assessed by hand"))
  }
}
