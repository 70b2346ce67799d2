import Delivery
import HTS

/// Writes records to a file, whole or not at all, or to standard output.
enum VariantDelivery {
  static func write(
    header: String, records: [String], as encoding: VariantEncoding, to output: String?
  ) throws(PipelineError) {
    do {
      guard let output else {
        try VariantOutput.write(header: header, records: records, as: encoding, to: nil)
        return
      }
      let place = place(of: output)
      var delivery = try Delivery(directory: place.folder)
      try VariantOutput.write(
        header: header, records: records, as: encoding,
        to: try delivery.stagedPath(for: place.name))
      try delivery.commit()
    } catch {
      throw PipelineError(writing: error)
    }
  }

  /// Told before anything is read.
  static func check(_ output: String?, besides read: ReadFiles) throws(PipelineError) {
    guard let output, read.contain(output) else { return }
    throw PipelineError(DeliveryError(isRead: output))
  }

  static func place(of path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.utf8.index(after: slash)...]))
  }
}
