import Text

/// The version, as `outcomes --version` prints it.
package let version = "0.2.0"

/// The whole program, from the bytes that were typed after `outcomes`.
package func run(_ arguments: [[UInt8]], _ world: World) async -> Int32 {
  do throws(CommandLineProblems) {
    return await run(try ArgumentReader.texts(of: arguments), world)
  } catch {
    report(error.diagnostics, world.console)
    return ExitCode.wrongCommandLine.rawValue
  }
}

/// The whole program: does what the arguments say.
/// - Parameters:
///   - arguments: what was typed after `outcomes`.
///   - world: the machine, the time and the person.
/// - Returns: the exit code as the shell sees it.
package func run(_ arguments: [String], _ world: World) async -> Int32 {
  let code = await answer(arguments, world)
  return (world.console.failure == nil ? code : .refused).rawValue
}

private func answer(_ arguments: [String], _ world: World) async -> ExitCode {
  let definitions = Command.all.map(\.definition)
  do throws(CommandLineProblems) {
    switch try CommandLineParser.parse(arguments, commands: definitions) {
    case .run(let name, let parsed): return await run(name, parsed, world)
    case .help(let topic): world.console.write(Array(help(topic, definitions).utf8))
    case .version: world.console.print("outcomes \(version)")
    case .completionScript(let shell):
      let script = CompletionScript.text(for: shell, commands: definitions)
      world.console.write(Array(script.utf8))
    }
    if let failure = world.console.failure { report([failure.notPrinted], world.console) }
    return .done
  } catch {
    report(error.diagnostics, world.console)
    return .wrongCommandLine
  }
}

private func run(_ name: String, _ parsed: ParsedArguments, _ world: World) async -> ExitCode {
  guard let command = Command.all.first(where: { $0.definition.name == name }) else {
    return .wrongCommandLine
  }
  do throws(Refusal) {
    guard !world.currentFolder.isEmpty else {
      throw Refusal(
        .refused,
        Diagnostic(
          "the current folder no longer exists", remedy: "go into a folder that does, and try again"
        ))
    }
    if parsed.has(.verify) { try await OpenProgram(parsed, world).requireSeals() }
    let code = try await command.run(parsed, world)
    if let failure = world.console.failure { report([failure.notPrintedAfterAll], world.console) }
    return code
  } catch {
    report(error.diagnostics, world.console)
    return error.code
  }
}

private func help(_ topic: String?, _ definitions: [CommandDefinition]) -> String {
  let text = HelpText()
  let known = definitions + [.help]
  return known.first { $0.name == topic }.map(text.page(of:)) ?? text.overview(of: definitions)
}

/// Every problem, as a paragraph of its own; beyond a screenful only how many more there are.
private func report(_ diagnostics: [Diagnostic], _ console: Console) {
  let shown = diagnostics.prefix(50)
  console.sayAll(shown)
  let rest = diagnostics.count - shown.count
  if rest > 0 { console.say("outcomes: and \(rest) more: `outcomes check` lists them all") }
}
