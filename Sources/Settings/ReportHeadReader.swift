import Genome

extension ReportHead {
  /// The parts of a case file that stand in a report's head; each may be absent. What is wrong is
  /// left with the section.
  init(_ section: inout YAMLSection) {
    self.init()
    let report = part("report", &section) { ReportHead.report(&$0) }
    reportIdentifier = report?.identifier
    reportVersion = report?.version
    addressee = report?.addressee
    patient = part("patient", &section) { ReportHead.patient(&$0) } ?? Patient()
    request = part("request", &section) { ReportHead.request(&$0) } ?? Request()
    laboratory = part("laboratory", &section) { ReportHead.laboratory(&$0) } ?? Laboratory()
  }

  /// A part that is given has to say something.
  private func part<Value>(
    _ key: String, _ section: inout YAMLSection, _ body: (inout YAMLSection) -> Value
  ) -> Value? {
    guard section.has(key) else { return nil }
    return section.section(key) { inner in
      if inner.remaining.isEmpty, inner.problems.isEmpty {
        inner.report(inner.line, "\(key) is empty; give one of its entries or leave it out")
      }
      return body(&inner)
    }
  }

  private static func report(
    _ section: inout YAMLSection
  ) -> (identifier: String?, version: String?, addressee: Addressee?) {
    (
      section.textIfGiven("identifier"), section.textIfGiven("version"),
      section.has("addressee") ? section.word("addressee", or: Addressee.guardian) : nil
    )
  }

  private static func patient(_ section: inout YAMLSection) -> Patient {
    Patient(
      name: section.textIfGiven("name"), identifier: section.textIfGiven("identifier"),
      dateOfBirth: section.has("date_of_birth") ? section.day("date_of_birth") : nil,
      death: section.has("deceased") ? death(&section) : nil)
  }

  private static func death(_ section: inout YAMLSection) -> Death? {
    let answer = section.dayOrAnswer("deceased")
    guard answer.isYes else { return nil }
    return answer.day.map(Death.on) ?? .onUnknownDay
  }

  private static func request(_ section: inout YAMLSection) -> Request {
    Request(
      referrer: section.textIfGiven("referrer"), indication: section.textIfGiven("indication"),
      familyHistory: section.textIfGiven("family_history"),
      consanguinity: section.has("consanguinity") ? section.answer("consanguinity") : nil,
      testOrdered: section.textIfGiven("test_ordered"))
  }

  private static func laboratory(_ section: inout YAMLSection) -> Laboratory {
    Laboratory(
      name: section.textIfGiven("name"), address: section.textIfGiven("address"),
      director: section.textIfGiven("director"))
  }
}
