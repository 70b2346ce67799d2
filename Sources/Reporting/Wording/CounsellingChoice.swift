import Flow
import Genome

/// Chooses, from all sentences of the counselling text, those that are true for one result.
///
/// A sentence's finding, completeness and sex have to match. Its key's topic adds what only the
/// whole result can tell: `conclusion.X` holds for that word alone, `zygosity.X` where a variant of
/// that zygosity is reported, `family.*` only where a finding is named, `residual.negative` only
/// and `relative.*` only after a negative, `signs.*` where a finding is named. Words after a key's second
/// dot are conditions on the person (`TestedPerson.Condition`). Topics this room words itself
/// (`completeness`, `notice`) are left out.
struct CounsellingChoice {
  let result: SampleResult
  let context: ReportContext

  /// For the counselling section. Where zygosities differ, each is told of the variants that have it.
  var counselling: [CounsellingSentence] {
    let reported = Dictionary(grouping: reportedVariants, by: \.zygosity.rawValue)
    return sentences(Set(reported.keys)).map { sentence in
      guard reported.count > 1, topic(sentence) == "zygosity",
        let variants = reported[subject(sentence)]
      else { return sentence }
      var named = sentence
      let names = variants.map {
        VariantName.short($0.classified.annotated, provenance: result.provenance)
      }
      named.text = "\(Words.shortList(names)): \(sentence.text)"
      return named
    }
  }

  private func sentences(_ reportedZygosities: Set<String>) -> [CounsellingSentence] {
    chosen { conclusion, sentence, subject in
      switch topic(sentence) {
      case "conclusion": subject == conclusion.word.rawValue
      // Of a sample that may not be the patient's, no copies of the patient are told, nor where the number of X is open.
      case "zygosity":
        conclusion.word != .notAssessable && reportedZygosities.contains(subject)
          && !reportedVariants.contains { $0.ofChromosomeNumber != nil }
      case "family", "signs": sentence.finding != nil
      case "relative": isNegative(conclusion)
      case "residual": holdsAfter(conclusion, subject)
      default: false
      }
    }
  }

  /// For the section on limits.
  var limits: [CounsellingSentence] {
    let isOfVariants = result.provenance.isOfVariants
    return chosen { conclusion, sentence, subject in
      guard topic(sentence) == "limit" else { return false }
      switch subject {
      case "not_called": return isOfVariants && conclusion.completeness == .incomplete
      case "copy_number": return isOfVariants && !result.copyNumber.isAssessed
      case "copy_number_of_reads": return !isOfVariants && !result.copyNumber.isAssessed
      case "reads": return result.readDepth != nil
      default: return true
      }
    }
  }

  private func chosen(
    _ holds: (Conclusion, CounsellingSentence, String) -> Bool
  ) -> [CounsellingSentence] {
    guard let conclusion = result.conclusion else { return [] }
    let person = context.person(of: result)
    return context.counselling.filter { sentence in
      (sentence.finding == nil || sentence.finding == conclusion.finding)
        && (sentence.completeness == nil || sentence.completeness == conclusion.completeness)
        && (sentence.sex == nil || sentence.sex == result.sex.sex)
        && person.fits(sentence.key) && holds(conclusion, sentence, subject(sentence))
    }
  }

  /// What of the residual chance may be said: a lowered chance only where the gene was looked at.
  private func holdsAfter(_ conclusion: Conclusion, _ subject: String) -> Bool {
    if subject == "negative" { return isNegative(conclusion) }
    return conclusion.finding == .noneReportable || conclusion.finding == .vus
  }

  private func isNegative(_ conclusion: Conclusion) -> Bool {
    conclusion.word == .negative || conclusion.word == .negativeSequenceOnly
  }

  /// The gene's confirmed variants that are neither benign nor likely benign: a doubtful call is not told as a fact.
  private var reportedVariants: [SampleVariant] {
    result.variants.filter {
      $0.isConfirmed && !$0.isBesideGene && !$0.classified.clinicalClass.isBenignOrLikely
    }
  }

  private func topic(_ sentence: CounsellingSentence) -> String {
    String(Substring(sentence.key.utf8.prefix { $0 != UInt8(ascii: ".") }))
  }

  private func subject(_ sentence: CounsellingSentence) -> String {
    let rest = sentence.key.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst()
    return String(Substring(rest.prefix { $0 != UInt8(ascii: ".") }))
  }
}
