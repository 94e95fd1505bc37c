import Analysis
import Arguments
import Documents
import Interchange
import Records
import Reports
import Text

extension Command {
  /// `outcomes due`
  static let due = Command(
    CommandDefinition(
      "due", group: .followUp, summary: "Who is to be asked, the most urgent first",
      discussion:
        "One row for each participant and timepoint at which a form is missing: late (past the "
        + "target day), due (the window is open), soon (it opens within --within days), and "
        + "missed (it has closed). Participants who withdrew are not listed. A table lists those "
        + "missed in the last \(DueList.Limits.usualMissed) days, and other formats all of them; "
        + "--missed changes that. Open alerts are named too. With --format ics: a calendar with "
        + "one event on each target day; it contains ids and timepoints, and no answers or scores.",
      options: [.within, .onlyTimepoint, .missed, .dueOrder, .dueFormat],
      sharedOptions: [.output, .asOf, .asKnownAt, .verify, .where, .shareRefused],
      examples: [
        CommandExample("outcomes due", "Everyone to be asked today, and in the next week"),
        CommandExample(
          "outcomes due --where site=North --timepoint day30 -o day30.csv",
          "One site and one timepoint, for a spreadsheet"),
        CommandExample(
          "outcomes due --within 365 --missed 0 -o follow-up.ics",
          "A year ahead, for a calendar"),
      ])
  ) { read, _ throws(Refusal) in
    try read.refuseSharing()
    let program = read.program()
    let (question, limits, format) = try readAll(
      read.cohortQuestion(in: program), read.dueLimits(in: program), read.dueFormat())
    let list = DueList(
      try await question.table(keepsAlerts: true), question.selection, limits,
      by: read.choice(.dueOrder) ?? .urgency)
    let output = Output(read, as: format.report ?? .table)
    if format == .ics {
      try refusing(
        try output.write { destination throws(Problems) in
          try DueCalendar(list).write(to: destination.write)
        })
    } else {
      try output.print(DueReport(list))
    }
    return .done
  }
}

/// The formats of a due list: those of a report, and a calendar.
private enum DueFormat: String, FileFormat {
  case table
  case csv
  case json
  case markdown
  case ics

  /// The format of the report; nil for the calendar.
  var report: ReportFormat? { ReportFormat(rawValue: rawValue) }

  /// True if people read it, and not programs.
  var isForReading: Bool { self == .table || self == .markdown }

  var fileEnding: String { report?.fileEnding ?? rawValue }
}

extension DueList.Limits {
  /// The number of days within which a window must open to be listed, if none is given.
  static let usualHorizon = 7
  /// The number of days for which a table lists those missed, if none is given.
  fileprivate static let usualMissed = 30
}

extension ValueReader {
  fileprivate func dueFormat() -> Reading<DueFormat> {
    format(.dueFormat).map { $0 ?? .table }
  }

  fileprivate func dueLimits(in open: Reading<OpenProgram>) -> Reading<DueList.Limits> {
    Reading { () throws(Refusal) in
      let (within, missed, timepoints) = try readAll(
        days(.within), missedWithin(), timepoints(.onlyTimepoint, in: open))
      return DueList.Limits(
        within: within ?? DueList.Limits.usualHorizon, missedWithin: missed, timepoints: timepoints)
    }
  }

  /// Reads the largest number of days since a window closed; nil for any number.
  private func missedWithin() -> Reading<Int?> {
    switch arguments.value(of: .missed) {
    case nil: dueFormat().map { $0.isForReading ? DueList.Limits.usualMissed : nil }
    case OptionDefinition.allMissed: .success(nil)
    case .some: days(.missed)
    }
  }

  /// Reads a number of days.
  func days(_ option: OptionDefinition) -> Reading<Int?> {
    value(of: option) { text in
      .of(
        Int(text).flatMap { 0...99_999 ~= $0 ? $0 : nil },
        else: "“\(text)” is not a number of days",
        remedy: "write a whole number from 0 to 99999: \(option.flag) 14")
    }
  }

  /// Reads the positions in the program of the timepoints that a flag names; without the flag, of
  /// all.
  func timepoints(
    _ option: OptionDefinition, in open: Reading<OpenProgram>
  ) -> Reading<[Int]> {
    open.flatMap { open in
      let all = open.program.timepoints
      return arguments.values(of: option).map(open.timepoint).all().map { named in
        all.indices.filter { named.isEmpty || named.contains(all[$0]) }
      }
    }
  }
}

extension OptionDefinition {
  static let within = OptionDefinition(
    "within", valueName: "DAYS",
    help:
      "also list windows that open within that many days; default: \(DueList.Limits.usualHorizon)"
  )

  static let onlyTimepoint = OptionDefinition(
    "timepoint", valueName: "TIMEPOINT", help: "only this timepoint", isRepeatable: true,
    completion: .timepoint)

  static let dueOrder = OptionDefinition(
    "order", help: "the most urgent first, or by id; default: urgency",
    choices: DueList.Order.self)

  fileprivate static let missed = OptionDefinition(
    "missed", valueName: "DAYS|all",
    help: "list those missed at most that many days ago; default: "
      + "\(DueList.Limits.usualMissed) in a table, otherwise all")

  /// The value for no limit.
  fileprivate static let allMissed = "all"

  fileprivate static let dueFormat = OptionDefinition(
    "format", help: "the format; default: from the extension of FILE, or table",
    choices: DueFormat.self)
}
