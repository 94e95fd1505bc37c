import Instruments
import Text

/// What a line of the scores file does.
package enum AssessmentAction: String, Sendable, CaseIterable {
  case record
  case correct
  case void
}

/// One line of the scores file as a value: one participant, one timepoint, one instrument.
package struct Assessment: Sendable, Equatable {
  package var participant: ParticipantID
  package var timepoint: TimepointID
  package var instrument: InstrumentID
  package var date: CalendarDate
  /// One code an item, nil where it was not answered; nil where only a total was entered.
  package var answers: [Int?]?
  /// The score, nil where it cannot be scored.
  package var score: Double?
  package var action: AssessmentAction
  package var recordedAt: Timestamp
  package var recordedBy: String
  package var reason: String

  package init(
    participant: ParticipantID, timepoint: TimepointID, instrument: InstrumentID,
    date: CalendarDate,
    answers: [Int?]?, score: Double?, action: AssessmentAction, recordedAt: Timestamp,
    recordedBy: String, reason: String
  ) {
    self.participant = participant
    self.timepoint = timepoint
    self.instrument = instrument
    self.date = date
    self.answers = answers
    self.score = score
    self.action = action
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.reason = reason
  }

  /// The line's values in the order of `StoreSchema.scores`.
  package var values: [String] {
    [
      participant.rawValue, timepoint.rawValue, instrument.rawValue, date.description,
      answers.map(AnswerText.text) ?? "", score.map(NumberText.shortest) ?? "", action.rawValue,
      recordedAt.description, recordedBy, reason, "",
    ]
  }
}

/// Item responses as they stand in the file: codes separated by one space, `.` for a missing one.
package enum AnswerText {
  package static func text(_ answers: [Int?]) -> String {
    answers.map { $0.map(String.init) ?? "." }.joined(separator: " ")
  }

  /// The responses that `text` holds, or nil where something else stands there. Commas separate as
  /// well as spaces, since people type both.
  package static func parse(_ text: String) -> [Int?]? {
    var answers: [Int?] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      if word == "." {
        answers.append(nil)
      } else if let code = Int(word), !word.hasPrefix("+") {
        answers.append(code)
      } else {
        return nil
      }
    }
    return answers
  }
}
