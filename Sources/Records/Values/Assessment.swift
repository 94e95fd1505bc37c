import Instruments
import Text

/// The action of a line of the scores file.
package enum AssessmentAction: String, Sendable, CaseIterable {
  case record
  case correct
  case void
  /// Says what was done about an answer that needed a person's attention.
  case acknowledge
  /// Answers keyed a second time, to be compared with the first entry.
  case reenter
  /// The participant was asked and declined, or could not be reached.
  case skip

  /// True if the line decides which assessment counts; the others change no score.
  package var changesScore: Bool {
    switch self {
    case .record, .correct, .void: true
    case .acknowledge, .reenter, .skip: false
    }
  }

  /// True if the line must have answers or a score.
  package var hasContent: Bool {
    switch self {
    case .record, .correct, .reenter: true
    case .void, .acknowledge, .skip: false
    }
  }
}

/// One line of the scores file as a value: one participant, one timepoint, one instrument.
package struct Assessment: Sendable, Equatable {
  package var participant: ParticipantID
  package var timepoint: TimepointID
  package var instrument: InstrumentID
  package var date: CalendarDate
  /// One code per item, nil for an item that was not answered; nil as a whole if only a total was
  /// entered.
  package var answers: [Int?]?
  /// The score; nil if it cannot be scored.
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

/// Answers as written in the file: codes separated by one space, with `.` for a missing one.
package enum AnswerText {
  package static func text(_ answers: [Int?]) -> String {
    answers.map { $0.map(String.init) ?? "." }.joined(separator: " ")
  }

  /// Parses answers; nil if the text contains anything else. Commas separate as well as spaces,
  /// because people type both.
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
