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

  @Test func anAnnotatedFileIsToldAsOne() {
    let note = FileCallers.annotatedNote(in: "##foxp3_version=0.1.0+htslib-1.16\n")
    #expect(note?.contains("annotate the file that it was made of") == true)
    #expect(FileCallers.annotatedNote(in: "##foxp3_call_note=x\n##source=foxp3 call 1\n") == nil)
  }
}
