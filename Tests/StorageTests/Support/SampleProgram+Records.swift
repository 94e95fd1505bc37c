import Records
import TestSupport
import Text

extension SampleProgram {
  /// A program with two questionnaires and one attribute.
  /// - Parameter schema: the older one, where what the participants file starts with does not
  ///   matter.
  static func small(_ format: LineFormat, _ schema: ProgramSchema = .one) throws -> Program {
    var settings = try settings(
      format, instruments: ["ucla-3", "phq-9"], attributes: ["site"])
    settings.schema = schema
    return try program(settings)
  }

  /// The moment at which the tests write.
  static func now() throws -> Timestamp { try timestamp("2026-06-30T12:00:00Z") }

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
      participant: try participant(name), timepoint: try timepoint("baseline"),
      instrument: try instrument("ucla-3"), date: try date("2026-01-06"), answers: answers,
      score: score, action: action, recordedAt: try now(), recordedBy: "ada", reason: reason)
  }
}
