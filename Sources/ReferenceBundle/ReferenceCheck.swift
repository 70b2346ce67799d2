internal import Genome
internal import Nomenclature

extension ReferenceBundle {
  /// Every proof that is too slow or too pedantic for each run, as `foxp3 reference check` shows
  /// them: checksums, sequences, differences between the builds, and the table's names on both.
  /// Empty where all hold.
  public func check() -> [TableProblem] {
    checksums() + translations() + parts.differences.check(grch37: loci[0], grch38: loci[1])
      + regionEnds() + curatedNames() + frequencyNames()
  }

  /// A file that is not as its manifest says is an error: reports name a reference by that.
  public func requireChecksums() throws(ReferenceError) {
    let problems = checksums()
    guard problems.isEmpty else { throw ReferenceError(origin: origin, problems: problems) }
  }

  /// SHA-256 of the manifest, which has those of all files.
  public var manifestDigest: String {
    Checksum.of(parts.files.contents[Manifest.fileName] ?? [])
  }

  private func checksums() -> [TableProblem] {
    var problems: [TableProblem] = []
    for entry in manifest {
      guard let bytes = parts.files.contents[entry.path] else {
        problems.append(manifestProblem(entry, "path", "\(entry.path) is missing"))
        continue
      }
      let digest = Checksum.of(bytes)
      guard digest != entry.sha256 else { continue }
      problems.append(manifestProblem(entry, "sha256", "the file has \(digest)"))
    }
    let listed = Set(manifest.map(\.path))
    for path in parts.files.contents.keys.sorted()
    where path != Manifest.fileName && !listed.contains(path) {
      problems.append(TableProblem(file: Manifest.fileName, cause: "\(path) is not listed"))
    }
    return problems
  }

  private func manifestProblem(
    _ entry: ManifestEntry, _ column: String, _ cause: String
  ) -> TableProblem {
    TableProblem(file: Manifest.fileName, line: entry.line, column: column, cause: cause)
  }

  /// Both builds give the same coding bases, and these the protein of the FASTA file.
  private func translations() -> [TableProblem] {
    var problems: [TableProblem] = []
    for (old, new) in zip(transcripts(.grch37), transcripts(.grch38)) {
      let codings = [coding(old, locus(.grch37)), coding(new, locus(.grch38))]
      let file = "Transcripts/\(new.accession).tsv"
      if codings[0] != codings[1] {
        problems.append(TableProblem(file: file, cause: "the builds differ in the coding bases"))
      }
      for (assembly, bases) in zip(Assembly.allCases, codings) {
        let expected = parts.protein(new.protein) + [.stop]
        guard GeneticCode.translate(bases) != expected || bases.count != expected.count * 3 else {
          continue
        }
        let cause =
          "\(assembly.rawValue): the coding bases don't give \(new.protein) of "
          + ReferenceParts.proteinFile
        problems.append(TableProblem(file: file, cause: cause))
      }
    }
    return problems
  }

  private func coding(_ transcript: Transcript, _ locus: Locus) -> [UInt8] {
    let map = TranscriptMap(transcript: transcript, locus: locus)
    guard map.codingStart <= map.codingEnd else { return [] }
    return Array(map.spliced.bytes[(map.codingStart - 1)..<map.codingEnd])
  }

  private func regionEnds() -> [TableProblem] {
    regions.filter { $0.last > protein.count }.map {
      let cause = "\($0.name) ends at \($0.last), beyond the protein's \(protein.count) residues"
      return TableProblem(file: RegionTable.fileName, column: "last", cause: cause)
    }
  }

  /// Each row's name reads the same on GRCh37 as on GRCh38, and is the allele's own HGVS name.
  private func curatedNames() -> [TableProblem] {
    let maps = Assembly.allCases.map {
      TranscriptMap(transcript: transcripts($0)[0], locus: locus($0))
    }
    var problems: [TableProblem] = []
    for (index, variant) in table.resolved.enumerated() {
      for map in maps {
        guard let change = variant.change(map.locus.assembly),
          let cause = misnaming(variant.row.codingName, of: change, on: map)
        else { continue }
        problems.append(
          TableProblem(file: table.file, line: index + 2, column: "hgvs_c", cause: cause))
      }
    }
    return problems
  }

  private func misnaming(
    _ name: String, of change: SequenceChange, on map: TranscriptMap
  ) -> String? {
    let build = map.locus.assembly.rawValue
    do throws(NameError) {
      let named = try HGVSReader.change(codingName: name, on: map).leftAligned(on: map.locus)
      if named != change { return "\(name) on \(build) is not the allele of the other build" }
    } catch {
      return "\(build): \(error)"
    }
    let own = map.codingName(of: change) ?? "no name"
    return own == name ? nil : "\(build): HGVS names this allele \(own)"
  }

  private func frequencyNames() -> [TableProblem] {
    let map = TranscriptMap(transcript: transcripts(.grch38)[0], locus: locus(.grch38))
    return parts.frequencies.compactMap { entry in
      do throws(NameError) {
        _ = try HGVSReader.change(codingName: entry.frequency.codingName, on: map)
        return nil
      } catch {
        return TableProblem(
          file: FrequencyTable.fileName, line: entry.line, column: "hgvs_c", cause: "\(error)")
      }
    }
  }
}
