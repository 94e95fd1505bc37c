import Documents
import Analysis
import Instruments

extension MeasureSummary {
  /// The measure's scores, its change, and the participants counted.
  func blocks(_ disclosure: Disclosure) -> [Block] {
    var blocks = [Block.heading(title), .table(ScoreTable.table(of: self, disclosure))]
    if timepoints.contains(where: { $0.change != nil }) {
      blocks.append(.table(ChangeTable.table(of: self, disclosure)))
    }
    if !instrument.metric.allowsPercentChange {
      blocks.append(
        .paragraph(
          "No percent change: the zero of a T score is arbitrary, so a percentage of it means"
            + " nothing. Ten points are one standard deviation of the reference population."))
    }
    let lines = timepoints.map { DenominatorSentence($0, of: self, disclosure).text }
    return blocks + [.notes("Who is counted", lines)]
  }

  /// The measure, and the group where there is one.
  var title: String { instrument.heading + groupTitle }

  /// ` (site = North)`, or an empty string for the whole cohort.
  var groupTitle: String { group.title }
}

extension CohortSelection.AttributeValue {
  /// The group as titles show it: `site = North`.
  var title: String {
    guard merged == 0 else {
      return "\(attribute): \(merged) values together, each with few participants"
    }
    return "\(attribute) = \(value.isEmpty ? "not given" : value)"
  }
}

extension CohortSelection.AttributeValue? {
  /// ` (site = North)`, or an empty string for the whole cohort.
  var title: String { map { " (\($0.title))" } ?? "" }
}
