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
        + "each line to the one above, and shows where something is wrong and how to fix "
        + "it. If the last lines are deleted, the remaining seals still match: only --expect, "
        + "with a seal written down elsewhere, detects that. With --repair it first repairs what "
        + "needs no judgment and deletes nothing: what it takes out is kept in recovered/. With "
        + "--reason as well, it sets aside lines that are too damaged to read, so that all others "
        + "can be read again.",
      options: [.repair, .seal, .expect, .accept, .judgment],
      sharedOptions: OptionDefinition.forPrinting,
      examples: [
        CommandExample("outcomes check", "Exit code 0: all is well"),
        CommandExample(
          "outcomes check --format json", "Every problem and where it is, for a script"),
        CommandExample("outcomes check --repair", "Repair what can be repaired, list what is left"),
        CommandExample(
          "outcomes check --repair --reason 'the disk failed on March 3'",
          "Set damaged lines aside as well"),
        CommandExample("outcomes check --seal", "Print the last seals, to email or write down"),
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

  /// Checks the settings and the instruments and, if they are valid, the files.
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
      // A table shows only the seals; the other formats need the complete list of problems.
      if question.output.format == .table {
        return CheckReport(program: name, seal: seal, problems: problems)
      }
    }
    if read.arguments.has(.repair) {
      try open.repair(settingAsideBecause: question.setAsideBecause)
    }
    do throws(Problems) {
      let check = try await open.folder.check(
        open.program, noted: question.noted, threads: read.world.threads)
      read.world.console.sayAll(check.notes)
      return CheckReport(
        program: name, seal: seal, problems: check.problems, notes: check.notes,
        erased: check.erased)
    } catch {
      return CheckReport(program: name, seal: seal, problems: error.diagnostics)
    }
  }
}

extension OptionDefinition {
  static let repair = OptionDefinition(
    "repair", help: "repair torn last lines, missing line endings, CR LF and byte order marks")
}
