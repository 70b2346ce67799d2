import Flow
import Genome

/// BP3: a change of length in a repetitive region without known function.
struct RepeatRule {
  let input: CriterionInput

  func result() -> CriterionResult {
    CriterionResult(
      .bp3, .notMet,
      input.isInFrame
        ? "No repetitive region of the protein is known to be without function."
        : "The protein's length does not change in frame.")
  }
}
