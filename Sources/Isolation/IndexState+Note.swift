import HTS

extension IndexState {
  /// Why the whole file is read although there is an index; `nil` where there is none, or a good one.
  var note: String? {
    switch self {
    case .none, .ready: nil
    case .older(let name):
      "The index \(name) is older than the file; the whole file was read instead."
    case .unreadable(let name):
      "The index \(name) can't be used; the whole file was read instead."
    case .foreign(let name):
      "The index \(name) is of another file; the whole file was read instead."
    }
  }
}
