import Documents
import Analysis
import Instruments
import Statistics

/// The table and notes on how much the change depends on missing scores.
struct MissingDataBlocks {
  let measure: MeasureModel
  let disclosed: ModelDisclosure

  var blocks: [Block] {
    guard !measure.missing.isEmpty else { return [] }
    return [.table(table)]
      + (disclosed.showsEverything
        ? [
          .notes(
            "How much worse would those lost to follow-up have to score?",
            measure.missing.map(sentence))
        ] : [])
  }

  private var table: Table {
    Table(
      caption: "How much does the change depend on missing scores?",
      columns: [
        Column("timepoint", .leading), Column("missing scores", key: "assumption", .leading),
        Column("n", key: "participants"), Column("change", key: "mean_change"),
        Column("95 % CI", key: "ci95", holdsIntervals: true),
        Column("p"),
      ],
      rows: measure.missing.flatMap { missing in
        missing.answers.map { answer in
          let row = disclosed.row(of: answer, at: missing.timepoint)
          return [
            .text(missing.timepoint.id.rawValue), .text(answer.assumption.words),
            disclosed.participants(of: answer, at: missing.timepoint),
            row.statistic(
              .optional(answer.meanChange, else: reason(answer)) { .change($0, decimals: 2) }),
            row.statistic(
              .optional(answer.confidenceInterval, else: reason(answer)) {
                .interval($0, decimals: 2)
              }),
            row.statistic(.optional(answer.p, else: reason(answer), as: Cell.probability)),
          ]
        }
      })
  }

  private func reason(_ answer: MissingDataAnswers.Answer) -> String {
    if answer.assumption == .missingAtRandom { return "the timepoint is not in the model" }
    return ChangeTable.reasonForNoTest(pairs: answer.participants)
  }

  private func sentence(_ missing: MissingDataAnswers) -> String {
    let lost = ReadableNumber.integer(missing.lost)
    let due = ReadableNumber.count(missing.due, "participant")
    let opening =
      "\(missing.timepoint.id): \(lost) of \(due) due \(missing.lost == 1 ? "is" : "are")"
      + " not scored."
    guard missing.lost > 0 else { return "\(missing.timepoint.id): \(due) due, all scored." }
    guard let tipping = missing.tippingPoint else {
      return opening + " Without a model, their scores cannot be estimated."
    }
    let none =
      " Had each of them scored \(amount(tipping.deltaForNoChange)) than the model expects, the"
      + " mean change would be 0"
    let range = measure.instrument.range
    let isBeyondScale =
      tipping.deltaForNoChange.magnitude > range.upperBound - range.lowerBound
    let beyond = isBeyondScale ? " That is beyond the range of the scale." : ""
    guard tipping.deltaForNoEvidence != 0 else {
      return opening + " The interval already includes 0.\(none).\(beyond)"
    }
    return opening + none + "; at \(amount(tipping.deltaForNoEvidence)), its interval would already"
      + " include 0.\(beyond)"
  }

  /// `3.20 points worse`.
  private func amount(_ delta: Double) -> String {
    let points = ReadableNumber.decimal(delta.magnitude, decimals: 2)
    return points + " points "
      + (measure.instrument.direction.improvement(of: delta) < 0 ? "worse" : "better")
  }
}

extension MissingDataAnswers.Assumption {
  /// The assumption about missing scores, as the table shows it.
  fileprivate var words: String {
    switch self {
    case .completePairs: "left out (complete pairs)"
    case .baselineCarriedForward: "unchanged since baseline"
    case .lastCarriedForward: "the same as the last score"
    case .missingAtRandom: "as the model expects"
    }
  }
}
