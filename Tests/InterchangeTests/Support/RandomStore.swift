import Instruments
import Records
import TestSupport
import Text

/// Random stores: lines in any order, corrected and voided at will.
enum RandomStore {
  static func lines(_ generator: inout SeededGenerator) throws -> StoreRecords {
    let example = try ExampleStore.lines(store: generator.oneIn(2) ? .csv : .json)
    var lines = StoreRecords(program: example.program)
    // Some of them larger than the stretch of participants that is turned into rows at a time.
    let count = generator.oneIn(8) ? 300 : Int.random(in: 0...30, using: &generator)
    let ids = Set((0..<count).map { _ in id(&generator) })
      .sorted().shuffled(using: &generator)
    for id in ids {
      lines.events.append(event(id, .enroll, &generator))
      if generator.oneIn(4) { lines.events.append(event(id, .update, &generator)) }
      if generator.oneIn(3) {
        let action = generator.pick(ParticipantAction.allCases)
        lines.events.append(event(id, action, &generator))
      }
      for timepoint in lines.program.timepoints {
        for instrument in lines.program.instruments {
          for _ in 0..<Int.random(in: 0...2, using: &generator) {
            lines.assessments.append(
              assessment(id, timepoint.id, instrument, &generator))
          }
        }
      }
    }
    lines.assessments.shuffle(using: &generator)
    return lines
  }

  /// Short and long ids, many with the same start, some beyond ASCII.
  private static func id(_ generator: inout SeededGenerator) -> ParticipantID {
    let start = ["P", "p-", "Åsa", "participant", "日本"].randomElement(using: &generator) ?? "P"
    let number = Int.random(in: 0..<1000, using: &generator)
    return ParticipantID(rawValue: "\(start)\(number)") ?? id(&generator)
  }

  private static let texts = [
    "", "", "north", "=1+1", "+a", "-b", "@c", "'=d", "a,b", "\"", "a\"b\"", "é", "\\n", "-5",
  ]

  private static func text(_ generator: inout SeededGenerator) -> String {
    (texts.randomElement(using: &generator) ?? "") + (texts.randomElement(using: &generator) ?? "")
  }

  private static func date(_ generator: inout SeededGenerator) -> CalendarDate {
    CalendarDate(daysSinceEpoch: Int.random(in: 20_000...20_400, using: &generator))
  }

  private static func event(
    _ id: ParticipantID, _ action: ParticipantAction, _ generator: inout SeededGenerator
  ) -> ParticipantEvent {
    ParticipantEvent(
      participant: id, date: date(&generator), action: action,
      recordedAt: Timestamp(date: date(&generator), seconds: 60), recordedBy: text(&generator),
      reason: text(&generator), attributes: [text(&generator), text(&generator)])
  }

  private static func assessment(
    _ id: ParticipantID, _ timepoint: TimepointID, _ instrument: Instrument,
    _ generator: inout SeededGenerator
  ) -> Assessment {
    let action = AssessmentAction.allCases.randomElement(using: &generator) ?? .record
    let answers = generator.answers(to: instrument)
    let total = Double(3 + generator.number(below: 7))
    let score =
      answers.map { instrument.score(answers: $0).value }
      ?? (instrument.isEnteredAsTotal ? -0.75 * total : total)
    return Assessment(
      participant: id, timepoint: timepoint, instrument: instrument.id, date: date(&generator),
      answers: answers, score: score, action: action,
      recordedAt: Timestamp(date: date(&generator), seconds: 3600), recordedBy: text(&generator),
      reason: text(&generator))
  }
}
