import Instruments
import Text

/// The reason why a line that was split into fields is invalid. It is small enough to be thrown
/// from the loop that reads millions of lines; its wording is made only if it is needed.
struct RowFault: Error, Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case invalidParticipantID
    case unknownParticipant
    case unknownTimepoint
    case unknownInstrument
    case unknownAction
    case invalidDate
    case invalidTimestamp
    case invalidScore
    case scoreOutOfRange
    case invalidAnswers
    case nothingRecorded
    case invalidSeal
    /// Nothing is wrong: the line is about the file itself and names no participant.
    case fileEvent
    /// A line about the file itself also has a value in another column.
    case fileEventOfMore
  }

  let kind: Kind
  /// The invalid column, by its position in the schema.
  let column: Int

  init(_ kind: Kind, column: Int) {
    self.kind = kind
    self.column = column
  }
}
