import Text

/// What a piece of the scores file comes down to: columns of numbers in the order of its lines.
package struct ScoreChunk: Sendable {
  /// Number in the table of participants.
  var participants: [Int32] = []
  /// Instrument and timepoint as one number: instrument × timepoints + timepoint.
  var cells: [Int32] = []
  /// Days since 1970-01-01.
  var dates: [Int32] = []
  /// Number in `dictionary`, or a mark of `ScoreColumn`.
  var scores: [Int32] = []
  /// Items answered, or `ScoreColumn.total`.
  var answered: [UInt8] = []
  /// The answers' texts in the same order, each ended by a line feed, only where they were asked for.
  var answers: [UInt8] = []
  var dictionary = ScoreDictionary()
  /// How many lines the piece has.
  package var lineCount = 0
  /// What was wrong, with lines counted from the start of the piece.
  package var problems: [Diagnostic] = []
}
