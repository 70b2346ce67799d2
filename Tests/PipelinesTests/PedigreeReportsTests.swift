import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import Settings
import TestSupport
import Testing

/// Families from files to reports.
@Suite struct PedigreeReportsTests {
  /// c.1189C>T (ClinVar VCV000011407) called in each sample as its genotype says.
  private func variants(_ genotypes: [(name: String, genotype: String)]) -> String {
    let columns =
      ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"]
      + genotypes.map(\.name)
    let record =
      ["chrX", "49251441", ".", "G", "A", ".", "PASS", ".", "GT:AD:DP:GQ"]
      + genotypes.map(\.genotype)
    return [
      "##fileformat=VCFv4.2", "##contig=<ID=chrX,length=156040895>",
      "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">",
      "##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Reads\">",
      "##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">",
      "##FORMAT=<ID=GQ,Number=1,Type=Integer,Description=\"Quality\">",
      columns.joined(separator: "\t"), record.joined(separator: "\t"), "",
    ].joined(separator: "\n")
  }

  /// Her health stands in the pedigree alone: her own report holds it against what she carries.
  @Test func whoIsIllByThePedigreeReadsItInTheOwnReport() throws {
    for affection in [Pedigree.Affection.affected, .unaffected] {
      let folder = try TemporaryFolder()
      let input = try folder.write("a.vcf", variants([("girl", carrier)]))
      var request = try AnnotateRequest.test([input], to: folder.path("out"))
      request.pedigree = Pedigree(members: [
        Pedigree.Member(family: "F1", name: "girl", sex: .female, affection: affection)
      ])
      request.formats = [.html]
      let pipeline = AnnotatePipeline(
        knowledge: try AnnotateRequest.shared.get(), request: request)
      _ = try pipeline.run { _ in }
      let text = try String(
        contentsOfFile: folder.path("out/girl/girl.foxp3.html"), encoding: .utf8)
      #expect(
        text.contains("one changed copy alone does not explain the signs of illness")
          == (affection == .affected))
      #expect(
        text.contains("The pedigree says that this person is affected") == (affection == .affected))
    }
  }

  private let carrier = "0/1:20,20:40:60"
  private let free = "0/0:40,0:40:60"

  private func member(
    _ name: String, _ sex: Sex, father: String? = nil, mother: String? = nil
  ) -> Pedigree.Member {
    Pedigree.Member(family: "F1", name: name, father: father, mother: mother, sex: sex)
  }

  /// The family's JSON, and the files written beside the samples'.
  private func run(
    _ files: [String], _ members: [Pedigree.Member]
  ) throws -> (document: [String: Any], files: [String], page: String) {
    let folder = try TemporaryFolder()
    let inputs = try files.enumerated().map { try folder.write("\($0.offset).vcf", $0.element) }
    var request = try AnnotateRequest.test(inputs, to: folder.path("out"))
    request.pedigree = Pedigree(members: members)
    request.formats = [.json, .html]
    let pipeline = AnnotatePipeline(
      knowledge: try AnnotateRequest.shared.get(), request: request)
    let written = try pipeline.run { _ in }.files
    guard let path = written.first(where: { $0.hasSuffix(".json") }) else {
      return ([:], written, "")
    }
    try checkSchema(folder.path("out/\(path)"))
    let data = try Data(contentsOf: URL(filePath: folder.path("out/\(path)")))
    let page = try String(
      contentsOfFile: folder.path("out/F1.foxp3.pedigree.html"), encoding: .utf8)
    return (
      try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]), written, page
    )
  }

  private func checkSchema(_ path: String) throws {
    guard PythonTool.isInstalled else { return }
    let schema = Repository.root.appending(path: "docs/pedigree.schema.json").path
    let run = try PythonTool.outcome(
      program: "import json,sys,jsonschema\n"
        + "schema=json.load(open(sys.argv[1]))\n"
        + "jsonschema.Draft202012Validator.check_schema(schema)\n"
        + "document=json.load(open(sys.argv[2]))\n"
        + "jsonschema.Draft202012Validator(schema).validate(document)\n"
        + "assert set(document) == set(schema['properties']), 'fields differ'", [schema, path])
    #expect(run.status == 0, "\(run.errors.suffix(400))")
  }

  private func carriers(_ document: [String: Any]) throws -> [String: [String: Any]] {
    let variants = try #require(document["variants"] as? [[String: Any]])
    let list = try #require(variants.first?["carriers"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: list.map { ($0["member"] as? String ?? "", $0) })
  }

  @Test func aTrioInFilesOfTheirOwn() throws {
    let (document, files, page) = try run(
      [
        variants([("SON", "1:0,40:40:60")]), variants([("MOTHER", carrier)]),
        variants([("FATHER", "0:40,0:40:60")]),
      ],
      [
        member("SON", .male, father: "FATHER", mother: "MOTHER"), member("MOTHER", .female),
        member("FATHER", .male), member("BROTHER", .male, father: "FATHER", mother: "MOTHER"),
        member("SISTER", .female, father: "FATHER", mother: "MOTHER"),
      ])
    #expect(files == ["F1.foxp3.pedigree.json", "F1.foxp3.pedigree.html"])
    let carriers = try carriers(document)
    #expect(carriers["SON"]?["origin"] as? String == "maternal")
    #expect(carriers["FATHER"]?["state"] as? String == "reference_seen")
    #expect(carriers["BROTHER"]?["state"] as? String == "not_looked_at")
    let advice = try #require(document["advice"] as? [String])
    #expect(
      advice.first
        == "Testing BROTHER, son of MOTHER, is advised, also without signs of disease: treatment can "
        + "begin before organs are damaged.")
    #expect(advice.contains { $0.hasPrefix("SISTER, daughter of MOTHER, may be a carrier") })
    #expect(advice.contains { $0.contains("not tested for carrier status as minors") })
    #expect(!advice.contains { $0.contains("Testing MOTHER") })
    #expect(page.contains("SON has it from MOTHER") && page.contains("<svg role=\"img\""))
  }

  @Test func apparentlyNewOnlyWhereTheMotherWasSeenToBeFree() throws {
    let son = member("SON", .male, mother: "MOTHER")
    let mother = member("MOTHER", .female)
    let seen = try run(
      [variants([("SON", "1:0,40:40:60"), ("MOTHER", free)])], [son, mother])
    let new = try carriers(seen.document)["SON"]
    #expect(new?["origin"] as? String == "apparently_de_novo")
    #expect(seen.page.contains("limited to part of a parent&#39;s germ cells is not excluded"))
    #expect((seen.document["advice"] as? [String])?.contains { $0.contains("egg cells") } == true)
    // A file of the mother without a record there shows nothing.
    let silent = variants([("MOTHER", free)]).replacing("49251441", with: "49250000")
      .replacing("\tG\tA\t", with: "\tN\tA\t")
    let open = try run([variants([("SON", "1:0,40:40:60")]), silent], [son, mother])
    #expect(try carriers(open.document)["SON"]?["origin"] as? String == "unresolved")
    let advice = (open.document["advice"] as? [String])?.first
    #expect(
      advice?.hasPrefix("Testing MOTHER, the mother of SON, is advised. The sample of MOTHER in")
        == true)
    let shallow = try run(
      [variants([("SON", "1:0,40:40:60"), ("MOTHER", "0/0:9,0:9:20")])], [son, mother])
    #expect(try carriers(shallow.document)["SON"]?["origin"] as? String == "unresolved")
  }

  /// A brother whose sample was read and leaves it open is not advised as one who was never tested.
  @Test func aReadSampleThatLeavesItOpenIsNamed() throws {
    let open = try run(
      [variants([("SON", "1:0,40:40:60"), ("MOTHER", carrier), ("BROTHER", "0:3,0:3:9")])],
      [
        member("SON", .male, mother: "MOTHER"), member("MOTHER", .female),
        member("BROTHER", .male, mother: "MOTHER"), member("OTHER", .male, mother: "MOTHER"),
      ])
    let advice = try #require(open.document["advice"] as? [String])
    #expect(
      advice.contains {
        $0.hasPrefix("Testing BROTHER, son of MOTHER, is advised")
          && $0.contains("The sample of BROTHER in this run does not settle it (")
      })
    #expect(!advice.contains { $0.contains("The sample of OTHER") })
  }

  /// A file of two variants, c.1189C>T and another change of the protein.
  private func twice(_ name: String, _ first: String, _ second: String) throws -> String {
    let locus = try EmbeddedReference.bundle().locus(.grch38)
    let base = try #require(locus.bases(in: Interval(49_255_441, 49_255_441))).text
    let text = variants([(name, first)])
    let line = text.split(separator: "\n").last.map(String.init) ?? ""
    let other = line.replacing(
      "49251441\t.\tG\tA", with: "49255441\t.\t\(base)\t\(base == "A" ? "G" : "A")")
    return text + other.replacing(first, with: second) + "\n"
  }

  /// One variant of each parent: the daughter has no unchanged copy, whatever her own file tells.
  @Test func oneVariantOfEachParentIsOnEachCopy() throws {
    let family = try run(
      [
        try twice("GIRL", carrier, carrier), try twice("MUM", carrier, free),
        try twice("DAD", "0:40,0:40:60", "1:0,40:40:60"),
      ],
      [
        member("GIRL", .female, father: "DAD", mother: "MUM"), member("MUM", .female),
        member("DAD", .male),
      ])
    #expect(family.page.contains("stand on different copies of FOXP3"))
    #expect(
      (family.document["advice"] as? [String])?.contains { $0.contains("egg cells") } == false)
  }

  /// Both of one parent's are on the X that the daughter has of that parent.
  @Test func twoVariantsOfOneParentAreOnOneCopy() throws {
    let family = try run(
      [
        try twice("GIRL", carrier, carrier), try twice("MUM", carrier, carrier),
        try twice("DAD", "0:40,0:40:60", "0:40,0:40:60"),
      ],
      [
        member("GIRL", .female, father: "DAD", mother: "MUM"), member("MUM", .female),
        member("DAD", .male),
      ])
    let statement = try #require(family.document["statement"] as? String)
    #expect(
      statement.contains(
        "from her mother, of whom she has one X: they stand on one copy"))
  }

  /// A son has one X of his mother's: one of her two variants without the other, or both.
  @Test func sonsTellOfTheirMothersCopies() throws {
    for (son, words) in [
      (
        ("1:0,40:40:60", "0:40,0:40:60"),
        "inherited only one: unless recombined between, they stand on different copies"
      ),
      (
        ("1:0,40:40:60", "1:0,40:40:60"),
        "inherited both: unless recombined between, they stand on one copy"
      ),
      (("1:0,40:40:60", "0:4,0:4:6"), ""),
    ] {
      let family = try run(
        [try twice("SON", son.0, son.1), try twice("MUM", carrier, carrier)],
        [member("SON", .male, mother: "MUM"), member("MUM", .female)])
      let statement = try #require(family.document["statement"] as? String)
      #expect(words.isEmpty ? !statement.contains("recombined") : statement.contains(words))
    }
  }

  /// Every child of a woman who has it on both copies inherits one.
  @Test func childrenOfAHomozygousMotherInheritIt() throws {
    let family = try run(
      [variants([("MUM", "1/1:0,40:40:60")])],
      [
        member("MUM", .female), member("GIRL", .female, mother: "MUM"),
        member("SON", .male, mother: "MUM"),
      ])
    let advice = try #require(family.document["advice"] as? [String])
    for name in ["GIRL", "SON"] {
      #expect(
        advice.contains {
          $0.contains(name)
            && $0.contains("inherits it, since MUM is called with it on both copies")
        }, "\(advice)")
    }
    #expect(!advice.contains { $0.contains("may be a carrier") })
  }

  /// Reference blocks of small variants are what a carrier of a deletion of an exon shows too.
  @Test func aLargeDeletionIsNotLookedForInBlocks() throws {
    let blocks = variants([("MOTHER", "0/0:40,0:40:60")])
      .replacing(
        "49251441\t.\tG\tA\t.\tPASS\t.", with: "49248436\t.\tN\t<NON_REF>\t.\tPASS\tEND=49269825"
      )
      .replacing(
        "##FORMAT=<ID=GT",
        with: "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n##FORMAT=<ID=GT")
    let boy = variants([("SON", "1:0,40:40:60")])
      .replacing(
        "49251441\t.\tG\tA\t.\tPASS\t.",
        with: "49263401\t.\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=49264790"
      )
      .replacing(
        "##FORMAT=<ID=GT",
        with: "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n##FORMAT=<ID=GT")
    let family = try run(
      [boy, blocks], [member("SON", .male, mother: "MOTHER"), member("MOTHER", .female)])
    #expect(try carriers(family.document)["SON"]?["origin"] as? String == "unresolved")
    #expect(try carriers(family.document)["MOTHER"]?["state"] as? String == "not_looked_at")
  }

  /// A deletion spelled in bases that the mother's own file lists was looked for in her.
  @Test func aLargeDeletionIsLookedForWhereTheFileListsIt() throws {
    let locus = try ReferenceBundle.embedded().locus(.grch38)
    let bases = (0...60).compactMap { locus.base(at: 49_263_401 + $0) }
    let deletion = String(decoding: bases, as: UTF8.self)
    for (call, state) in [
      ("0/0:40,0:40:60", "reference_seen"), ("0/0:40,0:40:2", "not_looked_at"),
      ("./.:.:.:.", "not_looked_at"),
    ] {
      let file = variants([("SON", "1:0,40:40:60"), ("MOTHER", call)])
        .replacing("49251441\t.\tG\tA", with: "49263401\t.\t\(deletion)\t\(deletion.prefix(1))")
      let family = try run(
        [file], [member("SON", .male, mother: "MOTHER"), member("MOTHER", .female)])
      #expect(try carriers(family.document)["MOTHER"]?["state"] as? String == state, "\(call)")
    }
  }

  @Test func aDaughterFreeOfHerFathersVariantIsAContradiction() throws {
    let (document, _, page) = try run(
      [variants([("DAUGHTER", free), ("FATHER", "1:0,40:40:60")])],
      [member("DAUGHTER", .female, father: "FATHER"), member("FATHER", .male)])
    let text = try carriers(document)["DAUGHTER"]?["contradiction"] as? String
    #expect(text?.contains("check that the samples and the pedigree are right") == true)
    #expect(page.contains("check that the samples and the pedigree are right"))
  }

  /// A mother of two changes at one place has no reference to hand on; a child that has one of them
  /// is no contradiction.
  @Test func childrenOfAMotherWithoutTheReference() throws {
    let file = variants([
      ("SON", "0:40,0,0:40:60"), ("MOTHER", "1/2:0,20,20:40:60"), ("BROTHER", "1:0,40,0:40:60"),
      ("SISTER", "0/2:20,0,20:40:60"),
    ]).replacing("G\tA\t", with: "G\tA,C\t")
    let (document, _, page) = try run(
      [file],
      [
        member("SON", .male, mother: "MOTHER"), member("BROTHER", .male, mother: "MOTHER"),
        member("SISTER", .female, mother: "MOTHER"), member("MOTHER", .female),
      ])
    let all = try #require(document["variants"] as? [[String: Any]])
    #expect(all.count == 2)
    for variant in all {
      let people = try #require(variant["carriers"] as? [[String: Any]])
      let contradicted = people.filter { $0["contradiction"] is String }
      #expect(contradicted.count == 1)
      let text = contradicted.first?["contradiction"] as? String
      #expect(text?.contains("but SON has the reference") == true, "\(text ?? "")")
    }
    #expect(page.contains("MOTHER is called without a copy of the reference"))
  }

  @Test func membersOnTwoBuilds() throws {
    let old = variants([("MOTHER", carrier)]).replacing("156040895", with: "155270560")
      .replacing("49251441", with: "49107902")
    let (document, _, _) = try run(
      [variants([("SON", "1:0,40:40:60")]), old],
      [member("SON", .male, mother: "MOTHER"), member("MOTHER", .female)])
    #expect((document["variants"] as? [Any])?.count == 1)
    #expect(try carriers(document)["SON"]?["origin"] as? String == "maternal")
  }

  /// An affected son's harmful call that is open is not told as none.
  @Test(arguments: ["./.:0,40:40:99", "0:25,15:40:30"])
  func aHarmfulCallThatIsOpenIsTold(son: String) throws {
    let (document, _, page) = try run(
      [variants([("SON", son), ("MOTHER", free)])],
      [member("SON", .male, mother: "MOTHER"), member("MOTHER", .female)])
    let open = "whether SON carries c.1189C>T p.(Arg397Trp) (pathogenic) is open"
    let statement = try #require(document["statement"] as? String)
    #expect(statement.contains("is called in this family, but \(open); 2 of 2"), "\(statement)")
    let advice = try #require(document["advice"] as? [String])
    #expect(advice.first?.contains("Settle first whether SON carries") == true, "\(advice)")
    let members = try #require(document["members"] as? [[String: Any]])
    #expect(
      members.map { $0["openHarmful"] as? [String] }
        == [["c.1189C>T p.(Arg397Trp) (pathogenic)"], []])
    #expect(
      page.contains("<p>Whether SON carries c.1189C&gt;T p.(Arg397Trp) (pathogenic) is open.</p>"))
  }

  @Test func peopleAloneMakeNoFamily() throws {
    let single = try run([variants([("A", carrier)])], [member("A", .female)])
    #expect(single.files.isEmpty)
    let absent = try run(
      [variants([("A", carrier)])], [member("B", .male, mother: "C"), member("C", .female)])
    #expect(absent.files.isEmpty)
  }

  @Test func hostileNamesStayText() throws {
    let name = "<script>alert(1)</script>\"'&\u{202E}"
    let (document, _, page) = try run(
      [variants([(name, "1:0,40:40:60")])],
      [member(name, .male, mother: "\"><img src=x>"), member("\"><img src=x>", .female)])
    #expect(!page.contains("<script") && !page.contains("<img"))
    #expect(try carriers(document)[name]?["state"] as? String == "alternate_seen")
  }

  @Test func familiesOfOneFileNameAreRefused() throws {
    let folder = try TemporaryFolder()
    var request = try AnnotateRequest.test([folder.path("none.vcf")], to: folder.path("out"))
    request.pedigree = Pedigree(members: [
      Pedigree.Member(family: "a b", name: "1"), Pedigree.Member(family: "a_b", name: "2"),
    ])
    let pipeline = AnnotatePipeline(
      knowledge: try AnnotateRequest.shared.get(), request: request)
    #expect(throws: PipelineError.self) { try pipeline.run { _ in } }
  }
}
