import ArgumentParser
import Pipelines

/// `foxp3 store`: a laboratory's own history.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "What the laboratory saw before (annotate and batch write it with --store).",
    subcommands: [Reclassify.self, Frequency.self])

  /// What is said of a store beside its table.
  private enum Told {
    static func of(_ store: StorePipeline, in database: String) {
      Message.note("\(store.sampleCount) samples in \(database)")
      if let shared = store.sharedNames { Message.note(shared) }
    }
  }

  struct Reclassify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reclassify",
      abstract: "List variants of earlier samples whose class is another one today.",
      discussion: """
        Today means this version, its table and the tables and files given here. Give the same files
        of evidence as then: a class that changes for want of them is no news, and a note says so.
        Whom to contact again is the laboratory's own policy.
        """)

    @Argument(help: "The store.")
    var database: String

    @OptionGroup var knowledge: EvidenceOptions

    func run() throws {
      let knowledge = try knowledge.load()
      for note in knowledge.evidenceNotes { Message.note(note) }
      let store = try StorePipeline(database, knowledge: knowledge)
      try StandardOutput.write(store.reclassified())
      Told.of(store, in: database)
    }
  }

  struct Frequency: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "frequency", abstract: "Count alleles in the laboratory's own samples, by sex.",
      discussion: """
        Counted are samples whose data show the place: those of variants alone tell nothing of how
        many could have had the allele. A laboratory's samples are patients and their relatives, no
        sample of the population.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case tsv
      case vcf
    }

    @Argument(help: "The store.")
    var database: String

    @Argument(help: "Variants, as c.1189C>T; without one, all that were seen.")
    var variants: [String] = []

    @Option(help: "tsv, or vcf: a sites file on GRCh38, which --frequencies refuses.")
    var format = Format.tsv

    @OptionGroup var knowledge: EvidenceOptions

    func run() throws {
      let store = try StorePipeline(database, knowledge: try knowledge.load())
      let counted = try store.counts(variants)
      try StandardOutput.write(
        format == .tsv
          ? StorePipeline.table(counted.counts) : store.sites(counted.counts))
      if format == .vcf, let leftOut = StorePipeline.leftOut(counted.counts) {
        Message.note(leftOut)
      }
      for doubt in counted.doubts { Message.note(doubt) }
      Told.of(store, in: database)
    }
  }
}
