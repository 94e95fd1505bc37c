import Foundation

/// Where the project's fixtures are.
enum Fixtures {
  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func url(_ path: String) -> URL {
    project.appendingPathComponent("Fixtures").appendingPathComponent(path)
  }

  /// Whether searches at random are to be long: `OUTCOMES_LONG=1 swift test`,
  /// as `.ci/run` has them.
  static let areSearchesLong = ProcessInfo.processInfo.environment["OUTCOMES_LONG"] == "1"

  /// Whether recordings are to be made anew: `OUTCOMES_RECORD=1 swift test`.
  static let isRecording = ProcessInfo.processInfo.environment["OUTCOMES_RECORD"] == "1"
}
