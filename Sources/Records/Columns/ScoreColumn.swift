import Text

// Public, since only public declarations are inlined into other modules.

/// Everybody's assessment of one instrument at one timepoint: one entry a participant, by the
/// number in the table of participants. Only the assessment that counts is here, the latest of its
/// key.
///
/// The last entry is of the last participant who has an assessment; those after have none.
public struct ScoreColumn: Sendable {
  /// The score's number in `CohortColumns.scoreValues`, or `absent`, or `notScorable`.
  package private(set) var scores: [Int32]
  /// Days since 1970-01-01; meaningless where `absent`.
  package private(set) var dates: [Int32]
  /// How many items were answered, or `total`; meaningless where `absent`.
  package private(set) var answered: [UInt8]

  /// Nobody has such an assessment, or it was voided.
  @inlinable
  public static var absent: Int32 { -1 }
  /// There are answers, but too few to be scored.
  @inlinable
  public static var notScorable: Int32 { -2 }
  /// A total was entered, without answers.
  @inlinable
  public static var total: UInt8 { .max }

  /// A column without any assessment; it takes no room before the first.
  init() {
    scores = []
    dates = []
    answered = []
  }

  /// How many participants, from the first, have an entry here.
  package var count: Int { scores.count }

  /// Whether nobody was ever assessed.
  var isEmpty: Bool { scores.isEmpty }

  /// Puts assessments in the place of earlier ones, in their order.
  /// - Parameters:
  ///   - participants: how many there are.
  ///   - numbers: the number here of each score of the piece.
  mutating func set(
    _ rows: [ScoreChunk.Row], of participants: Int, scores numbers: [Int32]
  ) {
    // Room for everybody, but none of it is touched before somebody needs it.
    if isEmpty { reserveCapacity(participants) }
    extend(to: rows.reduce(scores.count) { max($0, Int($1.participant) + 1) })
    Self.put(rows, in: &scores) { $0.score < 0 ? $0.score : numbers[Int($0.score)] }
    Self.put(rows, in: &dates) { $0.date }
    Self.put(rows, in: &answered) { $0.answered }
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

  /// Puts one value a row in its participant's place.
  private static func put<Value>(
    _ rows: [ScoreChunk.Row], in entries: inout [Value],
    _ value: (ScoreChunk.Row) -> Value
  ) {
    entries.withMutableSpan { entries in
      for row in rows { entries[Int(row.participant)] = value(row) }
    }
  }
}
