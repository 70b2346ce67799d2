import Foundation
import TestSupport
import Testing

/// Families whose samples, case files and tables say different things.
@Suite struct FamilyDoubtTests {
  private static let sheet = "sample,input,sex,family,father,mother,case,table"

  /// c.1010G>C, on which no class stands without documented evidence, called as `genotypes` say.
  private func variants(
    _ genotypes: [(name: String, genotype: String)], alternate: String = "G"
  ) -> String {
    VariantText.with { text in
      text.samples = genotypes.map(\.name)
      text.contigs += [("AD", "R"), ("DP", "1"), ("GQ", "1")].map { field, number in
        "##FORMAT=<ID=\(field),Number=\(number),Type=Integer,Description=\"\(field)\">"
      }
      text.records = [
        "chrX\t49253160\t.\tC\t\(alternate)\t.\tPASS\t.\tGT:AD:DP:GQ\t"
          + genotypes.map(\.genotype).joined(separator: "\t")
      ]
    }
  }

  private static let carrier = "0/1:20,20:40:60"
  private static let free = "0/0:40,0:40:60"
  private static let hemizygous = "1:0,40:40:60"

  private static func evidence(_ criterion: String, _ more: String = "") -> String {
    "evidence:\n  - {variant: c.1010G>C, criterion: \(criterion), strength: strong, fact: f, by: A, "
      + "on: 2026-01-31, source: s\(more)}\n"
  }

  private struct Told {
    var document: [String: Any]
    /// On standard error.
    var warnings: [String]
    /// Of the boy's own report.
    var notes: [String]

    var variant: [String: Any] { (document["variants"] as? [[String: Any]])?.first ?? [:] }
    var advice: [String] { document["advice"] as? [String] ?? [] }
    var statements: [String] { variant["statements"] as? [String] ?? [] }

    func origin(_ name: String) -> String? {
      (variant["carriers"] as? [[String: Any]])?.first { $0["member"] as? String == name }?[
        "origin"]
        as? String
    }
  }

  /// The family's JSON, and what the run says of it.
  private func run(
    _ input: String, _ rows: [String], files: [String: String] = [:]
  ) throws -> Told {
    let folder = try TemporaryFolder()
    _ = try folder.write("fam.vcf", input)
    for (name, text) in files { _ = try folder.write(name, text) }
    let sheet = try folder.write(
      "sheet.csv", ([FamilyDoubtTests.sheet] + rows).joined(separator: "\n") + "\n")
    let run = try Program.batch(sheet, ["--formats", "json"], to: folder.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    func document(_ file: String) throws -> [String: Any] {
      let data = try Data(contentsOf: URL(filePath: folder.path("out/" + file)))
      return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
    return Told(
      document: try document("F.foxp3.pedigree.json"),
      warnings: run.errors.split(separator: "\n").map(String.init),
      notes: try document("boy/boy.foxp3.json")["notes"] as? [String] ?? [])
  }

  /// Reads of the boy's allele in a mother without a call of it leave open where he has it from, and so does
  /// a call without them.
  @Test(arguments: [
    ("0/0:40,0:40:60", "apparently_de_novo", ""),
    ("0/0:39,1:40:60", "apparently_de_novo", ""),
    ("0/0:399,3:402:60", "apparently_de_novo", ""),
    ("0/0:37,3:40:60", "unresolved", "3 of 40 reads show it, though it is not called"),
    ("0/0:38,2:40:60", "unresolved", "2 of 40 reads show it"),
    ("0/1:40,0:40:60", "unresolved", "called, but only 0% of the reads have it"),
    ("0/1:20,20:40:60", "maternal", ""),
  ])
  func readsOfTheMotherDecide(_ mother: String, _ origin: String, _ words: String) throws {
    let told = try run(
      variants([("boy", Self.hemizygous), ("mum", mother)]),
      ["boy,fam.vcf,male,F,,mum,,", "mum,fam.vcf,female,F,,,,"])
    #expect(told.origin("boy") == origin)
    #expect(words.isEmpty || told.statements.contains { $0.contains(words) }, "\(told.statements)")
  }

  /// Other spellings of the boy's allele, and reads of an allele that the mother's record does not name.
  @Test(arguments: [
    ("49253160\t.\tC\t<NON_REF>", "0/0:38,2:40:60", "an allele that the record does not name"),
    ("49253160\t.\tC\tT,<NON_REF>", "0/0:38,0,2:40:60", "an allele that the record does not name"),
    ("49253160\t.\tC\tT,G", "0/0:37,0,3:40:60", "3 of 40 reads show it"),
    ("49253159\t.\tNC\tNG,NA", "0/0:37,3,0:40:60", "3 of 40 reads show it"),
    // With the base before it, in small letters.
    ("49253159\t.\tNC\tag,<NON_REF>", "0/0:37,3,0:40:60", "3 of 40 reads show it"),
  ])
  func otherRecordsOfTheMotherCount(_ record: String, _ call: String, _ words: String) throws {
    let mother = variants([("mum", call)]).replacing("49253160\t.\tC\tG", with: record)
    let told = try run(
      variants([("boy", Self.hemizygous)]),
      ["boy,fam.vcf,male,F,,mum,,", "mum,mum.vcf,female,F,,,,"],
      files: ["mum.vcf": mother])
    #expect(told.origin("boy") == "unresolved")
    #expect(told.statements.contains { $0.contains(words) }, "\(told.statements)")
  }

  /// A longer allele that begins with the boy's base is another one.
  @Test func readsOfALongerAlleleOfTheMotherAreNotHis() throws {
    let mother = variants([("mum", "0/0:37,3,0:40:60")])
      .replacing("49253160\t.\tC\tG", with: "49253160\t.\tC\tGA,<NON_REF>")
    let told = try run(
      variants([("boy", Self.hemizygous)]),
      ["boy,fam.vcf,male,F,,mum,,", "mum,mum.vcf,female,F,,,,"], files: ["mum.vcf": mother])
    #expect(told.origin("boy") == "apparently_de_novo", "\(told.statements)")
  }

  /// Of an allele of several bases each of them, and of a joined one what each record changes. The mother's file is a
  /// gVCF.
  @Test(arguments: [
    ("49253160 . CG GA", ["49253160 . C G", "49253161 . G A"]),
    ("49253160 . CG GA", ["49253161 . G A", "49253160 . C G"]),
    ("49257741 . C CC|49257751 . TA T", ["49257741 . C CC", "49257751 . TA T"]),
    ("49257741 . C CC|49257751 . TA T", ["49257751 . TA T", "49257741 . C CC"]),
  ])
  func readsOfAPartOfTheAlleleCount(_ alleles: String, _ parts: [String]) throws {
    func file(_ name: String, _ records: [String]) -> String {
      let header = variants([(name, "")]).split(separator: "\n").dropLast().joined(separator: "\n")
      return "\(header)\n\(records.sorted().joined(separator: "\n"))\n"
        .replacing(
          "#CHROM", with: "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n#CHROM")
    }
    func record(_ place: String, _ call: String, end: Int? = nil) -> String {
      let info = end.map { "END=\($0)" } ?? "."
      return "chrX \(place) . PASS \(info) GT:AD:DP:GQ \(call)".replacing(" ", with: "\t")
    }
    let boy = file("boy", alleles.split(separator: "|").map { record("\($0)", Self.hemizygous) })
    let start = try #require(Int(alleles.prefix(8)))
    for (reads, origin) in [("40,0,0", "apparently_de_novo"), ("37,3,0", "unresolved")] {
      let mother = file(
        "mum",
        [
          record("\(start - 50) . N <NON_REF>", "0/0:40,0:40:60", end: start + 50),
          record("\(parts[0]),<NON_REF>", "0/0:\(reads):40:60"),
          record("\(parts[1]),<NON_REF>", "0/0:40,0,0:40:60"),
        ])
      let told = try run(
        boy, ["boy,fam.vcf,male,F,,mum,,", "mum,mum.vcf,female,F,,,,"], files: ["mum.vcf": mother])
      #expect(told.origin("boy") == origin, "\(told.statements)")
    }
  }

  /// What may be missing in the mother's file frees her of nothing.
  @Test func aFileThatMayBeCutFreesNobody() throws {
    let mother = variants([("mum", Self.free)])
    for (file, origin) in [
      (mother, "apparently_de_novo"), (String(mother.dropLast()), "unresolved"),
    ] {
      let told = try run(
        variants([("boy", Self.hemizygous)]),
        ["boy,fam.vcf,male,F,,mum,,", "mum,mum.vcf,female,F,,,,"], files: ["mum.vcf": file])
      #expect(told.origin("boy") == origin)
    }
  }

  @Test func theGravestClassOfTheMembersIsTheFamilys() throws {
    let boy = "boy,fam.vcf,male,F,,mum,case.yaml,"
    let mum = "mum,fam.vcf,female,F,,,,"
    for rows in [[boy, mum], [mum, boy]] {
      let told = try run(
        variants([("boy", Self.hemizygous), ("mum", Self.carrier)]), rows,
        files: ["case.yaml": Self.evidence("PS3")])
      #expect(told.variant["classification"] as? String == "likely_pathogenic", "\(rows)")
      #expect(
        told.statements.first?.hasPrefix(
          "The members' reports class it differently: likely pathogenic in that of boy, uncertain "
            + "significance in that of mum.") == true, "\(told.statements)")
      #expect((told.document["statement"] as? String)?.hasPrefix("c.1010G>C") == true)
      #expect(told.warnings.contains { $0.contains("class it differently") })
    }
  }

  @Test func aNewVariantThatTheMotherCarriesIsAContradiction() throws {
    let facts = ", child: son, mother_tested: yes, father_tested: yes, parentage_confirmed: yes"
    for criterion in ["PS2", "PM6"] {
      for mother in [Self.carrier, "0/1:4,4:8:10"] {
        let told = try run(
          variants([("boy", Self.hemizygous), ("mum", mother)]),
          ["boy,fam.vcf,male,F,,mum,case.yaml,", "mum,fam.vcf,female,F,,,,"],
          files: ["case.yaml": Self.evidence(criterion, facts)])
        let sentence =
          "The case file of boy documents it as new (\(criterion)), but it is called in mum"
        #expect(told.statements.contains { $0.hasPrefix(sentence) }, "\(told.statements)")
        #expect(told.warnings.contains { $0.contains(sentence) }, "\(told.warnings)")
        #expect(told.advice.first?.hasPrefix("Settle first whether c.1010G>C") == true)
        #expect(told.notes.contains { $0.contains("told in the report of the family F") })
      }
    }
    let agreeing = try run(
      variants([("boy", Self.hemizygous), ("mum", Self.free)]),
      ["boy,fam.vcf,male,F,,mum,case.yaml,", "mum,fam.vcf,female,F,,,,"],
      files: ["case.yaml": Self.evidence("PS2", facts)])
    #expect(!agreeing.statements.contains { $0.contains("documents it as new") })
    let published = try run(
      variants([("boy", Self.hemizygous), ("mum", Self.carrier)]),
      ["boy,fam.vcf,male,F,,mum,case.yaml,", "mum,fam.vcf,female,F,,,,"],
      files: ["case.yaml": Self.evidence("PS2", facts + ", published: yes")])
    #expect(!published.statements.contains { $0.contains("documents it as new") })
  }

  @Test func aMotherWithADonorsCellsIsNotShownToBeFree() throws {
    let told = try run(
      variants([("boy", Self.hemizygous), ("mum", Self.free)]),
      ["boy,fam.vcf,male,F,,mum,,", "mum,fam.vcf,female,F,,,mum.yaml,"],
      files: [
        "mum.yaml": "history:\n  transfusion: {answer: yes, date: 2026-01-19, "
          + "donor_cells_possible: yes, by: B, on: 2026-01-30}\n"
      ])
    #expect(told.origin("boy") == "unresolved")
    #expect(told.statements.contains { $0.contains("a donor's white cells may be in") })
  }

  /// After a transplant her blood is the donor's.
  @Test func aMotherWithADonorsBloodIsNotShownToBeFree() throws {
    for call in [Self.free, Self.carrier] {
      let told = try run(
        variants([("boy", Self.hemizygous), ("mum", call)]),
        ["boy,fam.vcf,male,F,,mum,,", "mum,fam.vcf,female,F,,,mum.yaml,"],
        files: [
          "mum.yaml":
            "history:\n  transplant: {answer: yes, date: 2025-06-01, by: B, on: 2026-01-30}\n"
        ])
      #expect(told.origin("boy") == "unresolved")
    }
  }

  /// `*`: the mother has a deletion over the place on one copy.
  @Test func aDeletionOverThePlaceIsNoReference() throws {
    let told = try run(
      variants([("boy", "1:0,30,0:30:99"), ("mum", "0/2:15,0,15:30:99")], alternate: "G,*"),
      ["boy,fam.vcf,male,F,,mum,,", "mum,fam.vcf,female,F,,,,"])
    #expect(told.origin("boy") == "unresolved")
  }

  @Test func parentsInEachOthersPlace() throws {
    let told = try run(
      variants([("boy", Self.hemizygous), ("mum", Self.carrier), ("dad", Self.free)]),
      ["boy,fam.vcf,male,F,mum,dad,,", "mum,fam.vcf,,F,,,,", "dad,fam.vcf,,F,,,,"])
    #expect(told.origin("boy") == "unresolved")
    #expect(told.warnings.contains { $0.contains("mum is given as the father, but") })
    #expect(told.advice.first?.hasPrefix("Settle first whose sample is whose") == true)
  }

  @Test func brothersOfAFreeMotherShowHerGermCells() throws {
    let told = try run(
      variants([
        ("boy", Self.hemizygous), ("bro", Self.hemizygous), ("mum", Self.free),
      ]),
      [
        "boy,fam.vcf,male,F,,mum,,", "bro,fam.vcf,male,F,,mum,,", "mum,fam.vcf,female,F,,,,",
      ])
    #expect(told.origin("boy") == "germ_line_mosaicism")
    #expect(told.statements.contains { $0.contains("germ cells of mum (germ-line mosaicism)") })
    #expect(!told.statements.contains { $0.contains("apparently new") })
  }

  /// A boy's variant is not new where his mother's family has it, whatever her own sample shows.
  @Test(arguments: [("granny", carrier, "0:40,0:40:60"), ("uncle", free, hemizygous)])
  func aVariantOfTheMothersFamilyIsNotNew(
    _ relative: String, _ granny: String, _ uncle: String
  ) throws {
    let facts = ", child: son, mother_tested: yes, father_tested: yes, parentage_confirmed: yes"
    let told = try run(
      variants([
        ("boy", Self.hemizygous), ("mum", Self.free), ("granny", granny), ("uncle", uncle),
      ]),
      [
        "boy,fam.vcf,male,F,,mum,case.yaml,", "mum,fam.vcf,female,F,,granny,,",
        "granny,fam.vcf,female,F,,,,", "uncle,fam.vcf,male,F,,granny,,",
      ], files: ["case.yaml": Self.evidence("PS2", facts)])
    #expect(told.origin("boy") == "unresolved")
    let sentence =
      "\(relative) is called with it too, but mum, through whom boy is related, was shown"
    #expect(told.statements.contains { $0.hasPrefix(sentence) }, "\(told.statements)")
    #expect(told.warnings.contains { $0.contains(sentence) }, "\(told.warnings)")
    #expect(told.advice.first?.hasPrefix("Settle first whose sample is whose") == true)
    #expect(
      told.advice.contains { $0.hasPrefix("Testing mum, the mother of boy, again is advised") })
    #expect(
      told.statements.contains {
        $0.hasPrefix(
          "The case file of boy documents it as new (PS2), but it is called in \(relative): PS2 in the "
            + "report of boy contradicts the family's data")
      }, "\(told.statements)")
  }

  /// Sons have no X of the father whom they share: neither is new beside the other.
  @Test func brothersByTheirFatherHaveNothingInCommon() throws {
    let told = try run(
      variants([
        ("boy", Self.hemizygous), ("half", Self.hemizygous), ("mum", Self.free),
        ("other", Self.free), ("dad", "0:40,0:40:60"),
      ]),
      [
        "boy,fam.vcf,male,F,dad,mum,,", "half,fam.vcf,male,F,dad,other,,",
        "mum,fam.vcf,female,F,,,,", "other,fam.vcf,female,F,,,,",
        "dad,fam.vcf,male,F,,,,",
      ])
    for (name, other) in [("boy", "half"), ("half", "boy")] {
      #expect(told.origin(name) == "unresolved")
      let sentence = "\(other) is called with it too, but \(name) is related through the father"
      #expect(told.statements.contains { $0.hasPrefix(sentence) }, "\(told.statements)")
    }
  }

  /// One caller writes the boy's neighbours in one record, of which his mother is called with one base.
  @Test func whatIsAPartOfARelativesChangeIsNoOtherChange() throws {
    let mother = variants([("mum", Self.carrier)])
    let told = try run(
      variants([("boy", Self.hemizygous)])
        .replacing("49253160\t.\tC\tG", with: "49253159\t.\tTC\tCG"),
      ["boy,fam.vcf,male,F,,mum,,", "mum,mum.vcf,female,F,,,,"], files: ["mum.vcf": mother])
    let both = try #require(told.document["variants"] as? [[String: Any]])
    let part = try #require(both.first { ($0["name"] as? String)?.hasPrefix("c.1010G>C") == true })
    let carriers = try #require(part["carriers"] as? [[String: Any]])
    #expect(carriers.map { $0["state"] as? String } == ["alternate_seen", "alternate_seen"])
    #expect(carriers.map { $0["origin"] as? String } == ["maternal", "unresolved"])
    #expect((carriers[0]["partOf"] as? String)?.hasPrefix("c.1010_1011delins") == true)
    let whole = try #require(both.first { ($0["name"] as? String)?.contains("delins") == true })
    let statements = try #require(whole["statements"] as? [String])
    #expect(
      statements.contains { $0.hasPrefix("mum has a part of it, c.1010G>C p.") }, "\(statements)")
  }

  /// With another residue in the codon's place it is another change.
  @Test func aRelativesOtherResidueCarriesNothing() throws {
    let mother = variants([("mum", Self.carrier)])
    let told = try run(
      variants([("boy", Self.hemizygous)]).replacing("\tC\tG\t", with: "\tCG\tGT\t"),
      ["boy,fam.vcf,male,F,,mum,,", "mum,mum.vcf,female,F,,,,"], files: ["mum.vcf": mother])
    let both = try #require(told.document["variants"] as? [[String: Any]])
    let part = try #require(both.first { ($0["name"] as? String)?.hasPrefix("c.1010G>C") == true })
    let carriers = try #require(part["carriers"] as? [[String: Any]])
    #expect(carriers.map { $0["state"] as? String } == ["other_alternate_seen", "alternate_seen"])
    #expect(carriers.allSatisfy { $0["partOf"] is NSNull })
  }
}
