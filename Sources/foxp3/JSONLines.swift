import Foundation
import Logging

/// Log messages as JSON objects, one a line, on standard error. Control characters are escaped by
/// the encoder, so that no name can break a line.
struct JSONLines: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var fields: [String: Field] = [
      "time": .text(Date().formatted(.iso8601)), "level": .text(event.level.rawValue),
      "message": .text(event.message.description),
    ]
    for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
      fields[key] = JSONLines.field(value)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(fields) else { return }
    StandardError.write(line + Data("\n".utf8))
  }

  private enum Field: Encodable {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([Field])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .truth(let isTrue): try container.encode(isTrue)
      case .list(let items): try container.encode(items)
      }
    }
  }

  private static func field(_ value: Logger.Metadata.Value) -> Field {
    switch value {
    case .string(let text): .text(text)
    case .stringConvertible(let number as Int): .number(number)
    case .stringConvertible(let isTrue as Bool): .truth(isTrue)
    case .stringConvertible(let value): .text(value.description)
    case .array(let items): .list(items.map(field))
    case .dictionary(let items): .list(items.sorted { $0.key < $1.key }.map { field($0.value) })
    }
  }
}
