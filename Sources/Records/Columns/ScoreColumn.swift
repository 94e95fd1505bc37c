import Text

// Public, since only public declarations are inlined into other modules.

/// The assessments of one instrument at one timepoint: one entry per participant, by the number in
/// the table of participants. Each entry is the assessment that counts, the latest of its key.
///
/// The column ends with the last participant who has an assessment; those after it have none.
public struct ScoreColumn: Sendable {
  /// The number of the score in `CohortColumns.scoreValues`, or `absent`, or `notScorable`.
  package private(set) var scores: [Int32]
  /// Days since 1970-01-01; for an entry that is `absent`, only the day of a skip has a meaning.
  package private(set) var dates: [Int32]
  /// The number of items answered, or `total`; for an entry that is `absent`, `skipped` or anything
  /// else.
  package private(set) var answered: [UInt8]

  /// There is no such assessment, or it was voided.
  @inlinable
  public static var absent: Int32 { -1 }
  /// There are answers, but too few for a score.
  @inlinable
  public static var notScorable: Int32 { -2 }
  /// A total was entered, without answers.
  @inlinable
  public static var total: UInt8 { .max }

  /// There is no assessment because the participant was asked and declined, or could not be
  /// reached.
  @inlinable
  public static var skipped: UInt8 { .max - 1 }

  /// True if a participant was asked in vain, and has no assessment.
  package func isSkipped(_ participant: Int) -> Bool {
    participant < count && scores[participant] == Self.absent
      && answered[participant] == Self.skipped
  }

  /// Creates a column without any assessments; it uses no memory before the first.
  init() {
    scores = []
    dates = []
    answered = []
  }

  /// The number of participants, from the first, that have an entry here.
  package var count: Int { scores.count }

  /// True if no participant was assessed.
  var isEmpty: Bool { scores.isEmpty }

  /// Replaces earlier assessments with these, in their order.
  /// - Parameters:
  ///   - participants: the number of participants.
  ///   - numbers: the number in this table of each score of the piece.
  ///   - hasSkips: true if any row may be a skip.
  mutating func set(
    _ rows: [ScoreChunk.Row], of participants: Int, scores numbers: [Int32], hasSkips: Bool
  ) {
    // Space for all participants is reserved, but not touched before it is needed.
    if isEmpty { reserveCapacity(participants) }
    extend(to: rows.reduce(scores.count) { max($0, Int($1.participant) + 1) })
    guard !hasSkips else {
      for row in rows { set(row, scores: numbers) }
      return
    }
    Self.put(rows, in: &scores) { $0.score < 0 ? $0.score : numbers[Int($0.score)] }
    Self.put(rows, in: &dates) { $0.date }
    Self.put(rows, in: &answered) { $0.answered }
  }

  /// Replaces one entry; a skip does not replace an assessment.
  private mutating func set(_ row: ScoreChunk.Row, scores numbers: [Int32]) {
    let participant = Int(row.participant)
    let isSkip = row.score == Self.absent && row.answered == Self.skipped
    guard !isSkip || scores[participant] == Self.absent else { return }
    scores[participant] = row.score < 0 ? row.score : numbers[Int(row.score)]
    dates[participant] = row.date
    answered[participant] = row.answered
  }

  private mutating func reserveCapacity(_ participants: Int) {
    scores.reserveCapacity(participants)
    dates.reserveCapacity(participants)
    answered.reserveCapacity(participants)
  }

  private mutating func extend(to count: Int) {
    let missing = count - scores.count
    scores += repeatElement(Self.absent, count: missing)
    dates += repeatElement(0, count: missing)
    answered += repeatElement(0, count: missing)
  }

  /// Stores one value per row for its participant.
  private static func put<Value>(
    _ rows: [ScoreChunk.Row], in entries: inout [Value],
    _ value: (ScoreChunk.Row) -> Value
  ) {
    entries.withMutableSpan { entries in
      for row in rows { entries[Int(row.participant)] = value(row) }
    }
  }
}
