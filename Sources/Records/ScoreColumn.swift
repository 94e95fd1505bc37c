/// Everybody's assessment of one instrument at one timepoint: one entry a participant, by the number
/// in the table of participants. Only the assessment that counts is here, the latest of its key.
public struct ScoreColumn: Sendable {
  /// The score's number in `ScoreTable.scoreValues`, or `absent`, or `notScorable`.
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

  /// Whether nobody was ever assessed.
  var isEmpty: Bool { scores.isEmpty }

  /// Puts an assessment in the place of an earlier one.
  mutating func set(
    _ participant: Int, of count: Int, score: Int32, date: Int32, answered items: UInt8
  ) {
    if isEmpty {
      scores = [Int32](repeating: Self.absent, count: count)
      dates = [Int32](repeating: 0, count: count)
      answered = [UInt8](repeating: 0, count: count)
    }
    scores[participant] = score
    dates[participant] = date
    answered[participant] = items
  }
}
