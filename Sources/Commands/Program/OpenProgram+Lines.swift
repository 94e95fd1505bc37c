import Records
import Storage
import Text

extension OpenProgram {
  /// Goes through all lines of both files in order, participants first.
  /// - Parameter saysNotices: true to print the notices about the files.
  /// - Throws: every line that cannot be read; the first problem of `body`, after which it is not
  ///   called again.
  func forEachLine(
    saysNotices: Bool = true, _ body: (StoreLine) throws(Problems) -> Void
  ) async throws(Problems) {
    var problems: [Diagnostic] = []
    var stopped: Problems?
    try await folder.forEachLine(program, threads: world.threads) { finding in
      guard stopped == nil else { return }
      switch finding {
      case .line(let line):
        do throws(Problems) { try body(line) } catch { stopped = error }
      case .problem(let problem): problems.append(problem)
      case .notice(let notice): if saysNotices { say([notice]) }
      }
    }
    if let stopped { throw stopped }
    guard problems.isEmpty else {
      throw Problems(folder.recognizingSpreadsheets(in: problems, program.settings))
    }
  }
}
