import Documents
import Analysis
import Instruments
import Records
import Statistics

/// A change in one sentence in the style of the American Psychological Association, ready to paste:
/// both means, the mean change with its interval, the test, and a named effect size.
///
/// Publication Manual, 7th edition, sections 6.36 and 6.43: no zero before the decimal point of p,
/// p < .001 as the smallest, intervals in brackets. Letters that the manual sets in italics stay
/// plain.
enum APASentence {
  /// Nil where there is no test to report.
  static func sentence(
    for change: ChangeSummary, _ detail: ChangeDetail, of measure: MeasureSummary,
    at timepoint: Timepoint
  ) -> String? {
    guard let mean = change.test.meanChange, let before = change.baselineMean,
      let after = change.followUpMean, let interval = change.test.confidenceInterval,
      let t = change.test.t, let degreesOfFreedom = change.test.degreesOfFreedom,
      let p = change.test.p
    else { return nil }
    let decimal = { ReadableNumber.decimal($0, decimals: 2) }
    var parts = [
      "M change = \(decimal(mean))", interval95(interval),
      "t(\(degreesOfFreedom)) = \(decimal(t))", probability(p),
    ]
    if let effect = change.sizes.cohensDz, let interval = detail.cohensDzInterval {
      parts += ["d_z = \(decimal(effect))", interval95(interval)]
    }
    return "\(subject(of: measure.instrument))\(measure.groupTitle) \(verb(mean)) from"
      + " \(decimal(before)) at \(measure.timepoints[0].timepoint.id) to \(decimal(after)) at"
      + " \(timepoint.id) (n = \(ReadableNumber.integer(change.test.pairs))), "
      + parts.joined(separator: ", ") + "."
  }

  private static func subject(of instrument: Instrument) -> String {
    instrument.countsUnhealthyDays
      ? "Unhealthy days of 30 (\(instrument.name))" : "\(instrument.name) scores"
  }

  private static func verb(_ change: Double) -> String {
    if change == 0 { return "did not change on average," }
    return change < 0 ? "fell" : "rose"
  }

  private static func interval95(_ interval: ConfidenceInterval) -> String {
    "95% CI " + ReadableNumber.interval(interval, decimals: 2)
  }

  private static func probability(_ p: Double) -> String {
    let text = ReadableNumber.probability(p)
    return text.hasPrefix(".") ? "p = \(text)" : "p \(text)"
  }
}
