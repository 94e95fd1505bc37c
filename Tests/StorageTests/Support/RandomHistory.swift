import Instruments
import Records
import TestSupport
import Text
import XCTest

/// A random sequence of what people do with a program, in which everything is right: enrolled
/// before recorded, recorded before corrected, a reason where one is needed.
struct RandomHistory {
  private(set) var events: [ParticipantEvent] = []
  private(set) var assessments: [Assessment] = []
  private let program: Program
  private var generator: SeededGenerator

  /// Some are the beginnings of others, some are not ASCII.
  static let names = ["P1", "P10", "P100", "1P1", "é7", "é77", "名前", "north-0123456789"]
  private static let reasons = [
    "typed twice", "moved, far away", "said \"no\"", "a \\ and a /", "Zoë’s form",
    "für P1, not P10",
    String(repeating: "long, and “quoted” ", count: 60),
  ]

  init(_ program: Program, seed: UInt64, assessments: Int = 40) throws {
    self.program = program
    generator = SeededGenerator(seed: seed)
    for name in Self.names { try happen(name) }
    var recorded: Set<String> = []
    for _ in 0..<assessments {
      let name = generator.pick(Self.names)
      let timepoint = generator.pick(program.timepoints).id
      let instrument = generator.pick(program.instruments)
      let key = "\(name) \(timepoint) \(instrument.id)"
      let action: AssessmentAction =
        recorded.contains(key)
        ? generator.pick([.correct, .void, .acknowledge, .reenter])
        : generator.pick([.record, .record, .skip])
      if action == .void { recorded.remove(key) }
      if action == .record { recorded.insert(key) }
      let answers = action.hasContent ? generator.answers(to: instrument) : nil
      self.assessments.append(
        Assessment(
          participant: try SampleProgram.participant(name), timepoint: timepoint,
          instrument: instrument.id, date: day(from: "2026-02-01", within: 28),
          answers: answers,
          score: answers.map { instrument.score(answers: $0).value }
            ?? (action.hasContent ? 4 : nil),
          action: action, recordedAt: try SampleProgram.now(), recordedBy: "Zoë",
          reason: action == .record ? "" : generator.pick(Self.reasons)))
    }
  }

  /// Enrolls somebody, who may then move, leave in any way and come back.
  private mutating func happen(_ name: String) throws {
    try add(name, .enroll, day(from: "2026-01-01", within: 10))
    if generator.number(below: 2) == 0 {
      try add(name, .update, day(from: "2026-01-01", within: 10))
    }
    if generator.number(below: 3) == 0 {
      let ends: [ParticipantAction] = [.withdraw, .withdraw, .withdrawUse, .erase, .unenroll]
      try add(name, generator.pick(ends), day(from: "2026-03-01", within: 10))
      if generator.number(below: 2) == 0 {
        try add(name, .enroll, day(from: "2026-01-20", within: 10))
      }
    }
  }

  private mutating func add(
    _ name: String, _ action: ParticipantAction, _ date: CalendarDate
  ) throws {
    events.append(
      ParticipantEvent(
        participant: try SampleProgram.participant(name), date: date, action: action,
        recordedAt: try SampleProgram.now(), recordedBy: "Zoë",
        reason: action == .enroll ? "" : generator.pick(Self.reasons),
        attributes: [generator.pick(["", "north", "P1, by the sea"])]))
  }

  private mutating func day(from text: String, within days: Int) -> CalendarDate {
    CalendarDate(text)?.adding(days: generator.number(below: days))
      ?? CalendarDate(daysSinceEpoch: 0)
  }
}
