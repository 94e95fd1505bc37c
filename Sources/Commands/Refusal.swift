import Text

/// Why a command did not do what was asked, with the exit code that says so to scripts.
struct Refusal: Error, Sendable {
  let code: ExitCode
  /// Everything that is wrong; never empty.
  let diagnostics: [Diagnostic]

  init(_ code: ExitCode, _ diagnostics: [Diagnostic]) {
    self.code = code
    self.diagnostics = diagnostics
  }

  init(_ code: ExitCode, _ diagnostic: Diagnostic) {
    self.init(code, [diagnostic])
  }

  /// All of several refusals as one, nil where there are none. What is wrong with the command line
  /// comes first and gives the exit code; what two of them say is said once.
  init?(all refusals: [Refusal]) {
    let isOfCommandLine = { (refusal: Refusal) in refusal.code == .wrongCommandLine }
    let ordered = refusals.filter(isOfCommandLine) + refusals.filter { !isOfCommandLine($0) }
    guard let first = ordered.first else { return nil }
    let diagnostics = ordered.flatMap(\.diagnostics).reduce(into: [Diagnostic]()) { said, next in
      if !said.contains(next) { said.append(next) }
    }
    self.init(first.code, diagnostics)
  }
}

/// Does what may find problems in the data or on the machine, and refuses with them.
func refusing<Result>(
  _ body: @autoclosure () throws(Problems) -> Result
) throws(Refusal) -> Result {
  do throws(Problems) {
    return try body()
  } catch {
    throw Refusal(.refused, error.diagnostics)
  }
}
