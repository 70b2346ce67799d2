import Flow
import Genome

/// A person in a family and what the data say of one variant in them.
struct FamilyPerson: Sendable, Hashable {
  var name: String
  var sex: Sex
  var state: SiteState
  /// `unknown` where the variant is not called.
  var zygosity: Zygosity = .unknown
  /// Called with it, confirmed or not.
  var isCalled = false
  /// The call has another allele beside it, on so many reads that it is not one copy's.
  var isCalledBesideAnother = false
  /// The call has no copy of the reference at the place: every child inherits some change there.
  var isWithoutReference = false
  /// Why nothing follows from the sample for the family, as a clause: it may be another person's, or
  /// hold another person's cells.
  var obstacle: String?
  /// Why this can't be the sample of the parent it is given for, as a clause.
  private(set) var misplaced: String?

  init(
    name: String, sex: Sex, state: SiteState, zygosity: Zygosity = .unknown,
    isCalled: Bool = false, isCalledBesideAnother: Bool = false,
    isWithoutReference: Bool = false, obstacle: String? = nil
  ) {
    self.name = name
    self.sex = sex
    self.state = state
    self.zygosity = zygosity
    self.isCalled = isCalled
    self.isCalledBesideAnother = isCalledBesideAnother
    self.isWithoutReference = isWithoutReference
    self.obstacle = obstacle
  }

  var isFree: Bool { state.isReferenceSeen && obstacle == nil }

  var carries: Bool { state == .alternateSeen && obstacle == nil }

  /// As somebody's father. A male has one X, so that a confirmed call with two alleles is not his.
  var asFather: FamilyPerson {
    if sex == .female {
      return misplaced("\(name) is given as the father, but the sample is female")
    }
    guard state == .alternateSeen, isCalledBesideAnother else { return self }
    return misplaced(
      "\(name) is given as the father, but is called with it beside another allele, and a male has "
        + "one X")
  }

  /// As somebody's mother.
  var asMother: FamilyPerson {
    sex == .male ? misplaced("\(name) is given as the mother, but the sample is male") : self
  }

  private func misplaced(_ reason: String) -> FamilyPerson {
    var person = self
    person.misplaced = reason
    person.obstacle = obstacle ?? reason
    return person
  }
}
