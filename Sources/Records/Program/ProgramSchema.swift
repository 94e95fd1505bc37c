/// The version of a program's files, as `program.json` names it.
package enum ProgramSchema: String, Sendable, CaseIterable {
  /// Changes made to the settings by hand cannot be detected.
  case one = "outcomes.program/1"
  /// Lines of the participants file record every change of the settings.
  case two = "outcomes.program/2"

  /// The version that this program writes.
  package static let current = two

  /// True if the settings are recorded in the participants file.
  package var recordsSettings: Bool { self != .one }

  /// The reason why another schema is refused, and what to do about it.
  static func problem(with schema: String) -> (message: String, remedy: String) {
    isNewer(schema)
      ? (
        "this program was made by a newer version of outcomes: its schema is “\(schema)”",
        "update outcomes; this version reads \(current.rawValue)"
      )
      : (
        "“\(schema)” is not the schema of a program", "expected: \(current.rawValue)"
      )
  }

  private static let kind = "outcomes.program/"

  private static func isNewer(_ schema: String) -> Bool {
    guard schema.hasPrefix(kind), let found = Int(schema.dropFirst(kind.count)) else {
      return false
    }
    return found > allCases.count && schema == "\(kind)\(found)"
  }
}
