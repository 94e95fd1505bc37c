import Text

/// One piece of the scores file, read into rows.
package struct ScoreChunk: Sendable {
  /// One line as a few numbers, without references.
  struct Row: Sendable, Equatable {
    /// The number in the table of participants.
    let participant: Int32
    /// The date of the assessment, in days since 1970-01-01.
    let date: Int32
    /// The number in `dictionary`, or a mark of `ScoreColumn`.
    let score: Int32
    /// The start of the line's answers in `answers`, if they are kept.
    let answers: Int32
    /// The number of items answered, or `ScoreColumn.total`, or `ScoreColumn.skipped`.
    let answered: UInt8
  }

  /// For each cell, its rows in the order of the lines, so that each column of a table is filled at
  /// once. A cell is an instrument and a timepoint as one number: instrument × timepoints +
  /// timepoint.
  var rows: [[Row]]
  /// True if any row is a skip.
  var hasSkips = false
  /// The texts of the answers, each ended by a line feed; empty if they are not kept.
  var answers: [UInt8] = []
  /// The lines that can raise or settle an alert, in order, if alerts are followed.
  var alertLines: [AlertLine] = []
  var dictionary = ScoreDictionary()
  /// The number of lines in the piece.
  package var lineCount = 0
  /// The problems found, with lines counted from the start of the piece.
  package var problems: [Diagnostic] = []

  /// Creates empty rows.
  /// - Parameters:
  ///   - cells: the number of cells.
  ///   - capacity: the number of rows to reserve space for in each cell.
  static func rows(cells: Int, capacity: Int) -> [[Row]] {
    (0..<cells).map { _ in
      var rows: [Row] = []
      rows.reserveCapacity(capacity)
      return rows
    }
  }
}
