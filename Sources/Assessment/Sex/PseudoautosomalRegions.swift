import Genome

/// The stretches of X and Y that pair and recombine, where a male has two copies. FOXP3 lies
/// outside both.
///
/// Source: the Genome Reference Consortium's regions, as Ensembl ("Pseudoautosomal regions in
/// human", GRCh38) and SeqVarTools (`chromWithPAR`, both builds) give them; the two agree.
enum PseudoautosomalRegions {
  /// 1-based, both ends included.
  static func regions(_ assembly: Assembly, _ chromosome: SexChromosome) -> [Interval] {
    switch (assembly, chromosome) {
    case (.grch37, .x): [Interval(60_001, 2_699_520), Interval(154_931_044, 155_260_560)]
    case (.grch37, .y): [Interval(10_001, 2_649_520), Interval(59_034_050, 59_363_566)]
    case (.grch38, .x): [Interval(10_001, 2_781_479), Interval(155_701_383, 156_030_895)]
    case (.grch38, .y): [Interval(10_001, 2_781_479), Interval(56_887_903, 57_217_415)]
    }
  }
}
