import Genome
import Nomenclature
import ReferenceBundle
import Testing

@Suite struct SPDIReaderTests {
  @Test func theDeletedPartMayBeALength() throws {
    let gene = try Gene()
    let change = try gene.change("c.751_753del")
    for text in ["NC_000023.11:49255491:CTC:", "NC_000023.11:49255491:3:"] {
      #expect(try SPDIReader.change(text, on: gene.bundle.loci).change == change)
    }
    let older = try SPDIReader.change("NC_000023.10:49107901:G:A", on: gene.bundle.loci)
    #expect(older.locus.assembly == .grch37)
  }

  @Test(arguments: [
    ("NC_000023.11:49251440:G", "four parts"), ("NC_000023.11:x:G:A", "four parts"),
    ("NC_000023.11:-1:G:A", "four parts"), ("NC_000022.11:49251440:G:A", "not known here"),
    ("NC_000023.11:49251440:C:A", "has G there, not C"),
    ("NC_000023.11:49251440:G:R", "not made of"), ("NC_000023.11:49251440:G:N", "not made of"),
    ("NC_000023.11:1:G:A", "outside"), ("NC_000023.11:49251440:99999999:A", "outside"),
    ("NC_000023.11:49251440:9223372036854775807:A", "outside"),
    ("NC_000023.11:49251440:G:G", "nothing changes"),
  ])
  func wrongOnesAreRefused(_ text: String, _ cause: String) throws {
    let loci = try Gene().bundle.loci
    let error = try #require(throws: NameError.self) { try SPDIReader.change(text, on: loci) }
    #expect(error.cause.contains(cause), "\(error)")
  }
}
