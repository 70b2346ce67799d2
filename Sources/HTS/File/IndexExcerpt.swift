import CHTSlib

/// What a few contigs need of an index (`.tbi`, `.csi`, `.bai`), as an index of its own.
///
/// htslib keeps every bin of every contig in hash tables. The excerpt has the contigs that are kept as
/// they are and, of each other, the pseudo-bin alone, which tells its records and where they end (SAM
/// specification, section 5.2; tabix and CSI specifications). The last contig with records stays whole:
/// in an index without pseudo-bins it alone tells where the file's records end.
struct IndexExcerpt {
  /// Contigs by name, which an index of text lists, or by number, as those of BCF and BAM do.
  enum Kept {
    case names(Set<String>)
    case numbers(Set<Int>)
  }

  /// The bytes of the excerpt, not compressed.
  private(set) var bytes: [UInt8] = []
  /// Of `bytes`: the last contig with records, where it is not kept, and what stays of it if another
  /// follows.
  private var last: (range: Range<Int>, counts: [UInt8])?

  /// `nil` where the file at the absolute `path` can't be read, is none of the three, or ends early:
  /// of the latter htslib frees memory that it never had.
  init?(of path: String, keeping kept: Kept) {
    guard var window = IndexWindow(path: path), let head = Head(&window, keeping: kept) else {
      return nil
    }
    window.take(head.size, into: &bytes)
    for number in 0..<head.contigCount {
      guard let contig = Contig(&window, head) else { return nil }
      add(contig, from: &window, isKept: head.kept.contains(number))
    }
    // The number of records without a place, which older indexes lack.
    if window.reach(8) { window.take(8, into: &bytes) }
  }

  /// A file for htslib, of the name `name` in errors.
  func file(for name: String) throws(HTSError) -> MemoryFile {
    let file = try MemoryFile(for: name)
    try file.fill(with: bytes, for: name)
    return file
  }

  private mutating func add(_ contig: Contig, from window: inout IndexWindow, isKept: Bool) {
    if contig.hasChunks, let before = last {
      bytes.replaceSubrange(before.range, with: before.counts)
      last = nil
    }
    let counts = contig.countsAlone(window)
    let start = bytes.count
    if isKept || contig.hasChunks {
      window.take(contig.size, into: &bytes)
      if !isKept { last = (start..<bytes.count, counts) }
    } else {
      window.drop(contig.size)
      bytes += counts
    }
  }

  /// What stands before the first contig.
  private struct Head {
    let isCSI: Bool
    let size: Int
    let contigCount: Int
    let pseudoBin: Int
    let kept: Set<Int>

    /// Bytes of a bin before its chunks.
    var binSize: Int { isCSI ? 16 : 8 }

    init?(_ window: inout IndexWindow, keeping kept: Kept) {
      guard window.reach(8) else { return nil }
      switch window.text(0..<4) {
      case "BAI\u{1}":
        (isCSI, size, pseudoBin) = (false, 8, 37_450)
        contigCount = window.number(at: 4)
        guard case .numbers(let numbers) = kept else { return nil }
        self.kept = numbers
      case "TBI\u{1}":
        guard window.reach(36), window.reach(36 + window.number(at: 32)) else { return nil }
        (isCSI, size, pseudoBin) = (false, 36 + window.number(at: 32), 37_450)
        contigCount = window.number(at: 4)
        guard case .names(let names) = kept else { return nil }
        self.kept = Head.places(of: names, in: window.text(36..<size))
      case "CSI\u{1}":
        guard window.reach(16), window.reach(20 + window.number(at: 12)) else { return nil }
        let (depth, extra) = (window.number(at: 8), window.number(at: 12))
        guard depth < 10 else { return nil }
        (isCSI, size, pseudoBin) = (true, 20 + extra, ((1 << (3 * (depth + 1))) - 1) / 7 + 1)
        contigCount = window.number(at: 16 + extra)
        switch kept {
        case .numbers(let numbers): self.kept = numbers
        case .names(let names):
          guard extra >= 28, extra == 28 + window.number(at: 40) else { return nil }
          self.kept = Head.places(of: names, in: window.text(44..<44 + window.number(at: 40)))
        }
      default: return nil
      }
    }

    /// `list`: names, each ended by a zero.
    private static func places(of names: Set<String>, in list: String) -> Set<Int> {
      let all = list.utf8.split(separator: 0, omittingEmptySubsequences: false)
      return Set(all.indices.filter { names.contains(String(Substring(all[$0]))) })
    }
  }

  /// A contig at the window's front.
  private struct Contig {
    let size: Int
    /// Whether it has chunks of records.
    let hasChunks: Bool
    /// Its pseudo-bin within it.
    private let pseudoBin: Range<Int>?
    private let isCSI: Bool

    init?(_ window: inout IndexWindow, _ head: Head) {
      guard window.reach(4) else { return nil }
      var at = 4
      var pseudoBin: Range<Int>?
      var hasChunks = false
      for _ in 0..<window.number(at: 0) {
        guard window.reach(at + head.binSize) else { return nil }
        let chunks = window.number(at: at + head.binSize - 4)
        let end = at + head.binSize + 16 * chunks
        guard window.reach(end) else { return nil }
        if window.number(at: at) == head.pseudoBin {
          pseudoBin = at..<end
        } else {
          hasChunks = hasChunks || chunks > 0
        }
        at = end
      }
      if !head.isCSI {
        guard window.reach(at + 4) else { return nil }
        at += 4 + 8 * window.number(at: at)
        guard window.reach(at) else { return nil }
      }
      (size, self.hasChunks, self.pseudoBin, isCSI) = (at, hasChunks, pseudoBin, head.isCSI)
    }

    /// The contig with its pseudo-bin as its only bin, and without a linear index.
    func countsAlone(_ window: borrowing IndexWindow) -> [UInt8] {
      var bytes: [UInt8] = [pseudoBin == nil ? 0 : 1, 0, 0, 0]
      if let pseudoBin { window.append(pseudoBin, to: &bytes) }
      return bytes + (isCSI ? [] : [0, 0, 0, 0])
    }
  }
}
