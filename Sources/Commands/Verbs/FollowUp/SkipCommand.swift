import Arguments
import Instruments
import Records
import Storage
import Text

extension Command {
  /// `outcomes skip ID TIMEPOINT [INSTRUMENT]`
  static let skip = Command(
    CommandDefinition(
      "skip", group: .followUp, summary: "Record that a participant declined or was not reached",
      discussion:
        "The participant is no longer listed by `outcomes due` at that timepoint, and `outcomes "
        + "attrition` counts them apart from those who were not assessed. Without INSTRUMENT, all "
        + "forms that are missing are skipped. A second skip of a form takes the place of the first, "
        + "and says so. A score that is entered later undoes it.",
      positionals: [.participant, .timepoint, .skippedInstrument],
      options: [.reason, .skippedOn],
      examples: [
        CommandExample(
          "outcomes skip P001 day30 --reason 'called three times, not reached'",
          "No form of day30 is asked for any more"),
        CommandExample(
          "outcomes skip P001 day30 phq-9 --reason 'did not want to answer it'",
          "Only this questionnaire"),
      ])
  ) { read, world throws(Refusal) in
    let open = try OpenProgram(read)
    let (lines, replaced) = try open.enter { writer throws(Refusal) in
      let participant = read.participant(in: open, &writer)
      let history = open.history(of: participant, in: &writer)
      let (skipped, timepoint, date, reason) = try readAll(
        read.skippedInstruments(history, of: participant, in: open),
        open.timepoint(named: read.arguments.requiredValue(of: .timepoint)),
        read.skipDate(of: participant), read.requiredText(.reason))
      let (id, lines) = try (participant.get().id, history.get())
      let earlier = Assessment.skipped(lines)
      let skips = skipped.map { instrument in
        Assessment(
          participant: id, timepoint: timepoint.id, instrument: instrument.id, date: date,
          answers: nil, score: nil, action: .skip, recordedAt: world.now(),
          recordedBy: world.recordedBy, reason: reason)
      }
      try refusing(try writer.append(skips))
      return (skips, earlier.filter { skip in skips.contains(where: skip.hasSameKey) })
    }
    let names = lines.compactMap { open.program.instrument($0.instrument)?.name }
    world.console.print(
      "\(lines[0].participant) · \(lines[0].timepoint) · \(names.listed("and")) skipped on"
        + " \(lines[0].date): \(lines[0].reason)")
    for skip in replaced {
      let name = open.program.instrument(skip.instrument)?.name ?? skip.instrument.rawValue
      world.console.print(
        "  in place of an earlier skip of \(name), on \(skip.date): \(skip.ownReason)")
    }
    return .done
  }
}

extension ValueReader {
  /// Reads the instruments to skip: the one that is named, or else all without an assessment.
  fileprivate func skippedInstruments(
    _ history: Reading<[Assessment]>, of participant: Reading<Participant>, in open: OpenProgram
  ) -> Reading<[Instrument]> {
    Reading { () throws(Refusal) in
      let (participant, history, timepoint) = try readAll(
        participant, history, open.timepoint(named: arguments.requiredValue(of: .timepoint)))
      if let name = arguments.value(of: .skippedInstrument) {
        let instrument = open.program.instruments[try open.instrument(named: name).get()]
        try AssessmentKey(timepoint: timepoint, instrument: instrument)
          .refuseSkipping(in: history, of: participant)
        return [instrument]
      }
      let entered = Assessment.latest(history).filter { $0.timepoint == timepoint.id }
      let missing = open.program.instruments.filter { instrument in
        !entered.contains { $0.instrument == instrument.id }
      }
      guard !missing.isEmpty else {
        throw Refusal(
          .refused,
          Diagnostic(
            "\(participant.id) has every form at \(timepoint.id): there is nothing to skip",
            remedy: "see `outcomes show \(participant.id)`"))
      }
      return missing
    }
  }

  /// Reads the date on which the participant declined or was not reached.
  fileprivate func skipDate(of participant: Reading<Participant>) -> Reading<CalendarDate> {
    date(.skippedOn).map { $0 ?? world.today() }.flatMap(notInFuture).flatMap { date in
      guard case .success(let participant) = participant else { return .success(date) }
      if date < participant.enrolledOn {
        return .refused(
          Diagnostic(
            "\(date) is before \(participant.id) was enrolled, on \(participant.enrolledOn)",
            remedy: "check both dates; change the enrollment date with `outcomes update`"))
      }
      guard let withdrawnOn = participant.withdrawnOn, withdrawnOn < date else {
        return .success(date)
      }
      return .refused(
        Diagnostic(
          "\(participant.id) withdrew on \(withdrawnOn): no form is asked for after that day",
          remedy: "with --date, give an earlier day; or enroll them again with"
            + " `outcomes enroll \(participant.id)`"))
    }
  }
}

extension AssessmentKey {
  /// Refuses to skip an assessment that was entered.
  fileprivate func refuseSkipping(
    in history: [Assessment], of participant: Participant
  ) throws(Refusal) {
    guard let entered = find(in: history) else { return }
    let id = participant.id
    let score = entered.score.map(Confirmation.shown) ?? "not scorable"
    throw Refusal(
      .refused,
      Diagnostic(
        "\(id) has \(instrument.name) at \(timepoint.id): \(score), on \(entered.date)",
        remedy: "if it was entered by mistake, use `outcomes void \(id) \(timepoint.id)"
          + " \(instrument.id)` first"))
  }
}

extension PositionalDefinition {
  fileprivate static let skippedInstrument = PositionalDefinition(
    PositionalDefinition.instrument.name,
    help: "such as ucla-3; default: every instrument without a form", isOptional: true,
    completion: .instrument)
}

extension OptionDefinition {
  fileprivate static let skippedOn = OptionDefinition(
    "date", valueName: "DATE",
    help: "the date they declined or were not reached, YYYY-MM-DD; default: today")
}
