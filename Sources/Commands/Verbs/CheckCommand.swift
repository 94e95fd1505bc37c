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
        + "wrong and what would be right. Silent when all is well. With --repair it first mends what "
        + "needs no judgement, and deletes nothing: what it takes out stays in recovered/.",
      options: [.repair],
      examples: [
        CommandExample("outcomes check", "Exit code 0 and no output: all is well"),
        CommandExample("outcomes check --repair", "Mend what can be mended, list what is left"),
      ])
  ) { arguments, world throws(Refusal) in
    let problems = try await problems(arguments, world)
    for problem in problems { world.console.print(problem.text) }
    return problems.isEmpty ? .done : .foundProblems
  }

  /// What is wrong with the settings, the instruments, and else with the files.
  private static func problems(
    _ arguments: ParsedArguments, _ world: World
  ) async throws(Refusal) -> [Diagnostic] {
    let open: OpenProgram
    do throws(Refusal) {
      open = try OpenProgram(arguments, world, problemsEndWith: .foundProblems)
    } catch  where error.code == .foundProblems {
      return error.diagnostics
    }
    if arguments.has(.repair) { try open.repair() }
    do throws(Problems) {
      return try await open.folder.check(open.program, threads: world.threads)
    } catch {
      return error.diagnostics
    }
  }
}

extension OptionDefinition {
  fileprivate static let repair = OptionDefinition(
    "repair", help: "mend torn last lines, missing line ends, CR LF and byte order marks")
}
