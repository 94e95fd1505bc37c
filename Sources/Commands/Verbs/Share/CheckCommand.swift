import Arguments
import Documents
import Records
import Reports
import Storage
import Text

extension Command {
  /// `outcomes check`
  static let check = Command(
    CommandDefinition(
      "check", group: .share, summary: "Read everything and list every problem",
      discussion:
        "Reads every line of both files, scores all answers again, verifies the seals that chain "
        + "each line to the one above, and says where something is wrong and what would be right. "
        + "If the last lines are deleted, the seals that are left still match: only "
        + "--expect, with a seal that was written down elsewhere, finds that. With --repair it first "
        + "mends what needs no judgment, and deletes nothing: what it takes out stays in recovered/. "
        + "With --reason as well it sets lines aside that are damaged beyond reading, so that all "
        + "others can be read again.",
      options: [.repair, .seal, .expect, .accept, .judgment],
      sharedOptions: OptionDefinition.forPrinting,
      examples: [
        CommandExample("outcomes check", "Exit code 0: all is well"),
        CommandExample(
          "outcomes check --format json", "Every problem with its place, for a script"),
        CommandExample("outcomes check --repair", "Mend what can be mended, list what is left"),
        CommandExample(
          "outcomes check --repair --reason 'the disk failed on March 3'",
          "Set damaged lines aside as well"),
        CommandExample("outcomes check --seal", "Print the last seals, to mail or write them down"),
        CommandExample(
          "outcomes check --accept --reason 'typed in by hand on March 3'",
          "Keep lines that were not sealed"),
      ])
  ) { read, world throws(Refusal) in
    let question = try CheckQuestion(read)
    if let reason = question.acceptedBecause {
      try await OpenProgram(read).acceptSeals(because: reason)
      return .done
    }
    let report = try await report(read, question)
    if question.output.format == .table {
      try question.output.print(paragraphs: report.paragraphs)
    } else {
      try question.output.print(report)
    }
    return report.foundProblems ? .foundProblems : .done
  }

  /// What is wrong with the settings, the instruments, and else with the files.
  private static func report(
    _ read: ValueReader, _ question: CheckQuestion
  ) async throws(Refusal) -> CheckReport {
    let open: OpenProgram
    do throws(Refusal) {
      open = try OpenProgram(
        read, problemsEndWith: question.printsWord ? .refused : .foundProblems)
    } catch  where error.code == .foundProblems {
      return CheckReport(program: nil, problems: error.diagnostics)
    }
    let name = open.program.settings.name
    var seal: String?
    if question.printsWord {
      let seals = try await open.verifySeals(noted: question.noted)
      let problems = seals.diagnostics
      if problems.isEmpty { seal = seals.word }
      // A terminal shows the seals alone; a document has a list of problems, and that is whole.
      if question.output.format == .table {
        return CheckReport(program: name, seal: seal, problems: problems)
      }
    }
    if read.arguments.has(.repair) {
      try open.repair(settingAsideBecause: question.setAsideBecause)
    }
    do throws(Problems) {
      let (problems, notes) = try await open.folder.check(
        open.program, noted: question.noted, threads: read.world.threads)
      read.world.console.sayAll(notes)
      return CheckReport(program: name, seal: seal, problems: problems, notes: notes)
    } catch {
      return CheckReport(program: name, seal: seal, problems: error.diagnostics)
    }
  }
}

extension OptionDefinition {
  static let repair = OptionDefinition(
    "repair", help: "mend torn last lines, missing line ends, CR LF and byte order marks")
}
