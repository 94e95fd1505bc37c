import Analysis
import Records

/// The counts of a status under their CSV and JSON keys, in output order.
enum StatusFields {
  static let counts: [Field<FollowUpCounts>] = [
    .count("enrolled", tells: .none, \.enrolled),
    .count("expected", tells: .none, \.expected),
    .count("received", tells: .none, \.received),
    .count("received_in_window", tells: .none, \.receivedInWindow),
    .count("due", tells: .none, \.due),
    .count("late", tells: .none, \.late),
    .count("missed", tells: .none, \.missed),
    .count("missed_then_withdrew", tells: .none, \.missedThenWithdrew),
    .count("skipped", tells: .none, \.skipped),
    .count("withdrawn", tells: .none, \.withdrawn),
    .count("not_open", tells: .none, \.notOpen),
  ]
}
