import Analysis
import Instruments

extension MeasureSummary {
  /// The measure for people: scores, change, and who is counted.
  var blocks: [Block] {
    var blocks = [Block.heading(title), .table(ScoreTableau.table(of: self))]
    if timepoints.contains(where: { $0.change != nil }) {
      blocks.append(.table(ChangeTableau.table(of: self)))
    }
    if !instrument.metric.allowsPercentChange {
      blocks.append(
        .paragraph(
          "No percent change: the zero of a T score is arbitrary, so a percentage of it means"
            + " nothing. 10 points are one standard deviation of the reference population."))
    }
    let lines = timepoints.map { DenominatorSentence.sentence(for: $0) }
    return blocks + [.notes("Who is counted", lines)]
  }

  private var title: String {
    let scale = instrument.metric == .tScore ? ", T score" : ""
    let direction =
      switch instrument.direction {
      case .lowerIsBetter: "lower is better"
      case .higherIsBetter: "higher is better"
      }
    return "\(instrument.name): \(instrument.construct)\(scale), \(direction)" + groupTitle
  }

  private var groupTitle: String {
    guard let group else { return "" }
    return " (\(group.attribute) = \(group.value.isEmpty ? "not given" : group.value))"
  }
}
