import ArgumentParser
import Foundation
import Genome
import Pipelines

/// `foxp3 table`: the curated table, and a laboratory's own.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "The curated table of IPEX variants, and a laboratory's own.",
    subcommands: [List.self, Show.self, Check.self, Diff.self, Merge.self])

  /// Which reference and tables a command looks at.
  struct Tables: ParsableArguments {
    @Option(help: "A laboratory's own table, laid over ours (repeatable); none switches ours off.")
    var table: [String] = []

    @Option(help: "Use this folder in place of the built-in reference.")
    var referenceBundle: String?

    func pipeline() throws -> TablePipeline {
      TablePipeline(
        try Knowledge(Reference.load(referenceBundle), tables: TableSelection(table)))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the rows, one per allele.")

    @OptionGroup var tables: Tables

    @Option(help: "Rows of this class only, as likely_pathogenic.")
    var `class`: ClinicalClass?

    func run() throws { try StandardOutput.write(tables.pipeline().list(self.class)) }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show one row with all it says.")

    @Argument(help: "An identifier (FX0001) or a name of the table (c.1189C>T).")
    var name: String

    @OptionGroup var tables: Tables

    func run() throws { try StandardOutput.write(tables.pipeline().show(name)) }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a laboratory's own table: columns, classes, names against the sequence.")

    @Argument(help: "Tables (tab-separated, the columns of `foxp3 table merge`).")
    var files: [String]

    func run() throws {
      let pipeline = try Tables.parse([]).pipeline()
      for file in files { try StandardOutput.write(pipeline.check(file)) }
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Show which alleles were added, removed or changed their class.",
      discussion: "built-in stands for the program's own table.")

    @Argument(help: "The older table, or built-in.")
    var old: String

    @Argument(help: "The newer table, or built-in.")
    var new: String

    func run() throws {
      try StandardOutput.write(Tables.parse([]).pipeline().differences(old, new))
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge", abstract: "Print the tables laid over each other as one table.")

    @OptionGroup var tables: Tables

    func run() throws { try StandardOutput.write(tables.pipeline().merged()) }
  }
}

extension ClinicalClass: ExpressibleByArgument {}
