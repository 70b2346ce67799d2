import CHTSlib
import Foundation
import TestSupport
import Testing

private struct NotOpened: Error {}

private func opened<Handle>(_ handle: UnsafeMutablePointer<Handle>?) throws -> UnsafeMutablePointer<
  Handle
> {
  guard let handle = unsafe handle else { throw NotOpened() }
  return unsafe handle
}

/// What htslib's streams do with cut-off files, odd names and files that point elsewhere.
@Suite struct StreamTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    hts_set_log_level(HTS_LOG_OFF)
  }

  private static let lines = (1...4000).map {
    "X\t\($0)\t.\tA\tC\t.\t.\tNOTE=\($0 * 7919 % 65_521)"
  }

  /// A VCF of several blocks.
  private func compressed(mode: String) throws -> [UInt8] {
    let path = folder.path("whole.gz")
    let stream = unsafe try opened(bgzf_open(path, mode))
    for line in ["##fileformat=VCFv4.2", "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"]
      + Self.lines
    {
      var text = line + "\n"
      let count = text.withUTF8 { unsafe bgzf_write(stream, $0.baseAddress, $0.count) }
      #expect(count == text.utf8.count)
    }
    #expect(unsafe bgzf_close(stream) == 0)
    return try folder.bytes("whole.gz")
  }

  private struct Reading {
    var lines: [String] = []
    var status: CInt = 0
    var errorCode: UInt32 = 0
    /// Whether the error code was set while a line was still given.
    var lineWithError = false
    var isEndBlockMissing = false
  }

  private func read(_ path: String) throws -> Reading {
    let file = unsafe try opened(hts_open(path, "r"))
    defer { unsafe hts_close(file) }
    var line = unsafe kstring_t(l: 0, m: 0, s: nil)
    defer { unsafe ks_free(&line) }
    var result = Reading()
    while true {
      result.status = unsafe hts_getline(file, 10, &line)
      let code = unsafe file.pointee.fp.bgzf.pointee.errcode
      guard result.status >= 0, result.lines.count < 5000 else { break }
      if code != 0 { result.lineWithError = true }
      result.lines.append(unsafe String(cString: line.s))
      result.errorCode = code
    }
    result.errorCode = unsafe file.pointee.fp.bgzf.pointee.errcode
    result.isEndBlockMissing = unsafe file.pointee.fp.bgzf.pointee.no_eof_block != 0
    return result
  }

  @Test func aMissingEndBlockIsNoReadError() throws {
    let whole = try compressed(mode: "w")
    let path = try folder.write("cut.gz", Array(whole.dropLast(28)))
    let result = try read(path)
    #expect(result.lines.count == Self.lines.count + 2)
    #expect(result.status == -1)
    #expect(result.errorCode == 0)
    #expect(result.isEndBlockMissing)
    let stream = unsafe try opened(bgzf_open(path, "r"))
    defer { unsafe bgzf_close(stream) }
    #expect(unsafe bgzf_check_EOF(stream) == 0)
  }

  @Test func aCutBlockGivesHalfALineAsIfItWereWhole() throws {
    let whole = try compressed(mode: "w")
    let path = try folder.write("cut.gz", Array(whole.dropLast(whole.count / 3)))
    let result = try read(path)
    #expect(result.lines.count < Self.lines.count)
    #expect(result.errorCode != 0)
    let last = try #require(result.lines.last)
    #expect(!Self.lines.contains(last))
    #expect(result.lineWithError)
  }

  @Test func aCutGzipIsAnErrorToo() throws {
    let whole = try compressed(mode: "wg")
    for cut in [1, 4, 8, 9, whole.count / 2] {
      let path = try folder.write("cut.gz", Array(whole.dropLast(cut)))
      let result = try read(path)
      #expect(result.errorCode != 0, "cut by \(cut)")
    }
  }

  @Test func aNameWithAnIndexMarkIsSplitByHtslibButNotByADescriptor() throws {
    let text = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    let path = try folder.write("a.vcf##idx##b", text)
    #expect(unsafe hts_open(path, "r") == nil)
    let descriptor = unsafe open(path, O_RDONLY)
    let bytes = unsafe try opened(hdopen(descriptor, "r"))
    let file = unsafe try opened(hts_hopen(bytes, path, "r"))
    #expect(unsafe hts_close(file) == 0)
  }

  @Test func aTicketIsFollowedByOpening() throws {
    let listener = try LoopbackListener()
    let ticket =
      "{\"htsget\":{\"format\":\"VCF\",\"urls\":[{\"url\":\"http://127.0.0.1:\(listener.port)/x\"}]}}"
    let path = try folder.write("ticket.vcf", ticket)
    let descriptor = unsafe open(path, O_RDONLY)
    let bytes = unsafe try opened(hdopen(descriptor, "r"))
    var format = unsafe htsFormat()
    #expect(unsafe hts_detect_format(bytes, &format) == 0)
    #expect(unsafe format.format == htsget)
    #expect(listener.connectionCount() == 0, "detecting alone goes nowhere")
    unsafe hclose_abruptly(bytes)
  }
}
