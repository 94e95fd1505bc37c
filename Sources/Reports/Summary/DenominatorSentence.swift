import Analysis

/// Why somebody enrolled is not among those scored.
struct AbsenceReason: Sendable {
  /// What programs call it.
  let key: String
  /// What people read behind the number.
  let words: String
  let count: @Sendable (DenominatorLedger) -> Int

  /// Every reason, in the order of printing. With those scored they add up to those enrolled.
  static let all = [
    AbsenceReason(key: "not_due", words: "not due yet") { $0.notDue },
    AbsenceReason(key: "not_assessed", words: "not assessed") { $0.notAssessed },
    AbsenceReason(key: "withdrawn", words: "withdrawn") { $0.withdrawn },
    AbsenceReason(key: "not_scorable", words: "with too few answers") { $0.notScorable },
    AbsenceReason(key: "outside_window", words: "outside the window") { $0.outsideWindow },
  ]
}

/// Says whom the numbers of a timepoint stand on: `day90: 815 enrolled = 600 scored + 215 withdrawn`.
enum DenominatorSentence {
  static func sentence(for point: MeasureSummary.AtTimepoint) -> String {
    let ledger = point.ledger
    let absent = AbsenceReason.all.compactMap { reason -> String? in
      let count = reason.count(ledger)
      return count > 0 ? "\(ReadableNumber.integer(count)) \(reason.words)" : nil
    }
    let scored = ReadableNumber.integer(ledger.scored) + " scored"
    let sum = ([scored] + absent).joined(separator: " + ")
    let enrolled = ReadableNumber.integer(ledger.enrolled) + " enrolled"
    let parts = ["\(point.timepoint.id): \(enrolled) = \(sum)"] + remarks(point)
    return parts.joined(separator: "; ")
  }

  private static func remarks(_ point: MeasureSummary.AtTimepoint) -> [String] {
    var remarks: [String] = []
    if let change = point.change, change.test.pairs < point.scores.n {
      let unpaired = ReadableNumber.integer(point.scores.n - change.test.pairs)
      let pairs = ReadableNumber.count(change.test.pairs, "pair")
      remarks.append("\(pairs) (\(unpaired) without a score at baseline)")
    }
    if point.ledger.scoredOutsideWindow > 0 {
      let outside = ReadableNumber.integer(point.ledger.scoredOutsideWindow)
      remarks.append("\(outside) of those scored outside the window")
    }
    return remarks
  }
}
