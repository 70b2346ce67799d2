import Flow

/// How the records of a file use a key that its header does not describe.
struct KeyUse {
  private let reserved: ReservedKeys.Definition?
  private var isFlag = true
  private var fitsKind = true
  private var fitsNumber = true

  /// `reserved`: as VCF defines the key; `nil` for another.
  init(reserved: ReservedKeys.Definition?) { self.reserved = reserved }

  /// `values` as in the record; `nil` for a key that stands by itself.
  mutating func add(_ values: Substring?, in record: ReadRecord) {
    guard let values else { return }
    isFlag = false
    guard let reserved, values != "." else { return }
    let all = values.split(separator: ",", omittingEmptySubsequences: false)
    fitsKind = fitsKind && all.allSatisfy { KeyUse.isOf(reserved.kind, $0) }
    fitsNumber = fitsNumber && KeyUse.isNumber(reserved.number, all.count, record)
  }

  /// `Number` and `Type` of a header line, each with its comma.
  var definition: String {
    if isFlag { return "Number=0,Type=Flag," }
    guard let reserved, fitsKind else { return "Number=.,Type=String," }
    let number = fitsNumber ? reserved.number : .any
    return "Number=\(number.rawValue),Type=\(reserved.kind.rawValue),"
  }

  private static func isOf(_ kind: ReservedKeys.Kind, _ value: Substring) -> Bool {
    switch kind {
    case .flag: false
    case .string: true
    case .integer: value == "." || Int32(value) != nil
    case .float: value == "." || Double(value) != nil
    }
  }

  /// Whether so many values are what `number` says of a record; of genotypes, of one or two copies.
  private static func isNumber(
    _ number: ReservedKeys.Number, _ count: Int, _ record: ReadRecord
  ) -> Bool {
    let alleles = record.alternates.count + 1
    return switch number {
    case .none: false
    case .one: count == 1
    case .two: count == 2
    case .four: count == 4
    case .perAlternate: count == alleles - 1
    case .perAllele: count == alleles
    case .perGenotype: count == alleles || count == alleles * (alleles + 1) / 2
    case .any: true
    }
  }
}
