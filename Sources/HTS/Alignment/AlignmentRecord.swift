import CHTSlib

/// A read as it is aligned, borrowed: it can't outlive the file's next record.
@safe
public struct AlignmentRecord: ~Escapable {
  let record: UnsafePointer<bam1_t>

  @_lifetime(borrow file)
  init(_ file: borrowing AlignmentFile) {
    unsafe record = UnsafePointer(file.record)
  }

  /// FLAG (SAM specification, section 1.4).
  public var flags: AlignmentFlags {
    AlignmentFlags(rawValue: unsafe record.pointee.core.flag)
  }

  /// Number of the contig in the header, from 0; `nil` for a read without a place.
  public var contig: Int? { AlignmentRecord.place(unsafe record.pointee.core.tid) }

  /// POS, 1-based: the first aligned base; 0 without a place.
  public var position: Int { unsafe Int(record.pointee.core.pos) + 1 }

  /// The last reference base the alignment spans, 1-based.
  public var end: Int { unsafe Int(bam_endpos(record)) }

  /// MAPQ, phred-scaled; 255 where it is not known.
  public var mappingQuality: Int { unsafe Int(record.pointee.core.qual) }

  public var tellsMappingQuality: Bool { mappingQuality < 255 }

  /// Number of the mate's contig; `nil` where it has no place.
  public var mateContig: Int? { AlignmentRecord.place(unsafe record.pointee.core.mtid) }

  /// PNEXT, 1-based; 0 without a place.
  public var matePosition: Int { unsafe Int(record.pointee.core.mpos) + 1 }

  /// TLEN in bases; 0 where it is not known.
  public var templateLength: Int { unsafe Int(record.pointee.core.isize) }

  /// Bases of the read as written (hard-clipped ones are not); 0 where there are none.
  public var baseCount: Int { unsafe Int(record.pointee.core.l_qseq) }

  /// QNAME.
  public var name: Span<UInt8> {
    @_lifetime(copy self)
    get {
      let padding = unsafe Int(record.pointee.core.l_extranul) + 1
      return bytes(from: 0, count: unsafe Int(record.pointee.core.l_qname) - padding)
    }
  }

  /// Number of CIGAR operations.
  public var cigarCount: Int { unsafe Int(record.pointee.core.n_cigar) }

  /// The CIGAR operation at a place, from 0, and its length; `nil` for a code that the specification does not have.
  public func cigar(_ index: Int) -> (length: Int, operation: CigarOperation?) {
    precondition(index >= 0 && index < cigarCount, "no such CIGAR operation")
    let start = unsafe record.pointee.data + Int(record.pointee.core.l_qname) + 4 * index
    let word = unsafe UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return (Int(word >> 4), CigarOperation(rawValue: UInt8(word & 15)))
  }

  /// Bases, two to a byte, the first in the high half, by the codes of section 4.2.3.
  public var packedBases: Span<UInt8> {
    @_lifetime(copy self)
    get { bytes(from: basesOffset, count: (baseCount + 1) / 2) }
  }

  /// Base qualities, phred-scaled; each 255 where the read has none.
  public var qualities: Span<UInt8> {
    @_lifetime(copy self)
    get { bytes(from: basesOffset + (baseCount + 1) / 2, count: baseCount) }
  }

  /// The text of a tag of type `Z`, as `RG`; `nil` where there is none.
  public func text(_ tag: String) -> String? {
    unsafe bam_aux_get(record, tag).flatMap { unsafe bam_aux2Z($0) }.map {
      unsafe String(cString: $0)
    }
  }

  /// Name, CIGAR, bases and qualities as BAM holds them, for a digest; tags are left out.
  public var content: [UInt8] {
    let count = basesOffset + (baseCount + 1) / 2 + baseCount
    return unsafe Array(UnsafeRawBufferPointer(start: record.pointee.data, count: count))
  }

  private var basesOffset: Int {
    unsafe Int(record.pointee.core.l_qname) + 4 * cigarCount
  }

  @_lifetime(copy self)
  private func bytes(from offset: Int, count: Int) -> Span<UInt8> {
    let start = unsafe record.pointee.data.map { unsafe UnsafeRawPointer($0 + offset) }
    let buffer = unsafe UnsafeRawBufferPointer(start: start, count: max(0, count))
    let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
    return unsafe _overrideLifetime(span, copying: self)
  }

  private static func place(_ number: Int32) -> Int? { number < 0 ? nil : Int(number) }
}

/// FLAG of an alignment (SAM specification, section 1.4).
public struct AlignmentFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let paired = AlignmentFlags(rawValue: 0x1)
  public static let unmapped = AlignmentFlags(rawValue: 0x4)
  public static let mateUnmapped = AlignmentFlags(rawValue: 0x8)
  public static let reverse = AlignmentFlags(rawValue: 0x10)
  public static let mateReverse = AlignmentFlags(rawValue: 0x20)
  public static let secondary = AlignmentFlags(rawValue: 0x100)
  public static let failedQuality = AlignmentFlags(rawValue: 0x200)
  public static let duplicate = AlignmentFlags(rawValue: 0x400)
  public static let supplementary = AlignmentFlags(rawValue: 0x800)

  /// A read is counted once, by an alignment that has none of these.
  public static let uncounted: AlignmentFlags = [
    .unmapped, .secondary, .supplementary, .duplicate, .failedQuality,
  ]
}
