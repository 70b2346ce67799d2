import Classification
import Flow

/// Whether an allele's counts can be: a file with impossible ones is wrong in more than that record.
struct CountCheck {
  let count: PopulationCount

  /// Files give a filtering frequency to about six places (Hail's precision).
  private static let tolerance = 1e-6

  /// One clause on what can't be; `nil` where all can.
  var problem: String? {
    if count.alleleNumber < 0 { return "AN is \(count.alleleNumber), less than none" }
    if count.alleleCount < 0 { return "AC is \(count.alleleCount), less than none" }
    if count.alleleCount > count.alleleNumber {
      return "AC is \(count.alleleCount), more than the \(count.alleleNumber) chromosomes of AN"
    }
    if let males = count.hemizygotes, !(0...count.alleleCount).contains(males) {
      return "the males' count is \(males), which is not within AC, \(count.alleleCount)"
    }
    return maleProblem ?? groupProblem ?? groupMaleProblem ?? filteringProblem
  }

  private var maleProblem: String? {
    guard let number = count.maleNumber,
      !((count.hemizygotes ?? 0)...max(count.alleleNumber, count.hemizygotes ?? 0)).contains(number)
    else { return nil }
    return
      "the males' chromosomes are \(number), fewer than the males or more than AN, \(count.alleleNumber)"
  }

  private var groupProblem: String? {
    guard let number = count.groupNumber, !(0...count.alleleNumber).contains(number) else {
      return nil
    }
    return "the chromosomes of the group \(group) are \(number), which is not within AN, "
      + "\(count.alleleNumber)"
  }

  private var groupMaleProblem: String? {
    guard let males = count.groupMales else { return nil }
    let most = min(males.number, count.hemizygotes ?? count.alleleCount)
    guard !(0...max(most, 0)).contains(males.hemizygotes) || males.number > count.alleleNumber
    else {
      return nil
    }
    return
      "the males of the group \(group) are \(males.hemizygotes) of \(males.number), which does not fit the counts "
      + "of all"
  }

  private var group: String { count.group ?? "not named" }

  private var filteringProblem: String? {
    guard let filtering = count.filteringFrequency else { return nil }
    guard (0...1).contains(filtering) else {
      return "the filtering allele frequency is \(filtering), which is no share from 0 to 1"
    }
    if count.isFilteringOfAll, filtering > count.frequency + CountCheck.tolerance {
      return "the filtering allele frequency is \(filtering), above AC / AN, \(count.frequency)"
    }
    guard filtering > highest + CountCheck.tolerance else { return nil }
    return "the filtering allele frequency is \(filtering), more than \(count.alleleCount) "
      + "cop\(count.alleleCount == 1 ? "y" : "ies") can show "
      + (count.groupNumber.map { "among the \($0) chromosomes of the group \(group)" }
        ?? "in any group")
  }

  /// That of all copies in the group; where its chromosomes are not told, in the smallest that could hold
  /// them: one of as many chromosomes. One copy has 1 - e^-m = 0.05 at m = 0.0513 in files that
  /// give a single one a frequency.
  private var highest: Double {
    let number = count.groupNumber ?? count.alleleCount
    let copies = min(count.alleleCount, number)
    return switch copies {
    case 0: 0
    case 1: 0.0513 / Double(number)
    default: FilteringFrequency.lowerBound(count: copies, of: number)
    }
  }
}
