import Text

/// What a piece of the scores file comes down to.
package struct ScoreChunk: Sendable {
  /// What a line comes down to: a few numbers, without a reference.
  struct Row: Sendable, Equatable {
    /// Number in the table of participants.
    let participant: Int32
    /// Instrument and timepoint as one number: instrument × timepoints + timepoint.
    let cell: Int32
    /// Days since 1970-01-01.
    let date: Int32
    /// Number in `dictionary`, or a mark of `ScoreColumn`.
    let score: Int32
    /// Where the line's answers start in `answers`, if they were asked for.
    let answers: Int32
    /// Items answered, or `ScoreColumn.total`.
    let answered: UInt8
  }

  /// By cell, and within a cell in the order of the lines.
  private(set) var rows: [Row] = []
  /// The answers' texts, each ended by a line feed; empty where they were not asked for.
  var answers: [UInt8] = []
  var dictionary = ScoreDictionary()
  /// How many lines the piece has.
  package var lineCount = 0
  /// What was wrong, with lines counted from the start of the piece.
  package var problems: [Diagnostic] = []

  /// Takes the rows of the piece, in the order of the lines, and sorts them by cell, so that each
  /// column of a table is filled in one go.
  mutating func setRows(_ unsorted: [Row], cells: Int) {
    var next = [Int](repeating: 0, count: cells + 1)
    for row in unsorted { next[Int(row.cell) + 1] += 1 }
    for cell in 0..<cells { next[cell + 1] += next[cell] }
    rows = unsorted
    for row in unsorted {
      rows[next[Int(row.cell)]] = row
      next[Int(row.cell)] += 1
    }
  }
}
