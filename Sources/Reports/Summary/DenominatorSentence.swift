import Documents
import Analysis

/// A reason why an enrolled participant has no score at a timepoint.
struct AbsenceReason: Sendable {
  /// The key in CSV and JSON.
  let key: String
  /// The name among the disclosed counts.
  let name: CountName
  /// The words printed after the number.
  let words: String
  let count: @Sendable (Denominators) -> Int

  /// All reasons, in printing order. Together with the scored participants they add up to the
  /// enrolled ones.
  static let all = [
    AbsenceReason(key: "not_due", name: .notDue, words: "with a window not yet closed") {
      $0.notDue
    },
    AbsenceReason(key: "not_assessed", name: .notAssessed, words: "not assessed") {
      $0.notAssessed
    },
    AbsenceReason(key: "skipped", name: .skipped, words: "declined or not reached") { $0.skipped },
    AbsenceReason(key: "withdrawn", name: .withdrawn, words: "withdrawn") { $0.withdrawn },
    AbsenceReason(key: "not_scorable", name: .notScorable, words: "with too few answers") {
      $0.notScorable
    },
    AbsenceReason(key: "outside_window", name: .outsideWindow, words: "outside the window") {
      $0.outsideWindow
    },
  ]
}

/// The participants counted at a timepoint, in one sentence: `day90: 815 enrolled = 600 scored +
/// 215 withdrawn`.
struct DenominatorSentence {
  private let point: MeasureSummary.AtTimepoint
  private let row: DisclosedRow
  private let group: DisclosedRow

  init(_ point: MeasureSummary.AtTimepoint, of measure: MeasureSummary, _ disclosure: Disclosure) {
    self.point = point
    row = DisclosedRow(disclosure, measure.place(point))
    group = DisclosedRow(disclosure, CountPlace(group: measure.group))
  }

  var text: String {
    let denominators = point.denominators
    let absent = AbsenceReason.all.compactMap { reason -> String? in
      let count = reason.count(denominators)
      // A hidden 0 looks like any other hidden number.
      guard count > 0 || !row.shows(reason.name) else { return nil }
      return "\(row.text(reason.name, count)) \(reason.words)"
    }
    let scored = row.text(.scored, denominators.scored) + " scored"
    let sum = ([scored] + absent).joined(separator: " + ")
    let enrolled = group.text(.enrolled, denominators.enrolled) + " enrolled"
    let parts = ["\(point.timepoint.id): \(enrolled) = \(sum)"] + remarks
    return parts.joined(separator: "; ")
  }

  private var remarks: [String] {
    var remarks: [String] = []
    let lost = row.cell(.integer(point.denominators.lostToFollowUp), SummaryFields.lossIsShown)
    if point.change != nil, lost != .integer(0) {
      let due = row.cell(.integer(point.denominators.due), SummaryFields.dueIsShown)
      remarks.append(
        "lost to follow-up: \(ReadableTable.text(lost)) of \(ReadableTable.text(due)) due")
    }
    if let pairs = point.change?.test.pairs {
      let unpaired = point.scores.n - pairs
      if unpaired > 0 || !row.shows(.unpaired) {
        let noun = row.shows(.pairs) && pairs == 1 ? "pair" : "pairs"
        remarks.append(
          "\(row.text(.pairs, pairs)) \(noun), without the \(row.text(.unpaired, unpaired)) who"
            + " \(unpaired == 1 && row.shows(.unpaired) ? "has" : "have") no baseline score")
      }
    }
    let outside = point.denominators.scoredOutsideWindow
    if outside > 0 || !row.shows(.scoredOutsideWindow) {
      remarks.append("\(row.text(.scoredOutsideWindow, outside)) scored outside the window")
    }
    return remarks
  }
}
