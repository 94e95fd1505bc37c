import Text

/// What a piece of the scores file comes down to: numbers, in the order of its lines.
package struct ScoreChunk: Sendable {
  /// What a line comes down to, 20 bytes without a reference.
  struct Row: Sendable, Equatable {
    /// Number in the table of participants.
    let participant: Int32
    /// Instrument and timepoint as one number: instrument × timepoints + timepoint.
    let cell: Int32
    /// Days since 1970-01-01.
    let date: Int32
    /// Number in `dictionary`, or a mark of `ScoreColumn`.
    let score: Int32
    /// Items answered, or `ScoreColumn.total`.
    let answered: UInt8
  }

  var rows: [Row] = []
  /// The answers' texts in the same order, each ended by a line feed, only where they were asked for.
  var answers: [UInt8] = []
  var dictionary = ScoreDictionary()
  /// How many lines the piece has.
  package var lineCount = 0
  /// What was wrong, with lines counted from the start of the piece.
  package var problems: [Diagnostic] = []
}
