import Analysis
import Instruments

/// The criteria for change under their CSV and JSON keys, in output order.
enum ChangeCriteriaFields {
  static let all: [Field<MeasureResponders>] = [
    .number("reliability", tells: .statistic(decimals: 2)) { $0.criteria.reliability?.value },
    .text("reliability_from") { $0.criteria.reliability?.origin.key },
    .text("reliability_of") { $0.criteria.reliability?.origin.source },
    .count("reliability_forms", tells: .extreme) { $0.criteria.reliability?.origin.forms },
    .number("cohort_alpha", tells: .statistic(decimals: 2)) { $0.criteria.cohortAlpha?.alpha },
    // Together with alpha, its interval reveals the number of forms.
    .interval("cohort_alpha_ci95", tells: .extreme) {
      $0.criteria.cohortAlpha?.confidenceInterval
    },
    .count("cohort_alpha_forms", tells: .extreme) { $0.criteria.cohortAlpha?.forms },
    .number("baseline_mean") { $0.criteria.clinical?.mean },
    .number("sd") { $0.criteria.clinical?.standardDeviation },
    .number("standard_error_of_measurement") {
      $0.criteria.reliableChange?.standardErrorOfMeasurement
    },
    .number("standard_error_of_difference") {
      $0.criteria.reliableChange?.standardErrorOfDifference
    },
    .number("critical_value", tells: .none) { $0.criteria.reliableChange?.criticalValue },
    .number("threshold") { $0.criteria.reliableChange?.threshold },
    .number("smallest_reliable_change", \.smallestReliableChange),
    .number("cutoff_a") { $0.criteria.cutoffs?.a },
    .number("cutoff_b", tells: .none) { $0.criteria.cutoffs?.b },
    .number("cutoff_c") { $0.criteria.cutoffs?.c },
  ]
}

extension MeasureResponders {
  /// The smallest reliable change of whole scores; nil where scores can have decimals.
  var smallestReliableChange: Double? {
    criteria.reliableChange.flatMap { change in
      instrument.scoring.step.map { change.smallestReliableChange(step: $0) }
    }
  }
}

extension PublishedReliability {
  /// The kind of reliability and its sample, with its source and whether that was verified.
  var text: String {
    kind.words + (sample.map { ", \($0)" } ?? "") + "; " + source.text
  }
}

extension Reliability.Origin {
  /// The key in CSV and JSON.
  var key: String {
    switch self {
    case .given: "given"
    case .published: "published"
    case .alphaOfCohort: "cronbach_alpha"
    }
  }

  /// The source of the reliability; nil where none is given.
  var source: String? {
    switch self {
    case .given(let source): source
    case .published(let published): published.text
    case .alphaOfCohort: nil
    }
  }

  /// The number of forms it was computed from; nil where it was not computed here.
  var forms: Int? {
    switch self {
    case .given, .published: nil
    case .alphaOfCohort(let alpha): alpha.forms
    }
  }
}
