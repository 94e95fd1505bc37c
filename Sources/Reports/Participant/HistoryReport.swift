import Documents
import Instruments
import Records
import Text

/// The report of `outcomes history`: every line about one participant, oldest first.
package struct HistoryReport: Reportable {
  private let participant: ParticipantID
  private let attributes: [String]
  private let knownAt: Timestamp?
  private let entries: [Entry]

  private struct Entry {
    let recordedAt: Timestamp
    let recordedBy: String
    let action: String
    let reason: String
    /// The date that the line is about.
    let date: CalendarDate
    /// The value of each attribute, with the line and before it; empty for assessments.
    let attributes: (now: [String], before: [String])
    let assessment: Assessment?

    init(_ event: ParticipantEvent, before: [String]) {
      (recordedAt, recordedBy, reason) = (event.recordedAt, event.recordedBy, event.reason)
      (action, date) = (event.action.rawValue, event.date)
      attributes = (event.attributes, before)
      assessment = nil
    }

    init(_ assessment: Assessment) {
      (recordedAt, recordedBy) = (assessment.recordedAt, assessment.recordedBy)
      (reason, action, date) = (assessment.reason, assessment.action.rawValue, assessment.date)
      attributes = ([], [])
      self.assessment = assessment
    }
  }

  /// - Parameters:
  ///   - attributes: the program's attributes.
  ///   - knownAt: the moment up to which the store was read; nil for everything known now.
  package init(
    _ participant: ParticipantID, _ events: [ParticipantEvent], _ assessments: [Assessment],
    attributes: [String], knownAt: Timestamp? = nil
  ) {
    self.participant = participant
    self.attributes = attributes
    self.knownAt = knownAt
    let nothing = attributes.map { _ in "" }
    let before = [nothing] + events.map(\.attributes)
    let lines = zip(events, before).map { Entry($0, before: $1) } + assessments.map { Entry($0) }
    // Lines of the same second stay in the order of their file.
    entries = lines.enumerated().sorted {
      ($0.element.recordedAt, $0.offset) < ($1.element.recordedAt, $1.offset)
    }.map(\.element)
  }

  package var document: Document {
    let known = knownAt.map { ", as known at \($0)" } ?? ""
    let changes = entries.map(change)
    let hasChanges = changes.contains { !$0.isEmpty }
    let readable = Table(
      columns: Self.columns + (hasChanges ? [Column("attributes", .leading)] : []),
      rows: zip(entries, changes).map { cells($0) + (hasChanges ? [.text($1)] : []) })
    return Document(
      title: "\(participant) · every line, oldest first\(known)", blocks: [.table(readable)])
  }

  package var table: Table {
    let names = AttributeColumns.withValuesBefore(attributes, besides: Self.columns.map(\.key))
      .names
    return Table(
      columns: Self.columns + names.map { Column($0, .leading) },
      rows: entries.map { entry in
        let values = entry.attributes.now + entry.attributes.before
        let known: [Cell] = values.map { $0.isEmpty ? .blank : .text($0) }
        return cells(entry) + (known.isEmpty ? names.map { _ in .blank } : known)
      })
  }

  package var json: JSONValue {
    .object([
      "schema": .string("outcomes.history/1"), "participant": .string(participant.rawValue),
      "as_known_at": .optional(knownAt?.description), "lines": table.json,
    ])
  }

  private static let columns = [
    Column("recorded at", key: "recorded_at", .leading),
    Column("by", key: "recorded_by", .leading), Column("action", .leading),
    Column("timepoint", .leading), Column("instrument", .leading), Column("date", .leading),
    Column("answers", .leading), Column("score"), Column("reason", .leading),
  ]

  private func cells(_ entry: Entry) -> [Cell] {
    let assessment = entry.assessment
    let score = assessment?.score
    return [
      .text(entry.recordedAt.description), .text(entry.recordedBy), .text(entry.action),
      assessment.map { .text($0.timepoint.rawValue) } ?? .blank,
      assessment.map { .text($0.instrument.rawValue) } ?? .blank, .date(entry.date.description),
      assessment?.answers.map { .text(AnswerText.text($0)) } ?? .blank,
      score.map { .decimal($0, decimals: $0 == $0.rounded() ? 0 : 2) } ?? .blank,
      entry.reason.isEmpty ? .blank : .text(entry.reason),
    ]
  }

  /// The attributes that the line changed: `site North → South · age_band 30-44`.
  private func change(_ entry: Entry) -> String {
    let values = zip(entry.attributes.before, entry.attributes.now)
    return zip(attributes, values).compactMap { name, value -> String? in
      let (before, now) = value
      if before.utf8.elementsEqual(now.utf8) { return nil }
      let known = now.isEmpty ? "not given" : now
      return before.isEmpty ? "\(name) \(known)" : "\(name) \(before) → \(known)"
    }.joined(separator: " · ")
  }
}
