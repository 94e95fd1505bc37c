import Documents
import Analysis
import Records

/// A cohort's change compared with a published one, in one sentence: `UCLA-3 at day90: a smaller
/// change than published: −6.1 % [−8.0, −4.2] versus −14.6 %.`
enum BenchmarkSentence {
  /// The sentence; nil where the cohort has no timepoint to compare.
  static func sentence(for comparison: BenchmarkComparison) -> String? {
    guard let timepoint = comparison.timepoint else { return nil }
    let place = "\(comparison.instrument.name) at \(timepoint.id)"
    let figure = comparison.figure
    guard let relation = relation(comparison), let percent = comparison.change?.percent,
      let own = percent.ofMeans, let interval = percent.confidenceIntervalOfMeans
    else {
      return "\(place): not compared (\(comparison.verdict.words))."
    }
    let published = ReadableNumber.percent(figure.percentChange, decimals: figure.decimals)
    return "\(place): \(relation): \(ReadableNumber.percent(own, decimals: 1))"
      + " \(ReadableNumber.interval(interval, decimals: 1)) versus \(published)."
  }

  /// Nil without a verdict.
  private static func relation(_ comparison: BenchmarkComparison) -> String? {
    let published =
      comparison.benchmark.group == .waitingList ? "on the waiting list" : "published"
    return switch comparison.verdict {
    case .smaller: "a smaller change than \(published)"
    case .larger: "a larger change than \(published)"
    case .opposite: "a change in the opposite direction to that \(published)"
    case .notToldApart: "no clear difference from the change \(published)"
    case .tooFewPairs, .allChangesEqual, .undefined, .anotherInstrument: nil
    }
  }
}
