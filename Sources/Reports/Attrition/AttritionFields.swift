import Analysis
import Statistics

/// The numbers of a flow by the keys that programs know them by, in their order.
enum AttritionFields {
  static let place: [Field<ParticipantFlow>] = [
    .text("instrument") { $0.instrument.id.rawValue }
  ]

  static let counts: [Field<ParticipantFlow.AtTimepoint>] =
    [
      .count("enrolled") { $0.ledger.enrolled },
      .count("due") { $0.due },
      .count("assessed") { $0.assessed },
      .count("scored") { $0.ledger.scored },
      .count("scored_outside_window") { $0.ledger.scoredOutsideWindow },
      .count("analyzed") { $0.pairs },
    ]
    + AbsenceReason.all.map { reason in .count(reason.key) { reason.count($0.ledger) } }

  static let comparison: [Field<BaselineComparison>] = [
    .count("stayed") { $0.stayed.n },
    .number("stayed_baseline_mean", \.stayed.mean),
    .number("stayed_baseline_sd", \.stayed.standardDeviation),
    .count("lost") { $0.left.n },
    .number("lost_baseline_mean", \.left.mean),
    .number("lost_baseline_sd", \.left.standardDeviation),
    .number("standardized_difference", \.standardizedDifference),
  ]

  static let attribute: [Field<AttributeComparison>] = [
    .text("attribute", \.attribute),
    .text("value", \.value),
    .count("stayed") { $0.stayed },
    .count("lost") { $0.left },
    .number("standardized_difference", \.standardizedDifference),
  ]
}
