import Documents
import Analysis
import Instruments

extension MeasureSummary {
  /// The measure for people: scores, change, and who is counted.
  func blocks(_ disclosure: Disclosure) -> [Block] {
    var blocks = [Block.heading(title), .table(ScoreTable.table(of: self, disclosure))]
    if timepoints.contains(where: { $0.change != nil }) {
      blocks.append(.table(ChangeTable.table(of: self, disclosure)))
    }
    if !instrument.metric.allowsPercentChange {
      blocks.append(
        .paragraph(
          "No percent change: the zero of a T score is arbitrary, so a percentage of it means"
            + " nothing. 10 points are one standard deviation of the reference population."))
    }
    let lines = timepoints.map { DenominatorSentence($0, of: self, disclosure).text }
    return blocks + [.notes("Who is counted", lines)]
  }

  /// What is measured, and of whom.
  var title: String { instrument.heading + groupTitle }

  /// ` (site = North)`, or nothing for everybody.
  var groupTitle: String { group.map { " (\($0.title))" } ?? "" }
}

extension CohortSelection.AttributeValue {
  /// `site = North`, as a title has it.
  var title: String {
    guard merged == 0 else {
      return "\(attribute): \(merged) values together, each with few people"
    }
    return "\(attribute) = \(value.isEmpty ? "not given" : value)"
  }
}
