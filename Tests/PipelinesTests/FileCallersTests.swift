import Testing

@testable import Pipelines

@Suite struct FileCallersTests {
  @Test func sourceCommandLinesAndVersions() {
    let header = """
      ##fileformat=VCFv4.2
      ##source=strelka
      ##GATKCommandLine=<ID=HaplotypeCaller,CommandLine="HaplotypeCaller -R x",Version="4.6">
      ##GATKCommandLine=<Version="4.6",CommandLine="x, y",ID=CombineGVCFs>
      ##DeepVariant_version=1.6.0
      ##bcftools_callVersion=1.16+htslib-1.16
      ##bcftools_callCommand=call -mv
      ##source=strelka
      ##contig=<ID=chrX>

      """
    #expect(
      FileCallers.named(in: header) == [
        "source=strelka", "GATK=HaplotypeCaller", "GATK=CombineGVCFs", "DeepVariant_version=1.6.0",
        "bcftools_callVersion=1.16+htslib-1.16",
      ])
    #expect(FileCallers.named(in: "").isEmpty)
  }

  /// What no record tells of the reads, `foxp3 call` writes into its header.
  @Test func notesOfOurCaller() {
    let header =
      "##fileformat=VCFv4.2\n##foxp3_call_note=Reads leave the reference.\n##source=foxp3 call 1\n"
    #expect(
      FileCallers.notes(in: header)
        == ["When the variants were called from the reads: Reads leave the reference."])
    #expect(FileCallers.notes(in: "##source=foxp3 call 1\n").isEmpty)
  }
}
