import CHTSlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension VariantFile {
  /// Moves to the next record of the file, or of the running query; `false` at its proven end.
  ///
  /// A cut-off or damaged file is an error here, never an early end.
  public mutating func next() throws(HTSError) -> Bool {
    let hasRecord =
      if unsafe query != nil {
        try nextOfQuery()
      } else if format.isBinary {
        try nextBinary()
      } else {
        try nextLine()
      }
    if hasRecord { recordCount += 1 }
    return hasRecord
  }

  /// BGZF only: the virtual offset (SAM specification, section 4.1.1) of what is read next.
  public var virtualOffset: Int64 {
    guard let bytes = unsafe stream.pointee.fp.bgzf else { return 0 }
    return unsafe bytes.pointee.block_address << 16 | Int64(bytes.pointee.block_offset & 0xFFFF)
  }

  /// BGZF only: goes to a virtual offset where a record starts, the one after `recordsBefore`.
  public mutating func seek(
    to virtualOffset: Int64, recordsBefore: Int
  ) throws(HTSError) {
    guard unsafe bgzf_seek(stream.pointee.fp.bgzf, virtualOffset, SEEK_SET) == 0 else {
      throw damaged("can't be read at byte \(virtualOffset >> 16)")
    }
    recordCount = recordsBefore
  }

  /// The error for a file without a record that was there before: it was changed meanwhile.
  public var endsEarly: HTSError {
    damaged("has fewer records than when it was looked through")
  }

  /// BCF only: the number by which records name a contig, from 0; `nil` for an unknown one.
  public func contigNumber(_ name: String) -> Int? {
    let number = unsafe bcf_hdr_name2id(binarySource.header, name)
    return number < 0 ? nil : Int(number)
  }

  /// BCF only: contig numbers are below this.
  public var contigNumberLimit: Int { unsafe Int(binarySource.header?.pointee.n.1 ?? 0) }

  /// Prints the current BCF record into the line; a VCF line is there already.
  public mutating func printRecord() throws(HTSError) {
    guard format.isBinary else { return }
    unsafe line.l = 0
    guard unsafe vcf_format(binarySource.header, binaryRecord, &line) == 0 else {
      throw damaged("holds a BCF record that can't be printed")
    }
    while unsafe line.l > 0, unsafe line.s[Int(line.l) - 1] == CChar(10) { unsafe line.l -= 1 }
  }

  /// Whether the current BCF record may reach a position, 1-based: by htslib's own length of it, or by a symbolic
  /// allele, which may be longer than that says. Always `true` for text.
  public mutating func currentMayReach(_ position: Int) -> Bool {
    guard format.isBinary, let record = unsafe binaryRecord else { return true }
    guard unsafe Int(record.pointee.pos + record.pointee.rlen) < position else { return true }
    guard unsafe bcf_unpack(record, BCF_UN_STR) == 0 else { return true }
    let count = unsafe Int(record.pointee.n_allele)
    return (1..<max(count, 1)).contains { index in
      unsafe record.pointee.d.allele[index].map { unsafe $0[0] == CChar(bitPattern: 0x3C) } ?? true
    }
  }

  private mutating func nextLine() throws(HTSError) -> Bool {
    while try readLine() {
      guard unsafe line.l > 0 else { continue }
      if unsafe line.s[0] == CChar(bitPattern: UInt8(ascii: "#")) {
        throw headerLine(afterRecord: recordCount)
      }
      return true
    }
    return false
  }

  /// The error for a header line behind a record.
  public func headerLine(afterRecord number: Int) -> HTSError {
    HTSError(
      .malformed, file: name, record: "line after record \(number)",
      "is a header line among the records; were files joined without `bcftools concat`?")
  }

  /// Record `number` is on no contig that can be told.
  public func withoutContig(record number: Int) -> HTSError {
    HTSError(
      .malformed, file: name, record: "record \(number)",
      "does not begin with a contig's name and a tab; columns of VCF are parted by tabs, so it is "
        + "damaged or was edited")
  }

  /// Bytes of the longest line, and of the longest header, that are read: what bounds the memory.
  static let longestLine = 64 << 20

  var tooLong: HTSError {
    HTSError(
      .malformed, file: name, record: recordCount == 0 ? nil : "after record \(recordCount)",
      "has a line or a header of more than \(VariantFile.longestLine) bytes; no VCF of people has, "
        + "so it is damaged or made for something else")
  }

  /// Reads a line, header or record. htslib gives the part of a line before a read error as if it
  /// were whole, so the stream's own error state is looked at after each line.
  mutating func readLine() throws(HTSError) -> Bool {
    let start = plainOffset
    let status = unsafe chts_get_line(stream, &line, VariantFile.longestLine)
    if status == Int64(CHTS_TOO_LONG) { throw tooLong }
    if status < -1 || streamHasError {
      throw damaged("can't be read any further")
    }
    guard status >= 0 else {
      try checkStreamEnd()
      return false
    }
    if let start, let end = plainOffset { endsInsideLine = unsafe end - start == Int(line.l) }
    return true
  }

  /// Bytes of plain text taken so far; compressed text has an end of its own to be checked.
  private var plainOffset: Int? {
    guard unsafe stream.pointee.is_bgzf == 0 else { return nil }
    return unsafe Int(htell(stream.pointee.fp.hfile))
  }

  private mutating func nextBinary() throws(HTSError) -> Bool {
    let status = unsafe bcf_read(stream, binarySource.header, binaryRecord)
    if unsafe status < -1 || streamHasError || binaryRecord?.pointee.errcode != 0 {
      throw damaged("holds a BCF record that can't be read")
    }
    if status < 0 { try checkStreamEnd() }
    return status >= 0
  }

  private var streamHasError: Bool {
    guard unsafe stream.pointee.is_bgzf == 0 else {
      return unsafe stream.pointee.fp.bgzf.pointee.errcode != 0
    }
    return unsafe herrno(stream.pointee.fp.hfile) != 0
  }

  /// A stream can't be looked at from its end, so the block is asked for once the end is there.
  private func checkStreamEnd() throws(HTSError) {
    guard format.compression == .bgzf, unsafe stream.pointee.is_bgzf != 0 else { return }
    if unsafe stream.pointee.fp.bgzf.pointee.no_eof_block != 0 { throw endMissing }
  }

  func damaged(_ what: String) -> HTSError {
    let code: HTSError.Code = format.compression == .none ? .truncated : .corrupt
    return HTSError(
      code, file: name, record: recordCount == 0 ? nil : "after record \(recordCount)",
      "\(what): it is cut off or damaged; copy or make the file again")
  }
}
