import Text

/// The reason why a command did not do its work, with the exit code for scripts.
struct Refusal: Error, Sendable {
  let code: ExitCode
  /// All problems; never empty.
  let diagnostics: [Diagnostic]
  /// The participant who was probably meant, if an id is unknown.
  let meant: MeantParticipant?

  init(_ code: ExitCode, _ diagnostics: [Diagnostic], meant: MeantParticipant? = nil) {
    self.code = code
    self.diagnostics = diagnostics
    self.meant = meant
  }

  init(_ code: ExitCode, _ diagnostic: Diagnostic) {
    self.init(code, [diagnostic])
  }

  /// Combines several refusals into one; nil if there are none. Problems with the command line come
  /// first and determine the exit code; repeated problems are listed once.
  init?(all refusals: [Refusal]) {
    let isOfCommandLine = { (refusal: Refusal) in refusal.code == .wrongCommandLine }
    let ordered = refusals.filter(isOfCommandLine) + refusals.filter { !isOfCommandLine($0) }
    guard let first = ordered.first else { return nil }
    let diagnostics = ordered.flatMap(\.diagnostics).reduce(into: [Diagnostic]()) { unique, next in
      if !unique.contains(next) { unique.append(next) }
    }
    self.init(first.code, diagnostics, meant: ordered.lazy.compactMap(\.meant).first)
  }
}

/// Calls `body` and turns the problems that it throws into a refusal.
func refusing<Result>(
  _ body: @autoclosure () throws(Problems) -> Result
) throws(Refusal) -> Result {
  do throws(Problems) {
    return try body()
  } catch {
    throw Refusal(.refused, error.diagnostics)
  }
}
