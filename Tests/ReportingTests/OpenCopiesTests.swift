import Flow
import Genome
import Testing

@testable import Reporting

/// A harmful variant of which the number of copies stays open: nobody waits, and relatives are told.
@Suite struct OpenCopiesTests {
  private func open(
    _ sex: Sex, _ calls: [SampleVariant], _ patientCase: PatientCase? = nil
  ) -> SampleResult {
    var result = Fixture.carrierFemale
    result.sex.sex = sex
    result.variants = calls
    result.conclusion?.finding = .plpStateUnknown
    result.conclusion?.word = .uncertain
    result.patientCase = patientCase
    return result
  }

  private func call(_ zygosity: Zygosity, _ fraction: Double? = nil) -> SampleVariant {
    var call = Fixture.carried(Fixture.arg397Trp(), zygosity, genotype: "0/1", note: "A note.")
    call.alleleFraction = fraction
    return call
  }

  private func steps(_ result: SampleResult) -> String {
    NextSteps(person: TestedPerson(result: result)).sentences.joined(separator: " ")
  }

  /// A boy called with two alleles of one X, a girl whose other copy is open, and a patient of unknown sex.
  @Test(arguments: [
    (Sex.male, Zygosity.conflict, "Have him assessed", "Offer testing to his mother"),
    (.female, .heterozygous, "Have her assessed", "Offer testing to her mother and her father"),
    (.female, .unknown, "Have her assessed", "Offer testing to her mother and her father"),
    (.unknown, .unknown, "Have the patient assessed", "Offer testing to the parents"),
  ])
  func nobodyWaits(sex: Sex, zygosity: Zygosity, care: String, offer: String) throws {
    let result = open(sex, [call(zygosity, 0.95)])
    #expect(steps(result).contains("\(care) clinically and immunologically"), "\(steps(result))")
    #expect(steps(result).contains(offer))
    #expect(!steps(result).contains("stand on one copy or on both"))
    #expect(try Fixture.counsel(result).contains("Male relatives at risk can be tested"))
  }

  @Test func ofTwoUnphasedVariantsNobodyWaits() {
    var other = call(.heterozygous)
    other.classified = Fixture.donor(.likelyPathogenic)
    var result = open(.female, [call(.heterozygous), other])
    result.conclusion?.openCopies = .phase
    let text = steps(result)
    #expect(text.contains("Have her assessed") && text.contains("Offer testing to her mother"))
  }

  /// Variants phased on one copy, or one deletion told twice: something else than their phase is asked for.
  @Test(arguments: [
    (OpenCopies.count, "the sex, and on how many copies the variant stands"),
    (.phase, "on one copy or on both, by the parents' samples or by phasing"),
    (.sameEvent, "one change told twice, and on which copies they are"),
    (.otherCopy, "what the other copy has, and what that does"),
  ])
  func whatIsOpenIsAskedFor(copies: OpenCopies, asked: String) {
    var result = open(.female, [call(.heterozygous)])
    result.conclusion?.openCopies = copies
    #expect(steps(result).contains("\(asked), before anything is said of carrier status"))
  }

  /// A few reads of a female leave an unchanged copy, and may be another's; those of a male are his mosaic.
  @Test func aLowShareAlarmsNoFemale() throws {
    let result = open(.female, [call(.unknown, 0.04)])
    #expect(!steps(result).contains("assessed") && !steps(result).contains("Offer testing"))
    #expect(try !Fixture.counsel(result).contains("Male relatives at risk"))
    #expect(steps(open(.male, [call(.conflict, 0.04)])).contains("Have him assessed"))
  }

  /// The sample may be another's: its patient is seen, and no relative is tested.
  @Test func ofASampleOfAnotherSexNoRelativeIsTested() {
    var result = open(.male, [call(.unknown, 0.95)])
    result.sex.isContradicted = true
    #expect(steps(result).contains("Have him assessed"))
    #expect(!steps(result).contains("Offer testing"))
  }

  @Test func beforeBirthItIsPlannedAndOfTheDeadNot() {
    let villi = PatientCase(
      sample: PatientCase.Sample(
        tissue: .chorionicVilli, takenOn: nil,
        attestation: PatientCase.Attestation(by: "A", on: "2026-01-31")))
    let unborn = steps(open(.female, [call(.unknown, 0.95)], villi))
    #expect(unborn.contains("planned from birth on") && !unborn.contains("Have her assessed"))
    #expect(unborn.contains("Offer testing to her mother") && !unborn.contains("her sons"))
    let dead = PatientCase(head: ReportHead(patient: ReportHead.Patient(death: .onUnknownDay)))
    let text = steps(open(.male, [call(.conflict)], dead))
    #expect(!text.contains("assessed") && text.contains("Offer testing to his mother"))
    #expect(!text.contains("his daughters"))
  }
}
