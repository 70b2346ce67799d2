/// Keys that the VCF specification reserves, as it defines them: version 4.4, tables of reserved INFO
/// and genotype keys, and the sections on INFO and FORMAT keys of structural variants. (Version 4.3
/// has other numbers of values for some of the latter, and whole numbers for CN and CICN.)
enum ReservedKeys {
  enum Number: String, Sendable {
    case none = "0"
    case one = "1"
    case two = "2"
    case four = "4"
    case perAlternate = "A"
    case perAllele = "R"
    case perGenotype = "G"
    case any = "."
  }

  enum Kind: String, Sendable {
    case flag = "Flag"
    case integer = "Integer"
    case float = "Float"
    case string = "String"
  }

  struct Definition: Sendable {
    var number: Number
    var kind: Kind
  }

  static func definition(_ column: String, _ name: Substring) -> Definition? {
    switch column {
    case "INFO": information[String(name)]
    case "FORMAT": format[String(name)]
    default: nil
    }
  }

  private static func all(_ number: Number, _ kind: Kind, _ names: String) -> [(String, Definition)]
  {
    names.split(separator: " ").map { (String($0), Definition(number: number, kind: kind)) }
  }

  private static let information = Dictionary(
    uniqueKeysWithValues: all(.none, .flag, "DB H2 H3 SOMATIC VALIDATED 1000G IMPRECISE NOVEL")
      + all(.one, .integer, "AN DP END MQ0 NS") + all(.one, .float, "BQ MQ")
      + all(.one, .string, "AA SVTYPE") + all(.four, .integer, "SB")
      + all(.perAlternate, .integer, "AC SVLEN HOMLEN RN") + all(.perAlternate, .float, "AF CN")
      + all(
        .perAlternate, .string,
        "CIGAR HOMSEQ BKPTID DGVID DBVARID DBRIPID MATEID PARID EVENT EVENTTYPE SVCLAIM")
      + all(.perAllele, .integer, "AD ADF ADR")
      + all(.any, .integer, "CIPOS CIEND CILEN RUL RB CIRB RUB")
      + all(.any, .float, "CICN RUC CIRUC") + all(.any, .string, "MEINFO METRANS RUS"))

  private static let format = Dictionary(
    uniqueKeysWithValues: all(.perAllele, .integer, "AD ADF ADR")
      + all(.one, .integer, "DP GQ MQ PQ PS NQ HAP AHAP") + all(.one, .string, "FT GT")
      + all(.perAlternate, .integer, "EC") + all(.perGenotype, .float, "GL GP CNL CNP")
      + all(.perGenotype, .integer, "PL PP") + all(.two, .integer, "HQ")
      + all(.one, .float, "CN CNQ") + all(.two, .float, "CICN"))
}
