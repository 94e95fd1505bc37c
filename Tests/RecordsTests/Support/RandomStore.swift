import Instruments
import Records
import TestSupport
import Text
import XCTest

/// Makes the histories that a store may hold.
struct RandomStore {
  let program: Program
  var generator: SeededGenerator

  /// Short, long and foreign ids, some the beginnings of others.
  static let names = ["P1", "P10", "P100", "é7", "north-0123456789", "north-01234567890"]

  init(_ program: Program, seed: UInt64) {
    self.program = program
    generator = SeededGenerator(seed: seed)
  }

  /// Lines of the participants file; everybody is enrolled before anything else happens to them.
  mutating func events(_ count: Int) throws -> [ParticipantEvent] {
    var enrolled: Set<String> = []
    return try (0..<count).map { _ in
      let name = generator.pick(Self.names)
      let isNew = enrolled.insert(name).inserted
      return ParticipantEvent(
        participant: try SampleProgram.participant(name), date: date(),
        action: isNew ? .enroll : generator.pick(ParticipantAction.allCases),
        recordedAt: moment(), recordedBy: generator.pick(["ada", "Zoë"]),
        reason: generator.pick(["", "moved, far away", "said \"no\""]),
        attributes: [
          generator.pick(["", "north", "south, by the sea"]), generator.pick(["", "65+"]),
        ])
    }
  }

  /// Lines of the scores file; keys recur, so that many are corrected and voided.
  mutating func assessments(_ count: Int) throws -> [Assessment] {
    try (0..<count).map { _ in
      let instrument = generator.pick(program.instruments)
      let answers = generator.answers(to: instrument)
      let action = generator.pick(
        [AssessmentAction.record, .record, .correct, .void] + AssessmentAction.allCases)
      let total = answers == nil && action.hasContent
      return Assessment(
        participant: try SampleProgram.participant(generator.pick(Self.names)),
        timepoint: generator.pick(program.timepoints).id, instrument: instrument.id, date: date(),
        answers: action.hasContent ? answers : nil,
        score: total ? Double(3 + generator.number(below: 7)) : score(answers, instrument),
        action: action, recordedAt: moment(), recordedBy: "ada",
        reason: generator.pick(["", "typed twice", "a \\ and a \", both"]))
    }
  }

  private func score(_ answers: [Int?]?, _ instrument: Instrument) -> Double? {
    answers.flatMap { instrument.score(answers: $0).value }
  }

  private mutating func date() -> CalendarDate {
    CalendarDate(daysSinceEpoch: 20_000 + generator.number(below: 40))
  }

  private mutating func moment() -> Timestamp {
    Timestamp(date: date(), seconds: generator.number(below: 3))
  }
}
