import Analysis
import Statistics

/// The numbers of a flow under their CSV and JSON keys, in output order.
///
/// Numbers of participants that are not among the disclosed counts are left out of shared output.
enum AttritionFields {
  static let place: [Field<ParticipantFlow>] = [
    .text("instrument") { $0.instrument.id.rawValue }
  ]

  /// The numbers due, and assessed with or without a score.
  static let assessed: [Field<Denominators>] =
    SummaryFields.due + [
      .count("assessed", tells: .extreme) { $0.assessed },
      .people("scored", .scored) { $0.scored },
    ] + SummaryFields.outsideWindow

  static let analyzed: [Field<ParticipantFlow.AtTimepoint>] = [
    .people("analyzed", .pairs) { $0.pairs }
  ]

  static let stayed: [Field<BaselineComparison>] = [
    .people("stayed", .pairs) { $0.stayed.n },
    .number("stayed_baseline_mean", \.stayed.mean),
    .number("stayed_baseline_sd", \.stayed.standardDeviation),
  ]

  static let lost: [Field<BaselineComparison>] = [
    .people("lost", .lost) { $0.left.n },
    .number("lost_baseline_mean", \.left.mean),
    .number("lost_baseline_sd", \.left.standardDeviation),
    .number("standardized_difference", tells: .statistic(alsoFrom: [.pairs])) {
      $0.standardizedDifference
    },
  ]

  static let attribute: [Field<AttributeComparison>] = [
    .text("attribute", \.attribute),
    .text("value", \.value),
    .count("stayed", tells: .extreme) { $0.stayed },
    .count("lost", tells: .extreme) { $0.left },
    .number("standardized_difference", tells: .extreme) { $0.standardizedDifference },
  ]
}

extension ParticipantFlow {
  /// The place of a timepoint's numbers in the disclosed counts.
  func place(_ point: AtTimepoint) -> CountPlace {
    CountPlace(group: group, instrument: instrument.id, timepoint: point.timepoint.id)
  }
}
