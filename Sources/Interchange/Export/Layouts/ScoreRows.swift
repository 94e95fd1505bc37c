import Records

/// The rows of a table that is stored in columns: for each participant who counts, in the order of
/// the ids, the entries of the given cells.
struct ScoreRows {
  private let order: [Int]
  /// For each cell its column; nil where no participant has an entry.
  private let columns: [ScoreColumn?]
  /// For each participant, the last day whose assessments count.
  private let lastDays: [Int32]
  /// For each participant of a batch, the entries of all cells.
  private var entries: [ScoreEntry]

  /// The number of participants turned from columns into rows at a time, so that each column is
  /// looked up once per batch and the rows stay in the processor's cache.
  private static let stretch = 256

  init(_ table: CohortColumns, _ cells: [ScoreCell]) {
    let states = table.participants.states
    order = table.participants.ids.numbersByBytes.filter {
      states[$0] == .counted || states[$0] == .erased
    }
    lastDays = table.participants.withdrawnOn.map { $0?.daysSinceEpoch ?? .max }
    columns = cells.map { table.column(instrument: $0.instrument, timepoint: $0.timepoint) }
    entries = Array(repeating: .none, count: Self.stretch * cells.count)
  }

  /// Calls `body` for each participant, in the order of the ids.
  /// - Parameter body: takes the number of a participant and one entry per cell.
  mutating func forEach<Failure: Error>(
    _ body: (Int, Span<ScoreEntry>) throws(Failure) -> Void
  ) throws(Failure) {
    for start in stride(from: 0, to: order.count, by: Self.stretch) {
      let participants = order[start..<min(start + Self.stretch, order.count)]
      for cell in columns.indices { fill(cell, participants) }
      var first = 0
      for participant in participants {
        try body(participant, entries.span.extracting(first..<first + columns.count))
        first += columns.count
      }
    }
  }

  private mutating func fill(_ cell: Int, _ participants: ArraySlice<Int>) {
    guard let column = columns[cell] else { return }
    var place = cell
    for participant in participants {
      entries[place] = entry(of: participant, in: column)
      place += columns.count
    }
  }

  @inline(__always)
  private func entry(of participant: Int, in column: ScoreColumn) -> ScoreEntry {
    guard participant < column.count else { return .none }
    let (score, day) = (column.scores[participant], column.dates[participant])
    guard score != ScoreColumn.absent, day <= lastDays[participant] else { return .none }
    return ScoreEntry(counts: true, answered: column.answered[participant], score: score, day: day)
  }
}
