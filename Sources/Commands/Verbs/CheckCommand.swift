import Records
import Storage
import Text

extension Command {
  /// `outcomes check`
  static let check = Command(
    CommandDefinition(
      "check", group: .share, summary: "Read everything and list every problem",
      discussion:
        "Reads every line of both files, scores all answers again, and says where something is "
        + "wrong and what would be right. Silent when all is well.",
      examples: [CommandExample("outcomes check", "Exit code 0 and no output: all is well")])
  ) { arguments, world throws(Refusal) in
    let open = try OpenProgram(arguments, world, problemsEndWith: .foundProblems)
    let problems: [Diagnostic]
    do throws(Problems) {
      problems = try await open.folder.check(open.program, threads: world.threads)
    } catch {
      problems = error.diagnostics
    }
    for problem in problems { world.console.print(problem.text) }
    return problems.isEmpty ? .done : .foundProblems
  }
}
