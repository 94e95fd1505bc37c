import Instruments
import Records
import Text

extension ParticipantReport {
  /// The participant as an object, with one object for each assessment.
  package var json: JSONValue {
    .object([
      "schema": .string("outcomes.participant/1"),
      "participant": .string(participant.id.rawValue),
      "enrolled_on": .string(participant.enrolledOn.description),
      "withdrawn_on": .optional(participant.withdrawnOn?.description),
      "attributes": attributes,
      "assessments": .array(rows.map(\.json)),
      "open_alerts": .array(openAlerts.map(\.json)),
      "unknown": .array(unknownItems.map(\.json)),
      "skipped": .array(skipped.map(json)),
    ])
  }

  private func json(_ skip: Assessment) -> JSONValue {
    .object([
      "timepoint": .string(skip.timepoint.rawValue),
      "instrument": .string(skip.instrument.rawValue),
      "date": .string(skip.date.description),
      "reason": .string(skip.ownReason),
    ])
  }

  private var attributes: JSONValue {
    let known = zip(program.settings.attributes, participant.attributes)
    return .object(known.map { JSONMember($0, $1.isEmpty ? .null : .string($1)) })
  }
}

extension ParticipantReport.OpenAlert {
  fileprivate var json: JSONValue {
    .object([
      "timepoint": .string(timepoint.rawValue), "instrument": .string(instrument.id.rawValue),
      "item": .integer(alert.item), "answer": .integer(alert.code),
      "state": .string(alert.basis.rawValue), "since": .string(alert.since.description),
    ])
  }
}

extension ParticipantReport.UnknownItem {
  fileprivate var json: JSONValue {
    .object([
      "timepoint": .string(timepoint.rawValue), "instrument": .string(instrument.id.rawValue),
      "item": .integer(unknown.item), "since": .string(unknown.since.description),
    ])
  }
}

extension ParticipantRow {
  fileprivate var json: JSONValue {
    .object([
      "timepoint": .string(timepoint.id.rawValue),
      "day": .integer(timepoint.day),
      "instrument": .string(instrument.id.rawValue),
      "date": .string(assessment.date.description),
      "answers": .optional(assessment.answers.map(AnswerText.text)),
      "score": .optional(assessment.score),
      "band": .optional(band?.label),
      "band_verified": band.map { _ in .bool(hasVerifiedBands) } ?? .null,
      "change": .optional(change),
      "in_window": .bool(isInWindow),
      "counts": .bool(counts),
      "needs_attention": attention.isNeeded.map(JSONValue.bool) ?? .null,
      "open_alert": .bool(!alerts.open.isEmpty),
      "acknowledged": .bool(isAcknowledged),
      "note": note.isEmpty ? .null : .string(note),
    ])
  }
}
