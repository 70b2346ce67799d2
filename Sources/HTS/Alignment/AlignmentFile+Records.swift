import CHTSlib
public import Genome

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension AlignmentFile {
  /// Moves to the next record of the file, or of the running query; `false` at its proven end.
  public mutating func next() throws(HTSError) -> Bool {
    let status =
      if let query = unsafe query {
        unsafe sam_itr_next(stream, query, record)
      } else {
        unsafe sam_read1(stream, lines, record)
      }
    guard status >= -1 else { throw unreadable }
    if status >= 0 {
      recordCount += 1
    } else {
      try checkStreamEnd()
    }
    return status >= 0
  }

  /// BAM in BGZF only: the virtual offset (SAM specification, section 4.1.1) of what is read next.
  public var virtualOffset: Int64 {
    let bytes = unsafe stream.pointee.fp.bgzf
    guard format.kind == .bam, let bytes = unsafe bytes else { return 0 }
    return unsafe bytes.pointee.block_address << 16 | Int64(bytes.pointee.block_offset & 0xFFFF)
  }

  /// BAM in BGZF only: goes to a virtual offset where a record starts, the one after
  /// `recordsBefore`.
  public mutating func seek(to virtualOffset: Int64, recordsBefore: Int) throws(HTSError) {
    guard format.kind == .bam,
      unsafe bgzf_seek(stream.pointee.fp.bgzf, virtualOffset, SEEK_SET) == 0
    else { throw damaged("can't be read at byte \(virtualOffset >> 16)") }
    recordCount = recordsBefore
  }

  /// The error for a file without a record that was there before: it was changed meanwhile.
  public var endsEarly: HTSError {
    damaged("has fewer records than when it was looked through")
  }

  /// Looks beside the file for an index (`.bai`, `.csi`; of CRAM `.crai`) and loads the first that
  /// is not older than the file. A stream and SAM have none. The file can then be queried for
  /// `contigs` (numbers in the header) alone where they are given: of the others no places are kept.
  public mutating func loadIndex(for contigs: Set<Int>? = nil) -> IndexState {
    guard let path, size != nil, format.kind != .sam, let absolute = PathFacts.absolute(path)
    else { return .none }
    var state = IndexState.none
    for candidate in indexNames(absolute) where PathFacts.exists(candidate) {
      let name = PathName.last(of: candidate)
      if PathFacts.isOlder(candidate, than: absolute) {
        state = .older(name: name)
      } else if load(candidate, of: absolute, for: contigs) {
        return endsWithIndex() ? .ready(name: name) : .foreign(name: name)
      } else {
        state = .unreadable(name: name)
      }
    }
    return state
  }

  private mutating func load(_ name: String, of file: String, for contigs: Set<Int>?) -> Bool {
    if format.kind != .cram {
      guard let excerpt = IndexExcerpt(of: name, keeping: .numbers(contigs ?? [])) else {
        return false
      }
      // Without room for the excerpt the whole index has to do.
      if contigs != nil, let small = try? excerpt.file(for: name),
        let loaded = unsafe sam_index_load3(stream, file, small.path, 0)
      {
        unsafe index = unsafe loaded
        indexedContigs = contigs
        return true
      }
    }
    unsafe index = unsafe sam_index_load3(stream, file, name, 0)
    return unsafe index != nil
  }

  /// Starts a query: `next` then gives the alignments of the contig (its number in the header)
  /// that overlap `interval` (1-based, both ends included). One that the index was not loaded for is
  /// an error.
  public mutating func startQuery(contig: Int, _ interval: Interval) throws(HTSError) {
    unsafe hts_itr_destroy(query)
    recordCount = 0
    let start = hts_pos_t(max(interval.start, 1) - 1)
    unsafe query = nil
    if indexedContigs?.contains(contig) ?? true {
      unsafe query = unsafe sam_itr_queryi(index, CInt(contig), start, hts_pos_t(interval.end))
    }
    guard unsafe query != nil else {
      throw HTSError(.badIndex, file: name, "has an index that can't be used; make it again")
    }
  }

  /// Mapped reads of each contig of the header as the index tells, with 0 where it knows a contig by no
  /// read (as `samtools idxstats`); `nil` where it tells of none, as that of a CRAM.
  public var mappedReadsByContig: [Int]? {
    guard let index = unsafe index, format.kind != .cram else { return nil }
    var isTold = false
    let counts = header.contigs.indices.map { contig in
      var mapped: UInt64 = 0
      var unmapped: UInt64 = 0
      // -1 for a contig without reads, and for an index without counts.
      let status = unsafe hts_idx_get_stat(index, CInt(contig), &mapped, &unmapped)
      isTold = isTold || status == 0
      return status == 0 ? Int(clamping: mapped) : 0
    }
    return isTold ? counts : nil
  }

  private func indexNames(_ path: String) -> [String] {
    let suffixes = format.kind == .cram ? [".crai"] : [".bai", ".csi"]
    let ending = format.kind == .cram ? ".cram" : ".bam"
    let stem = path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : nil
    return suffixes.map { path + $0 } + suffixes.compactMap { suffix in stem.map { $0 + suffix } }
  }

  /// Whether only reads without a place follow the last one that the index knows. An index of
  /// another file points into the middle of something. Of a CRAM the index holds no such place.
  private mutating func endsWithIndex() -> Bool {
    guard format.kind == .bam, let end = lastOffset, let size else { return true }
    let bytes = unsafe stream.pointee.fp.bgzf
    guard end >> 16 < size, unsafe bgzf_seek(bytes, end, SEEK_SET) == 0 else { return false }
    let status = unsafe sam_read1(stream, lines, record)
    return status == -1 || (status >= 0 && current.contig == nil)
  }

  /// The virtual offset behind the last placed read of the index; `nil` for an index without any.
  private var lastOffset: Int64? {
    guard let index = unsafe index else { return nil }
    for contig in header.contigs.indices.reversed() {
      guard
        let all = unsafe sam_itr_queryi(
          index, CInt(contig), 0, hts_pos_t(header.contigs[contig].length))
      else { continue }
      defer { unsafe hts_itr_destroy(all) }
      let ends = unsafe (0..<Int(all.pointee.n_off)).map { unsafe all.pointee.off[$0].v }
      if let end = ends.max() { return Int64(bitPattern: end) }
    }
    return nil
  }

  /// A stream can't be looked at from its end, so the marker is asked for once the end is there.
  private func checkStreamEnd() throws(HTSError) {
    guard size == nil, format.kind == .bam else { return }
    if unsafe stream.pointee.fp.bgzf.pointee.no_eof_block != 0 {
      throw damaged("has no end-of-file marker")
    }
  }

  private var unreadable: HTSError {
    guard format.kind == .cram else { return damaged("holds a record that can't be read") }
    guard hasReference else {
      return HTSError(
        .referenceNeeded, file: name,
        "can't be decoded without the reference it was written with: give it with --fasta FILE; "
          + "if the CRAM holds its own reference, it is damaged")
    }
    return HTSError(
      .corrupt, file: name, record: place,
      "can't be decoded with the FASTA given: that is another reference than it was written with, "
        + "or the CRAM is damaged; give the right FASTA, or copy or make the file again")
  }
}
