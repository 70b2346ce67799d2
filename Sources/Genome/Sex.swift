/// A person's sex as far as the X chromosome is concerned. Other karyotypes are named in the
/// evidence of a sex assessment, never guessed.
public enum Sex: String, Sendable, CaseIterable, Hashable {
  case male
  case female
  case unknown
}
