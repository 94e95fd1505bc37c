import Arguments
import Text

extension Command {
  /// All commands, in the order in which the overview lists them within their groups.
  static let all: [Command] = [
    .initialize, .demo, .set,
    .enroll, .update, .withdraw, .record, .reenter,
    .correct, .void, .undo, .move, .rename, .merge, .unenroll,
    .due, .forms, .skip, .status, .participants, .alerts, .acknowledge,
    .show, .history,
    .summary, .change, .responders, .attrition, .models, .benchmark, .savings, .explain,
    .check, .export, .backup, .restore, .migrate,
    .instruments,
  ]
}

/// Runs the program with the bytes of the arguments, and returns the exit code.
package func run(_ arguments: [[UInt8]], _ world: World) async -> Int32 {
  do throws(CommandLineProblems) {
    return await run(try ArgumentReader.texts(of: arguments), world)
  } catch {
    report(error.diagnostics, world.console)
    return ExitCode.wrongCommandLine.rawValue
  }
}

/// Runs the program.
/// - Parameters:
///   - arguments: the arguments, without the program's own name.
///   - world: the machine, the time and the user.
/// - Returns: the exit code for the shell.
package func run(_ arguments: [String], _ world: World) async -> Int32 {
  let code = await answer(arguments, world)
  return (world.console.failure == nil ? code : .refused).rawValue
}

private func answer(_ arguments: [String], _ world: World) async -> ExitCode {
  let definitions = Command.all.map(\.definition)
  do throws(CommandLineProblems) {
    switch try CommandLineParser.parse(
      arguments, commands: Command.all, canAsk: world.terminal() != nil)
    {
    case .run(let command, let parsed): return await run(command, parsed, world)
    case .help(let topic):
      let columns = world.console.outputWindow?.columns ?? 80
      let help = HelpText(width: max(40, min(columns, 80)), exitCodes: ExitCode.meanings)
      let text =
        topic.map { help.page(of: $0.definition) } ?? help.overview(of: definitions)
      world.console.print(String(text.dropLast()))
    case .version: world.console.print("outcomes \(Release.version)")
    case .manual: world.console.write(Array(ManualPage.ofThisRelease.text.utf8))
    case .completionScript(let shell):
      world.console.write(Array(CompletionScript.text(for: shell).utf8))
    case .completion(let request):
      let answer = CompletionAnswer(request, commands: definitions, world)
      world.console.write(Array(answer.text.utf8))
    }
    if let failure = world.console.failure { report([failure.notPrinted], world.console) }
    return .done
  } catch {
    report(error.diagnostics, world.console)
    return .wrongCommandLine
  }
}

private func run(
  _ command: Command, _ arguments: ParsedArguments, _ world: World
) async -> ExitCode {
  do throws(Refusal) {
    return try await attempt(command, arguments, world)
  } catch {
    guard let meant = error.meant, !arguments.has(.noInput),
      let isMeant = world.console.confirms("outcomes: \(meant.diagnostic.text)")
    else {
      report(error.diagnostics, world.console)
      return error.code
    }
    if isMeant {
      return await run(command, meant.corrected(arguments, of: command.definition), world)
    }
    report(error.withoutMeantParticipant.diagnostics, world.console)
    return error.code
  }
}

private func attempt(
  _ command: Command, _ arguments: ParsedArguments, _ world: World
) async throws(Refusal) -> ExitCode {
  let read = ValueReader(arguments, world)
  guard !world.currentFolder.isEmpty else {
    throw Refusal(
      .refused,
      Diagnostic(
        "the current folder no longer exists",
        remedy: "change to a folder that exists, and try again"))
  }
  guard world.problems.isEmpty else { throw Refusal(.wrongCommandLine, world.problems) }
  if arguments.has(.verify) { try await OpenProgram(read).requireSeals() }
  let code = try await command.run(read, world)
  if let failure = world.console.failure { report([failure.notPrintedAfterAll], world.console) }
  return code
}

/// Prints each problem as a paragraph; after the first 50, only the number of the rest.
private func report(_ diagnostics: [Diagnostic], _ console: Console) {
  let shown = diagnostics.prefix(50)
  console.sayAll(shown)
  let rest = diagnostics.count - shown.count
  if rest > 0 { console.say("outcomes: and \(rest) more: `outcomes check` lists them all") }
}
