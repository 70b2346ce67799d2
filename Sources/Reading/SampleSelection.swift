public import HTS

/// The sample columns that are read, in the order asked for.
public struct SampleSelection: Sendable, Hashable {
  /// Names as in the header; empty for a file without sample columns.
  public let names: [String]
  /// 0-based places of the columns in the header.
  public let places: [Int]

  /// What the header says of the file's making.
  let origin: FileOrigin

  /// No sample: the records' own columns only.
  public static let none = SampleSelection()

  private init() {
    names = []
    places = []
    origin = .none
  }

  /// Every sample of `header`.
  public init(all header: VariantHeader) {
    names = header.samples
    places = Array(header.samples.indices)
    origin = FileOrigin(header)
  }

  /// The samples called `names`. A name that `file` does not have is an error.
  public init(
    _ names: [String], in header: VariantHeader, file: String
  ) throws(HTSError) {
    var places: [Int] = []
    for name in names {
      guard let place = header.samples.firstIndex(of: name) else {
        throw SampleSelection.unknown(name, header, file: file)
      }
      places.append(place)
    }
    self.names = names
    self.places = places
    origin = FileOrigin(header)
  }

  private static func unknown(
    _ name: String, _ header: VariantHeader, file: String
  ) -> HTSError {
    let known = header.samples.prefix(5).map { Excerpt.quoted($0) }.joined(separator: ", ")
    let more = header.samples.count > 5 ? ", …" : ""
    return HTSError(
      .unknownSample, file: file,
      "has no sample \(Excerpt.quoted(name)); "
        + (known.isEmpty ? "it has no sample columns" : "it has \(known)\(more)"))
  }
}
