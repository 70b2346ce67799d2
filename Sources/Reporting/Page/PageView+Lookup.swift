import Mustache

// The rows that come by the hundred answer the template by name themselves; the engine's own way,
// reflection, takes ten times as long. The others are left to it.

extension RowView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "term": term
    case "value": value
    default: nil
    }
  }
}

extension LinkView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "label": label
    case "address": address
    case "isLink": isLink
    default: nil
    }
  }
}

extension ClassView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "label": label
    case "shape": shape
    case "css": css
    default: nil
    }
  }
}

extension MarkView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "identifier": identifier
    case "name": self.name
    case "residue": residue
    case "grade": grade
    default: nil
    }
  }
}

extension LedgerView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "identifier": identifier
    case "place": place
    case "grade": grade
    case "interval": interval
    case "sign": sign
    case "state": state
    case "reason": reason
    case "css": css
    default: nil
    }
  }
}
