import Instruments
import Records
import TestSupport
import Text
import XCTest

/// A small store, written by hand, with everything that an export must take care of.
enum ExampleStore {
  /// One item; bands whose names hold what CSV, JSON or a spreadsheet program takes for its own.
  static let mood = Instrument(
    id: id("mood-1"), name: "Mood", title: "Mood, one item", construct: "mood",
    direction: .higherIsBetter, items: [Item(topic: "mood", answers: AnswerScale(0...10))],
    scoring: .sum(multiplier: 1), range: 0...10,
    bands: [
      Band("=low, \"flat\"", from: 0, through: 4), Band("so\\so", from: 5, through: 10),
    ])

  /// Only totals are entered.
  static let steps = Instrument(
    id: id("steps"), name: "Steps", title: "Thousand steps a day", construct: "activity",
    direction: .higherIsBetter, items: [], scoring: .entered(fractions: true), range: -10...100)

  static func id(_ text: String) -> InstrumentID {
    InstrumentID(rawValue: text) ?? BuiltInInstruments.ucla3.id
  }

  static func lines(store: LineFormat = .csv) throws -> StoreRecords {
    let settings = try SampleProgram.settings(
      store, timepoints: [("baseline", 0), ("day30", 30)],
      instruments: ["ucla-3", "steps", "mood-1"], attributes: ["site", "note"])
    let program = try SampleProgram.program(settings, own: [steps, mood])
    return StoreRecords(program: program, events: try events(), assessments: try assessments())
  }

  /// A program that records no attributes, with one participant.
  static func linesWithoutAttributes() throws -> StoreRecords {
    var settings = try lines().program.settings
    settings.attributes = []
    var event = try events()[0]
    event.attributes = []
    return StoreRecords(
      program: try SampleProgram.program(settings, own: [steps, mood]), events: [event])
  }

  private static func events() throws -> [ParticipantEvent] {
    try [
      event("Zoë-1", "2026-01-05", .enroll, ["North, East", "=SUM(A1:A9)"]),
      event("P10", "2026-01-06", .enroll, ["Köln", "says \"hi\""]),
      event("P9", "2026-01-07", .enroll, ["-", ""]),
      event("P9", "2026-01-08", .update, ["@home", "+1"], reason: "=wrong day"),
      event("Empty", "2026-01-09", .enroll, ["", "back\\slash"]),
      event("P10", "2026-03-02", .withdraw, ["Köln", "says \"hi\""], reason: "moved, far away"),
    ]
  }

  private static func assessments() throws -> [Assessment] {
    try [
      assessment("P9", "day30", "mood-1", "2026-02-06", [4], 4),
      assessment("P9", "baseline", "ucla-3", "2026-01-08", [1, 1, 1], 3),
      assessment(
        "P9", "baseline", "ucla-3", "2026-01-08", [3, nil, 2], nil, .correct,
        reason: "+item 2 was not answered"),
      assessment("Zoë-1", "baseline", "mood-1", "2026-01-05", [nil], nil),
      assessment("Zoë-1", "baseline", "ucla-3", "2026-01-05", nil, 6),
      assessment("Zoë-1", "baseline", "steps", "2026-01-05", nil, -6.25),
      assessment("Zoë-1", "day30", "ucla-3", "2026-02-04", [1, 2, 1], 4),
      assessment(
        "Zoë-1", "day30", "ucla-3", "2026-02-04", nil, nil, .void, reason: "said \"delete it\""),
      assessment("P10", "day30", "mood-1", "2026-03-01", [10], 10),
      assessment("P10", "day30", "ucla-3", "2026-03-01", [2, 2, 2], 6),
      assessment("P10", "day30", "ucla-3", "2026-03-02", nil, 9, .correct, reason: "total only"),
      assessment("P10", "baseline", "steps", "2026-01-06", nil, 0),
    ]
  }

  private static func event(
    _ id: String, _ date: String, _ action: ParticipantAction, _ attributes: [String],
    reason: String = ""
  ) throws -> ParticipantEvent {
    ParticipantEvent(
      participant: try SampleProgram.participant(id), date: try SampleProgram.date(date),
      action: action, recordedAt: try SampleProgram.timestamp("\(date)T09:00:00Z"),
      recordedBy: "ann",
      reason: reason, attributes: attributes)
  }

  private static func assessment(
    _ id: String, _ timepoint: String, _ instrument: String, _ date: String, _ answers: [Int?]?,
    _ score: Double?, _ action: AssessmentAction = .record, reason: String = ""
  ) throws -> Assessment {
    Assessment(
      participant: try SampleProgram.participant(id),
      timepoint: try SampleProgram.timepoint(timepoint),
      instrument: try SampleProgram.instrument(instrument), date: try SampleProgram.date(date),
      answers: answers, score: score, action: action,
      recordedAt: try SampleProgram.timestamp("\(date)T10:30:00Z"), recordedBy: "@bob",
      reason: reason)
  }
}
