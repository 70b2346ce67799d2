import CHTSlib
public import Genome

/// Whether a file can be read by position.
public enum IndexState: Sendable, Hashable {
  case none
  /// The index was written before the file's last change.
  case older(name: String)
  /// It is damaged, or not of a variant file.
  case unreadable(name: String)
  /// It ends elsewhere than the file's records, so it was made for another file. The file has to be
  /// opened again to be read.
  case foreign(name: String)
  case ready(name: String)
}

extension VariantFile {
  /// Looks beside the file for `.tbi` and `.csi` (BCF: `.csi`), loads the first that is not older
  /// than the file, and checks that it ends where the file ends. A stream, plain text and gzip have
  /// none. The file can only be queried afterwards, and only for `contigs` where they are given: of
  /// the others nothing is kept.
  public mutating func loadIndex(for contigs: [String]? = nil) -> IndexState {
    guard let path, size != nil, format.compression == .bgzf,
      let absolute = PathFacts.absolute(path)
    else { return .none }
    var state = IndexState.none
    for suffix in format.isBinary ? [".csi"] : [".tbi", ".csi"] {
      let index = absolute + suffix
      let name = PathName.last(of: index)
      guard PathFacts.exists(index) else { continue }
      if PathFacts.isOlder(index, than: absolute) {
        state = .older(name: name)
      } else if load(index, of: absolute, for: contigs) {
        return isEndOfIndexEndOfFile() ? .ready(name: name) : .foreign(name: name)
      } else {
        state = .unreadable(name: name)
      }
    }
    return state
  }

  /// Those of `contigs` that the index knows, in its order: that of the file.
  public func indexed(_ contigs: [String]) -> [String] {
    let numbered = contigs.compactMap { contig in indexNumber(of: contig).map { ($0, contig) } }
    return numbered.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Starts a query: `next` then gives the records of `contig` whose extent in the index overlaps
  /// `interval` (1-based, both ends included). A contig that the index has not, or that it was not
  /// loaded for, is an error.
  public mutating func startQuery(
    contig: String, _ interval: Interval
  ) throws(HTSError) {
    endQuery()
    recordCount = 0
    let start = hts_pos_t(max(interval.start, 1) - 1)
    let end = hts_pos_t(interval.end)
    if let number = indexNumber(of: contig), indexedContigs?.contains(contig) ?? true {
      if let textIndex = unsafe textIndex {
        unsafe query = unsafe hts_itr_query(
          textIndex.pointee.idx, number, start, end, chts_read_bounded_line)
      } else if let binaryIndex = unsafe binaryIndex {
        unsafe query = unsafe hts_itr_query(
          binaryIndex, number, start, end, chts_read_checked_record)
      }
    }
    guard unsafe query != nil else {
      throw failure(.badIndex, "has an index that can't be used; make it again")
    }
  }

  /// Starts a query for every record of `contig`, of up to `length` bases. A file of one contig is read from
  /// its first record on: nothing has to be looked up. A contig that the index has not is an error.
  public mutating func startQuery(wholeContig contig: String, length: Int) throws(HTSError) {
    guard indexNumber(of: contig) != nil, startWhole() else {
      return try startQuery(contig: contig, Interval(1, length))
    }
  }

  /// Starts a query for all records of a text file, if its index has one contig and says where that begins.
  private mutating func startWhole() -> Bool {
    guard let index = unsafe textIndex?.pointee.idx, unsafe hts_idx_nseq(index) == 1,
      let all = unsafe hts_itr_query(index, HTS_IDX_START, 0, 0, chts_read_bounded_line)
    else { return false }
    guard unsafe all.pointee.read_rest == 1, unsafe all.pointee.curr_off > 0 else {
      unsafe hts_itr_destroy(all)
      return false
    }
    endQuery()
    recordCount = 0
    unsafe query = unsafe all
    return true
  }

  private func indexNumber(of contig: String) -> CInt? {
    let number =
      if let textIndex = unsafe textIndex {
        unsafe tbx_name2id(textIndex, contig)
      } else {
        unsafe bcf_hdr_name2id(binarySource.header, contig)
      }
    return number < 0 ? nil : number
  }

  mutating func nextOfQuery() throws(HTSError) -> Bool {
    let bytes = unsafe stream.pointee.fp.bgzf
    let status =
      if let textIndex = unsafe textIndex {
        unsafe hts_itr_next(bytes, query, &line, textIndex)
      } else {
        unsafe hts_itr_next(bytes, query, binaryRecord, &binarySource)
      }
    if unsafe status < -1 || bytes?.pointee.errcode != 0 {
      throw damaged("can't be read by its index")
    }
    return status >= 0
  }

  /// Whether nothing follows the last record that the index knows. An index of another file, or of
  /// an earlier state of this one, points into the middle of something.
  private mutating func isEndOfIndexEndOfFile() -> Bool {
    guard let end = lastOffset else { return true }
    let (block, within) = (end >> 16, Int(end & 0xFFFF))
    let bytes = unsafe stream.pointee.fp.bgzf
    guard let size, block < size, unsafe bgzf_seek(bytes, block << 16, SEEK_SET) == 0 else {
      return false
    }
    // A block holds at most 65,536 bytes; more than `within` is enough to tell.
    var rest = [UInt8](repeating: 0, count: 65_537)
    let count = unsafe rest.withUnsafeMutableBytes { buffer in
      unsafe bgzf_read(bytes, buffer.baseAddress, buffer.count)
    }
    return count == within
  }

  /// The virtual offset behind the last record of the index; `nil` for an index of no records.
  private var lastOffset: Int64? {
    guard let index = unsafe textIndex?.pointee.idx ?? binaryIndex else { return nil }
    return unsafe statedEnd(of: index) ?? searchedEnd(of: index)
  }

  /// Where what has no place would stand: behind the last record of all. Indexes without the bins
  /// that state it (SAM specification, section 5.2, "pseudo-bin") are old.
  private func statedEnd(of index: OpaquePointer) -> Int64? {
    guard let rest = unsafe hts_itr_query(index, HTS_IDX_NOCOOR, 0, 0, tbx_readrec) else {
      return nil
    }
    defer { unsafe hts_itr_destroy(rest) }
    let offset = unsafe Int64(bitPattern: rest.pointee.curr_off)
    return unsafe rest.pointee.read_rest == 1 && offset > 0 ? offset : nil
  }

  private func searchedEnd(of index: OpaquePointer) -> Int64? {
    let everything = hts_pos_t(Int32.max)
    for contig in (0..<max(0, unsafe hts_idx_nseq(index))).reversed() {
      guard let all = unsafe hts_itr_query(index, contig, 0, everything, tbx_readrec) else {
        continue
      }
      defer { unsafe hts_itr_destroy(all) }
      let count = unsafe Int(all.pointee.n_off)
      let ends = (0..<count).map { unsafe all.pointee.off[$0].v }
      if let end = ends.max() { return Int64(bitPattern: end) }
    }
    return nil
  }

  private mutating func endQuery() {
    unsafe hts_itr_destroy(query)
    unsafe query = nil
  }

  private mutating func load(_ index: String, of file: String, for contigs: [String]?) -> Bool {
    let names = contigs ?? []
    let kept: IndexExcerpt.Kept =
      format.isBinary
      ? .numbers(Set(names.compactMap { contigNumber($0) })) : .names(Set(names))
    guard let excerpt = IndexExcerpt(of: index, keeping: kept) else { return false }
    // Without room for the excerpt the whole index has to do.
    if contigs != nil, let small = try? excerpt.file(for: index), load(small.path, of: file) {
      indexedContigs = contigs
      return true
    }
    return load(index, of: file)
  }

  private mutating func load(_ index: String, of file: String) -> Bool {
    if format.isBinary {
      unsafe binaryIndex = unsafe hts_idx_load3(file, index, CInt(HTS_FMT_CSI), 0)
      return unsafe binaryIndex != nil
    }
    guard let loaded = unsafe tbx_index_load3(file, index, 0) else { return false }
    let preset = unsafe loaded.pointee.conf.preset & 0xFFFF
    guard preset == TBX_VCF else {
      unsafe tbx_destroy(loaded)
      return false
    }
    unsafe textIndex = unsafe loaded
    return true
  }
}
