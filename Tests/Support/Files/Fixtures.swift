import Foundation

/// The project's files that tests read, and how a run of the tests is asked for.
package enum Fixtures {
  /// The project's folder.
  package static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file or folder below `Fixtures`.
  package static func url(_ path: String) -> URL {
    project.appendingPathComponent("Fixtures").appendingPathComponent(path)
  }

  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url(path)))
  }

  package static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// The lines of a file without their line ends.
  package static func lines(_ path: String) throws -> [String] {
    try text(path).split(separator: "\n").map(String.init)
  }

  /// A JSON file in the shape that its tests declare, `snake_case` turned into `camelCase`.
  package static func decode<Shape: Decodable>(
    _ path: String, as shape: Shape.Type = Shape.self,
    keys: JSONDecoder.KeyDecodingStrategy = .convertFromSnakeCase
  ) throws -> Shape {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = keys
    return try decoder.decode(shape, from: Data(contentsOf: url(path)))
  }

  /// Whether random searches are to be long, as in `.ci/run`: `OUTCOMES_LONG=1 swift test`.
  package static let areSearchesLong =
    ProcessInfo.processInfo.environment["OUTCOMES_LONG"] == "1"

  /// Whether recordings are to be made anew: `OUTCOMES_RECORD=1 swift test`.
  package static let isRecording =
    ProcessInfo.processInfo.environment["OUTCOMES_RECORD"] == "1"
}
