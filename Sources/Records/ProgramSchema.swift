/// The version of a program's files, as `program.json` names it.
package enum ProgramSchema {
  private static let kind = "outcomes.program/"
  private static let number = 1

  /// What this version reads and writes.
  package static let current = "\(kind)\(number)"

  /// Why another schema is refused, and what to do.
  static func problem(with schema: String) -> (message: String, remedy: String) {
    isNewer(schema)
      ? (
        "this program was made by a newer version of outcomes: its schema is “\(schema)”",
        "update outcomes; this version reads \(current)"
      ) : ("“\(schema)” is no schema of a program", "expected: \(current)")
  }

  private static func isNewer(_ schema: String) -> Bool {
    guard schema.hasPrefix(kind), let found = Int(schema.dropFirst(kind.count)) else {
      return false
    }
    return found > number && schema == "\(kind)\(found)"
  }
}
