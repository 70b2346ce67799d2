import ReferenceBundle

/// The text of a reference that can't be read, for `#expect(throws:)`.
struct ReferenceErrorProbe: Error {
  let text: String

  static func read(_ path: String) throws {
    do throws(ReferenceError) {
      _ = try ReferenceBundle.directory(path)
    } catch {
      throw ReferenceErrorProbe(text: error.description)
    }
  }
}
