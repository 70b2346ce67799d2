/// What one kind of data shows of the number of X, and of Y.
struct Karyotype: Sendable, Hashable {
  enum Y: Sendable, Hashable {
    case seen
    /// It could have been seen, and was not.
    case absent
    /// Too little of it was read to say, or none could have been seen.
    case open
  }

  /// 3 stands for more than two; `nil` where the data do not tell.
  var xCount: Int?
  var y = Y.open

  /// What several data show together: the first that counts X leads, and where it leaves Y open another
  /// may have seen one; that another saw none does not settle it. Where they count X and differ, the
  /// number of X is open.
  static func joint(_ readings: [Karyotype]) -> Karyotype {
    guard let told = readings.first(where: { $0.xCount != nil }), !disagree(readings) else {
      return Karyotype(y: readings.contains { $0.y == .seen } ? .seen : .open)
    }
    guard told.y == .open else { return told }
    return Karyotype(xCount: told.xCount, y: readings.contains { $0.y == .seen } ? .seen : .open)
  }

  /// Genotypes can't tell three X from two.
  static func disagree(_ readings: [Karyotype]) -> Bool {
    Set(readings.compactMap(\.xCount).map { min($0, 2) }).count > 1
  }
}
