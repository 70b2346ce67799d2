import Flow
import Genome
import Nomenclature
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// Every row of the curated table is found again however a file writes it: one file for each
/// spelling and build, with one male sample for each row.
@Suite struct CuratedSpellingTests {
  private struct Person {
    var row: ResolvedVariant
    var records: [Spelling.Record]
  }

  @Test(arguments: Assembly.allCases, Spelling.allCases)
  func findsEveryRow(_ assembly: Assembly, _ spelling: Spelling) throws {
    let bundle = try EmbeddedReference.bundle()
    let people = try people(bundle, assembly, spelling)
    try #require(!people.isEmpty)
    let folder = try TemporaryFolder()
    let file = try folder.write("input.vcf", text(people, bundle.locus(assembly)))
    let sexes = Dictionary(
      uniqueKeysWithValues: people.map { ($0.row.row.identifier, Sex.male) })
    let results = try AnnotateRequest.results(file, pedigree: sexes).samples
    #expect(results.count == people.count)
    for (person, result) in zip(people, results) { check(person, result) }
  }

  private func check(_ person: Person, _ result: SampleResult) {
    let row = person.row.row
    let found = result.variants.map(\.classified)
    #expect(found.map { $0.matchedRow?.identifier } == [row.identifier])
    #expect(result.variants.map(\.zygosity) == [.hemizygous])
    if row.decides { #expect(found.map(\.clinicalClass) == [row.clinicalClass]) }
    if row.scope == .allele {
      #expect(found.map { $0.annotated.mane?.codingName } == [row.codingName])
    }
  }

  /// Intronic numbers differ between the builds in introns 1 and 6, where no row lies.
  private func people(
    _ bundle: ReferenceBundle, _ assembly: Assembly, _ spelling: Spelling
  ) throws -> [Person] {
    let locus = bundle.locus(assembly)
    return try bundle.table.resolved.compactMap { row in
      let change = try #require(row.change(assembly) ?? removal(row, assembly, locus))
      let isSubstitutionOfSeveral = !change.isIndel && change.reference.count > 1
      guard spelling != .split || isSubstitutionOfSeveral else { return nil }
      return Person(row: row, records: spelling.records(of: change, on: locus))
    }
  }

  /// A deletion of just what an imprecise row asks for.
  private func removal(
    _ row: ResolvedVariant, _ assembly: Assembly, _ locus: Locus
  ) -> SequenceChange? {
    guard let interval = row.removal(assembly), let bases = locus.bases(in: interval) else {
      return nil
    }
    return SequenceChange(
      start: interval.start, reference: bases, alternate: BaseSequence()
    ).leftAligned(on: locus)
  }

  private func text(_ people: [Person], _ locus: Locus) -> String {
    let columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"]
    var lines = [
      "##fileformat=VCFv4.2", "##contig=<ID=X,length=\(locus.chromosomeLength)>",
      "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">",
      (columns + people.map(\.row.row.identifier)).joined(separator: "\t"),
    ]
    for (place, person) in people.enumerated() {
      for record in person.records {
        let genotypes = people.indices.map { $0 == place ? String(record.allele) : "0" }
        let fixed = [
          "X", String(record.position), ".", record.reference,
          record.alternates.joined(separator: ","), ".", "PASS", ".", "GT",
        ]
        lines.append((fixed + genotypes).joined(separator: "\t"))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
