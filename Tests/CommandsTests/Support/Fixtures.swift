import Foundation

/// Where the project's fixtures are.
enum Fixtures {
  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func url(_ path: String) -> URL {
    project.appendingPathComponent("Fixtures").appendingPathComponent(path)
  }

  /// Whether recordings are to be made anew: `OUTCOMES_RECORD=1 swift test`.
  static let isRecording = ProcessInfo.processInfo.environment["OUTCOMES_RECORD"] == "1"
}
