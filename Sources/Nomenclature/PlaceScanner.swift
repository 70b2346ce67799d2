/// Takes places off the front of an HGVS name's text.
struct PlaceScanner {
  let name: String
  private(set) var rest: Substring

  init(name: String, text: Substring) {
    self.name = name
    rest = text
  }

  /// `c.` places: `76`, `-23+1`, `*876`, and `first_last`.
  mutating func codingPlaces() throws(NameError) -> (CodingPosition, CodingPosition?) {
    let first = try codingPlace()
    guard rest.first == "_" else { return (first, nil) }
    rest.removeFirst()
    return (first, try codingPlace())
  }

  /// `g.` places: `49251441`, `49251491_49251493`.
  mutating func genomicPlaces() throws(NameError) -> (Int, Int?) {
    let first = try number()
    guard rest.first == "_" else { return (first, nil) }
    rest.removeFirst()
    return (first, try number())
  }

  private mutating func codingPlace() throws(NameError) -> CodingPosition {
    let isAfterStop = take("*")
    let isBeforeStart = !isAfterStop && take("-")
    let base = try number()
    let sign = take("+") ? 1 : (take("-") ? -1 : 0)
    let offset = sign == 0 ? 0 : sign * (try number())
    guard base != 0, sign == 0 || offset != 0 else {
      throw NameError(name, "there is no position 0 in c. numbering")
    }
    return CodingPosition(
      isBeforeStart ? -base : base, isAfterStop: isAfterStop, offset: offset)
  }

  private mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  /// At most nine digits, so that no name can overflow a number.
  private mutating func number() throws(NameError) -> Int {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 9, let value = Int(digits) else {
      throw NameError(
        name, "a position is expected at “\(rest.prefix(12))”")
    }
    rest.removeFirst(digits.count)
    return value
  }
}
