import ArgumentParser

/// Whether messages name samples and files.
struct RedactOption: ParsableArguments {
  @Flag(help: "Say no sample's and no file's name in messages; the files written still carry them.")
  var redact = false
}
