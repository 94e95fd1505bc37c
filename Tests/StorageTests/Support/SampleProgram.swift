import Instruments
import Records
import Text
import XCTest

/// The values that these tests write and read.
enum SampleProgram {
  /// - Parameter schema: the older one, where what the participants file starts with does not
  ///   matter.
  static func program(_ format: LineFormat, _ schema: ProgramSchema = .one) throws -> Program {
    var settings = try settings(format)
    settings.schema = schema
    return try Program(
      settings: settings, available: BuiltInInstruments.all, file: "program.json")
  }

  static func settings(_ format: LineFormat) throws -> ProgramSettings {
    let days = try [("baseline", 0), ("day30", 30), ("day90", 90)].map {
      (id: try XCTUnwrap(TimepointID(rawValue: $0)), day: $1)
    }
    return ProgramSettings(
      name: "Riverside peer support", store: format, timepoints: Timepoint.withUsualWindows(days),
      instruments: try ["ucla-3", "phq-9"].map { try XCTUnwrap(InstrumentID(rawValue: $0)) },
      attributes: ["site"])
  }

  static func participant(_ name: String) throws -> ParticipantID {
    try XCTUnwrap(ParticipantID(rawValue: name))
  }

  static func date(_ text: String) throws -> CalendarDate { try XCTUnwrap(CalendarDate(text)) }

  /// The moment at which the tests write.
  static func now() throws -> Timestamp { try XCTUnwrap(Timestamp("2026-06-30T12:00:00Z")) }

  static func event(
    _ name: String, _ action: ParticipantAction = .enroll, on date: String = "2026-01-05",
    reason: String = "", site: String = ""
  ) throws -> ParticipantEvent {
    ParticipantEvent(
      participant: try participant(name), date: try self.date(date), action: action,
      recordedAt: try now(), recordedBy: "ada", reason: reason, attributes: [site])
  }

  /// An assessment of UCLA-3 at baseline.
  static func assessment(
    _ name: String, _ action: AssessmentAction = .record, answers: [Int?]? = [1, 2, 3],
    score: Double? = 6, reason: String = ""
  ) throws -> Assessment {
    Assessment(
      participant: try participant(name),
      timepoint: try XCTUnwrap(TimepointID(rawValue: "baseline")),
      instrument: try XCTUnwrap(InstrumentID(rawValue: "ucla-3")), date: try date("2026-01-06"),
      answers: answers, score: score, action: action, recordedAt: try now(), recordedBy: "ada",
      reason: reason)
  }
}
