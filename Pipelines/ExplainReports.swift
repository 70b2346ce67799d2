import Flow
import Genome
import ReferenceBundle
import Reporting

extension ExplainPipeline {
  /// The table of `annotate`, one row per variant, with `.` for what only a sample has. What is doubtful
  /// about reading a name so stands among the notes.
  public func tsv(_ explanations: [Explanation]) -> String {
    Reports.table(
      explanations.map { explanation in
        var result = explanation.asResult
        for index in result.variants.indices {
          result.variants[index].classified.annotated.notes.insert(
            contentsOf: explanation.doubts, at: 0)
        }
        return result
      })
  }

  /// All names in one JSON document, in the order given.
  public func json(_ explanations: [Explanation]) throws(PipelineError) -> String {
    var document = ExplanationDocument()
    for explanation in explanations {
      document.add(
        name: explanation.name, doubts: explanation.doubts, result: explanation.asResult,
        rows: explanation.rows)
    }
    do throws(ReportError) {
      return try document.text()
    } catch {
      throw PipelineError(error)
    }
  }
}

extension ExplainPipeline.Explanation {
  /// Variants without a sample, as a file without genotypes gives them.
  fileprivate var asResult: SampleResult {
    let assembly = variants.first?.annotated.normalised.assembly ?? .grch38
    return SampleResult(
      sample: ".", hasGenotypes: false, sex: SexAssessment(sex: .unknown, source: .none),
      variants: variants.map {
        SampleVariant(
          classified: $0, genotypeText: ".", filterText: ".", zygosity: .unknown)
      },
      ledger: [], exons: [], conclusion: nil,
      provenance: Provenance(
        inputName: ".", format: "name", inputSize: nil, contentDigest: "", assembly: assembly,
        assemblyProofs: [], contig: "X", way: "name", wayProof: "", recordsRead: 0,
        recordsOnChromosome: nil, recordsInLocus: 0))
  }
}
