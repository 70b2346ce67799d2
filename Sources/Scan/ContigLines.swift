/// Which contigs the lines of a file have, and how many each.
public struct ContigLines: Sendable {
  private struct Contig {
    var name: [UInt8]
    var lines = 0
  }

  /// Most names that are told apart; no genome build has as many. Lines of others are not counted.
  private static let limit = 65_536

  private let names: [[UInt8]]
  private var contigs: [Contig] = []
  private var numbers: [[UInt8]: Int] = [:]
  private var current: Int?
  private var currentName: [UInt8] = []
  /// Number (1-based) of the record with which the current contig's run began.
  private var runStart = 1

  /// Whether no contig was met again behind another.
  public private(set) var areTogether = true

  /// `names` are looked for.
  public init(_ names: [String]) { self.names = names.map { Array($0.utf8) } }

  /// Place among the names of the contig of the current line; `nil` for every other contig.
  private(set) var wanted: Int?

  /// Bytes of the name of the contig at hand.
  var nameLength: Int { currentName.count }

  /// The name of the contig whose lines may be passed over; `nil` where each line has to be seen.
  var passedOver: [UInt8]? { current == nil || wanted != nil ? nil : currentName }

  /// Takes in that record `number` (1-based) is on that contig.
  public mutating func meet(_ name: Span<UInt8>, record number: Int) {
    if name.count != currentName.count || !goOn(with: name) {
      enter(name.indices.map { name[$0] }, record: number)
    }
  }

  /// Whether the bytes begin with the name of the contig at hand.
  func goOn(with bytes: Span<UInt8>) -> Bool {
    guard current != nil, bytes.count >= currentName.count else { return false }
    for index in currentName.indices where bytes[index] != currentName[index] { return false }
    return true
  }

  /// Takes in that from record `number` (1-based) on the contig is another.
  mutating func enter(_ name: [UInt8], record number: Int) {
    close(before: number)
    if let known = numbers[name] {
      areTogether = false
      current = known
    } else if contigs.count < ContigLines.limit {
      numbers[name] = contigs.count
      current = contigs.count
      contigs.append(Contig(name: name))
    }
    currentName = name
    wanted = names.firstIndex(of: name)
  }

  /// Takes in that the records before `number` were of the contigs told, and that it is of none.
  public mutating func close(before number: Int) {
    if let current { contigs[current].lines += number - runStart }
    runStart = number
    current = nil
    wanted = nil
  }

  /// Each contig met with its records, in the order of the file; complete once closed.
  public var counts: [(name: String, records: Int)] {
    contigs.map { (String(decoding: $0.name, as: UTF8.self), $0.lines) }
  }
}
