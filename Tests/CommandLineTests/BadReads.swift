import Foundation
import Genome
import TestSupport

extension BadInput {
  /// Files of reads that can't be used.
  static let reads: [BadInput] = [
    sam("reads without @SQ", 65, "declares no contigs (@SQ)") { $0.replacing("@SQ", with: "@CO") },
    sam("reads of another X", 65, "has length 154913754, which is NCBI36") {
      $0.replacing("LN:156040895", with: "LN:154913754")
    },
    sam("reads that contradict --assembly", 65, "--assembly says GRCh37", ["--assembly", "GRCh37"])
    { $0 },
    sam("reads without chromosome X", 65, "declares no chromosome X") {
      $0.replacing("chrX", with: "chr7")
    },
    sam("reads of another reference under the right header", 65, "wrong reference") { sam in
      ReadFiles.edited(sam) { $0[9] = String($0[9].reversed()) }
    },
    sam("an unknown sample of reads", 64, "has no sample “P2”; it has “made”", ["--sample", "P2"]) {
      $0
    },
    sam("one sex for two samples of reads", 64, "--sex speaks of one sample", ["--sex", "male"]) {
      $0.replacing("SM:made\n", with: "SM:made\n@RG\tID:h\tSM:other\n")
    },
    sam("a line of SAM cut off", 74, "cut off or damaged") { String($0.dropLast(200)) },
    sam("a line of SAM that is none", 74, "cut off or damaged") { $0 + "what is this\n" },
    sam("a CIGAR that does not fit its bases", 74, "cut off or damaged") {
      $0.replacing("\t150M\t", with: "\t149M\t")
    },
    bam("BAM without its end", 74, "end-of-file marker is missing") { $0.dropLast(28) },
    bam("BAM cut inside a block", 74, "is cut off") { $0.prefix($0.count / 2) },
    bam("BAM cut inside its header", 74, "is cut off") { $0.prefix(40) },
    bam("BAM with a changed byte", 74, "copy or make the file again") { bytes in
      var bytes = Array(bytes)
      bytes[bytes.count / 2] ^= 0x10
      return bytes[...]
    },
    BadInput("CRAM cut off", 74, "is cut off") { folder in
      let path = try ReadFiles.compressed(
        try ReadFiles.sam(step: 50), as: "in.cram", in: folder, noReference)
      let bytes = try folder.bytes("in.cram")
      try FileManager.default.removeItem(atPath: path)
      return [try folder.write("in.cram", bytes.prefix(bytes.count / 2))]
    },
    BadInput("CRAM with a changed byte", 65, "damaged") { folder in
      _ = try ReadFiles.compressed(
        try ReadFiles.sam(step: 50), as: "in.cram", in: folder, noReference)
      var bytes = try folder.bytes("in.cram")
      bytes[bytes.count * 2 / 3] ^= 0x10
      return [try folder.write("in.cram", bytes)]
    },
    BadInput("reads by a network address", 66, "is a network address") { _ in
      ["s3://bucket/in.bam"]
    },
    BadInput("empty BAM", 65, "is empty") { [try $0.write("in.bam", "")] },
  ]

  static let noReference = ["--output-fmt-option", "no_ref=1"]

  private static func sam(
    _ name: String, _ status: Int32, _ says: String, _ options: [String] = [],
    _ change: @escaping @Sendable (String) -> String
  ) -> BadInput {
    BadInput(name, status, says) { folder in
      [try folder.write("in.sam", change(try ReadFiles.sam(step: 50)))] + options
    }
  }

  private static func bam(
    _ name: String, _ status: Int32, _ says: String,
    _ change: @escaping @Sendable (ArraySlice<UInt8>) -> ArraySlice<UInt8>
  ) -> BadInput {
    BadInput(name, status, says) { folder in
      _ = try ReadFiles.compressed(try ReadFiles.sam(step: 50), as: "in.bam", in: folder)
      return [try folder.write("in.bam", change(try folder.bytes("in.bam")[...]))]
    }
  }
}
