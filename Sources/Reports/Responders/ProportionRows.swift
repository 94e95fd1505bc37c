import Documents
import Analysis
import Instruments
import Statistics

/// A class of scores as rows of CSV: the number of participants in it at baseline and at follow-up,
/// the numbers that moved in and out, and the difference between the two shares.
struct ProportionRows {
  private let proportion: ClassProportions
  /// The source of the class.
  private let source: String

  init(_ proportion: ClassProportions, of instrument: Instrument) {
    self.proportion = proportion
    source = proportion.scoreClass.source(in: instrument)?.text ?? ""
  }

  /// One cell for each of `OutcomeRow.columns`, and one for p.
  var cells: [[Cell]] {
    [
      counted("baseline", proportion.baseline), counted("followup", proportion.followUp),
      counted("moved_in", proportion.movedIn), counted("moved_out", proportion.movedOut),
      row(
        "difference", .blank, proportion.people.difference,
        proportion.people.differenceInterval(), p: proportion.people.test?.p),
    ]
  }

  private func counted(_ outcome: String, _ share: Share) -> [Cell] {
    row(
      outcome, .integer(share.count), share.interval?.proportion,
      share.interval?.confidenceInterval, p: nil)
  }

  private func row(
    _ outcome: String, _ count: Cell, _ share: Double?, _ interval: ConfidenceInterval?, p: Double?
  ) -> [Cell] {
    let scoreClass = proportion.scoreClass
    return [
      .text("proportion_\(scoreClass.key)"), .text(scoreClass.title),
      .decimal(scoreClass.value, decimals: 2), .blank, .text(outcome), count,
      .integer(proportion.people.total), share.map { .decimal($0, decimals: 3) } ?? .blank,
      interval.map { .interval($0, decimals: 3) } ?? .blank, .text(source),
      p.map(Cell.probability) ?? .blank,
    ]
  }
}
