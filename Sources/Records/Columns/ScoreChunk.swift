import Text

/// What a piece of the scores file comes down to.
package struct ScoreChunk: Sendable {
  /// What a line comes down to: a few numbers, without a reference.
  struct Row: Sendable, Equatable {
    /// Number in the table of participants.
    let participant: Int32
    /// Days since 1970-01-01.
    let date: Int32
    /// Number in `dictionary`, or a mark of `ScoreColumn`.
    let score: Int32
    /// Where the line's answers start in `answers`, if they were asked for.
    let answers: Int32
    /// Items answered, or `ScoreColumn.total`.
    let answered: UInt8
  }

  /// For each cell, its rows in the order of the lines, so that each column of a table is filled in
  /// one go. A cell is instrument and timepoint as one number: instrument × timepoints + timepoint.
  var rows: [[Row]]
  /// The answers' texts, each ended by a line feed; empty where they were not asked for.
  var answers: [UInt8] = []
  var dictionary = ScoreDictionary()
  /// How many lines the piece has.
  package var lineCount = 0
  /// What was wrong, with lines counted from the start of the piece.
  package var problems: [Diagnostic] = []

  /// No rows yet.
  /// - Parameters:
  ///   - cells: how many cells there are.
  ///   - capacity: for how many rows a cell has room at first.
  static func rows(cells: Int, capacity: Int) -> [[Row]] {
    (0..<cells).map { _ in
      var rows: [Row] = []
      rows.reserveCapacity(capacity)
      return rows
    }
  }
}
