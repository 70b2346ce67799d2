import Delivery
import Genome
import HTS
import Settings

/// From a sample sheet to what is read at once, in the order of the sheet.
struct BatchPlan: Sendable {
  private(set) var units: [BatchUnit] = []
  /// Rows of the sheet with no sample to run are not counted.
  private(set) var sampleCount = 0
  /// The sheet's, over that of `--ped`.
  private(set) var pedigree = Pedigree()
  /// The sheet and all that its rows name.
  private(set) var files: [String] = []
  /// What a person has to know before the run, in sentences.
  private(set) var notes: [String] = []

  /// Every problem is told at once, those that only the files' headers show among them.
  init(_ request: BatchRequest) throws(PipelineError) {
    try Reference.checkFASTA(request.common.fasta)
    do throws(SettingsError) {
      var (sheet, problems) = try SampleSheet.read(request.sheet, fileName: BatchPlan.fileName)
      var entries: [(entry: BatchUnit.Entry, namesSamples: Bool)] = []
      for row in sheet.rows {
        let streams = BatchPlan.streams(row)
        problems += streams
        guard streams.isEmpty, !["", "-"].contains(row.input) else { continue }
        let names = BatchPlan.names(row, fasta: request.common.fasta)
        for sample in names.samples {
          entries.append(
            (
              BatchUnit.Entry(sample: sample, row: row, order: entries.count), names.areInFile
            ))
        }
        problems += BatchPlan.problems(row, count: names.samples.count)
      }
      problems += BatchPlan.clashes(entries.map(\.entry))
      problems += SheetBesidePedigree(request.common.pedigree).problems(entries.map(\.entry))
      problems += sheet.missingParents(beside: Set(entries.map(\.entry.sample)))
      pedigree = sheet.pedigree(over: request.common.pedigree)
      files =
        [sheet.file]
        + sheet.rows.flatMap { row in
          [row.input] + [row.alignments, row.caseFile].compactMap { $0 } + (row.tables ?? [])
        }
      problems += BatchPlan.familyClashes(sheet, request.common.pedigree)
      problems += BatchPlan.impossibleKin(sheet, pedigree)
      guard problems.isEmpty else {
        throw SettingsError(kind: .invalid, file: request.sheet, problems: problems)
      }
      notes = [
        request.common.pedigreeNote(samples: entries.map(\.entry.sample), of: "the sheet")
      ].compactMap { $0 }
      group(try BatchPlan.chosen(entries, request))
    } catch {
      throw PipelineError(error)
    }
  }

  /// A batch reads what it is given more than once: the names of its samples, and again to continue.
  private static func streams(_ row: SampleSheet.Row) -> [SettingsProblem] {
    [row.input, row.alignments].compactMap { $0 }.filter { FileFacts.of($0)?.isStream ?? false }
      .map { path in
        SettingsProblem(
          line: row.line,
          message: "\(path) is a pipe or a device, which can't be read again; write it to a file")
      }
  }

  /// Under which name a sample's files stand; file systems that ignore case make one of two.
  static func fileName(_ sample: String) -> String { FileName.safe(sample).lowercased() }

  private static func names(
    _ row: SampleSheet.Row, fasta: String?
  ) -> (samples: [String], areInFile: Bool) {
    if let sample = row.sample { return ([sample], true) }
    let found = (try? BatchPlan.header(row.input, fasta: fasta)) ?? []
    return found.isEmpty ? ([FileStem.of(row.input)], false) : (found, true)
  }

  static func header(_ input: String, fasta: String?) throws(HTSError) -> [String] {
    try InputFile.open(input, fasta: fasta).samples
  }

  private static func problems(_ row: SampleSheet.Row, count: Int) -> [SettingsProblem] {
    guard count > 1 else { return [] }
    let given = [
      ("a sex", row.sex != .unknown), ("reads", row.alignments != nil),
      ("a case", row.caseFile != nil),
    ]
    return given.filter(\.1).map { what, _ in
      SettingsProblem(
        line: row.line,
        message: "gives \(what) for one sample, but \(row.input) has \(count); name the samples")
    }
  }

  /// Names that share files, one of a whole file's among them, and those of the summary.
  private static func clashes(_ entries: [BatchUnit.Entry]) -> [SettingsProblem] {
    var first: [String: BatchUnit.Entry] = [:]
    return entries.compactMap { entry in
      let key = fileName(entry.sample)
      if CohortWriter.files.contains(key) {
        return SettingsProblem(
          line: entry.row.line,
          message: "the sample “\(entry.sample)” has the name of a file of the summary; rename it")
      }
      guard let earlier = first[key] else {
        first[key] = entry
        return nil
      }
      // Told when the sheet was read.
      guard earlier.row.sample == nil || entry.row.sample == nil else { return nil }
      return SettingsProblem(
        line: entry.row.line,
        message: "the samples “\(earlier.sample)” (line \(earlier.row.line)) and “\(entry.sample)” "
          + "would write the same files; run them into different folders")
    }
  }

  /// Families whose files would have one name, each but the first at the first line that has it; without one where
  /// `--ped` alone names it.
  private static func familyClashes(
    _ sheet: SampleSheet, _ known: Pedigree
  ) -> [SettingsProblem] {
    // Who has no family is one by the own name, and samples that clash are told as samples.
    let named = Set(sheet.rows.map(\.family) + known.families)
    let clashes = FileName.clashes(of: sheet.pedigree(over: known).families)
    return clashes.filter { !named.isDisjoint(with: $0) }.flatMap { clash in
      let list = clash.map { "“\($0)”" }.joined(separator: ", ")
      return clash.dropFirst().map { family in
        SettingsProblem(
          line: sheet.rows.first { $0.family == family || $0.sample == family }?.line,
          message: "the families \(list) would write the same files; rename them")
      }
    }
  }

  /// What can't be of the sheet's rows and `--ped` taken together, at the first row of each person.
  private static func impossibleKin(
    _ sheet: SampleSheet, _ pedigree: Pedigree
  ) -> [SettingsProblem] {
    let lines = Dictionary(
      sheet.rows.compactMap { row in row.sample.map { ($0, row.line) } },
      uniquingKeysWith: { first, _ in first })
    // A sample in two rows is told of the sheet.
    var seen: Set<String> = []
    let members = pedigree.members.filter { seen.insert($0.name).inserted }
    return PedigreeCheck(members: members.map { (lines[$0.name], $0) }).problems
  }

  private static func chosen(
    _ entries: [(entry: BatchUnit.Entry, namesSamples: Bool)], _ request: BatchRequest
  ) throws(SettingsError) -> [(entry: BatchUnit.Entry, namesSamples: Bool)] {
    guard !request.samples.isEmpty else { return entries }
    let known = Set(entries.map(\.entry.sample))
    let missing = request.samples.filter { !known.contains($0) }
    guard missing.isEmpty else {
      throw SettingsError(
        kind: .invalid, file: request.sheet,
        problems: missing.map {
          SettingsProblem(line: nil, message: "has no sample “\($0)” (--sample)")
        })
    }
    return entries.filter { request.samples.contains($0.entry.sample) }
  }

  /// Rows of one input are read together where nothing speaks of one of them alone.
  private mutating func group(_ entries: [(entry: BatchUnit.Entry, namesSamples: Bool)]) {
    var places: [[String]: Int] = [:]
    for (entry, namesSamples) in entries {
      let row = entry.row
      sampleCount += 1
      let isAlone = row.alignments != nil || row.caseFile != nil || !namesSamples
      let key = [row.input] + (row.tables ?? ["-"])
      if !isAlone, let place = places[key] {
        units[place].entries.append(entry)
        continue
      }
      if !isAlone { places[key] = units.count }
      units.append(BatchUnit(input: row.input, entries: [entry], namesSamples: namesSamples))
    }
  }
}
