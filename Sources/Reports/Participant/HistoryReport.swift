import Instruments
import Records

/// What `outcomes history` says: every line about one participant, the oldest first.
package struct HistoryReport: Reportable {
  private let participant: ParticipantID
  private let knownAt: Timestamp?
  private let entries: [Entry]

  private struct Entry {
    let recordedAt: Timestamp
    let recordedBy: String
    let action: String
    let reason: String
    /// The day that the line is about.
    let date: CalendarDate
    let assessment: Assessment?
  }

  /// - Parameter knownAt: the moment up to which the store was read; nil where it is all that is known
  ///   now.
  package init(
    _ participant: ParticipantID, _ events: [ParticipantEvent], _ assessments: [Assessment],
    knownAt: Timestamp? = nil
  ) {
    self.participant = participant
    self.knownAt = knownAt
    let lines =
      events.map {
        Entry(
          recordedAt: $0.recordedAt, recordedBy: $0.recordedBy, action: $0.action.rawValue,
          reason: $0.reason, date: $0.date, assessment: nil)
      }
      + assessments.map {
        Entry(
          recordedAt: $0.recordedAt, recordedBy: $0.recordedBy, action: $0.action.rawValue,
          reason: $0.reason, date: $0.date, assessment: $0)
      }
    // Lines of the same second stay in the order of their file.
    entries = lines.enumerated().sorted {
      ($0.element.recordedAt, $0.offset) < ($1.element.recordedAt, $1.offset)
    }.map(\.element)
  }

  package var report: Report {
    let known = knownAt.map { ", as known at \($0)" } ?? ""
    return Report(
      title: "\(participant) · every line, the oldest first\(known)", blocks: [.table(table)])
  }

  package var table: Table {
    Table(
      columns: [
        Column("recorded at", key: "recorded_at", .leading),
        Column("by", key: "recorded_by", .leading), Column("action", .leading),
        Column("timepoint", .leading), Column("instrument", .leading), Column("date", .leading),
        Column("answers", .leading), Column("score"), Column("reason", .leading),
      ],
      rows: entries.map { entry in
        let assessment = entry.assessment
        let score = assessment?.score
        return [
          .text(entry.recordedAt.description), .text(entry.recordedBy), .text(entry.action),
          assessment.map { .text($0.timepoint.rawValue) } ?? .blank,
          assessment.map { .text($0.instrument.rawValue) } ?? .blank, .date(entry.date),
          assessment?.answers.map { .text(AnswerText.text($0)) } ?? .blank,
          score.map { .decimal($0, decimals: $0 == $0.rounded() ? 0 : 2) } ?? .blank,
          entry.reason.isEmpty ? .blank : .text(entry.reason),
        ]
      })
  }
}
