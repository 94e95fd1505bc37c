import Documents
import Analysis
import Records

/// Says in one sentence how a cohort's change stands to a published one: `UCLA-3 at day90: a
/// smaller change than published: −6.1 % [−8.0, −4.2] against −14.6 %.`
enum BenchmarkSentence {
  /// Nil where there is nothing of the cohort's to say.
  static func sentence(for comparison: BenchmarkComparison) -> String? {
    guard let timepoint = comparison.timepoint else { return nil }
    let place = "\(comparison.instrument.name) at \(timepoint.id)"
    let figure = comparison.figure
    guard let relation = relation(comparison), let percent = comparison.change?.percent,
      let own = percent.ofMeans, let interval = percent.confidenceIntervalOfMeans
    else {
      return "\(place): not compared: \(comparison.verdict.words)."
    }
    let published = ReadableNumber.percent(figure.percentChange, decimals: figure.decimals)
    return "\(place): \(relation): \(ReadableNumber.percent(own, decimals: 1))"
      + " \(ReadableNumber.interval(interval, decimals: 1)) against \(published)."
  }

  /// Nil without a verdict.
  private static func relation(_ comparison: BenchmarkComparison) -> String? {
    let published =
      comparison.benchmark.group == .waitingList ? "on the waiting list" : "published"
    return switch comparison.verdict {
    case .smaller: "a smaller change than \(published)"
    case .larger: "a larger change than \(published)"
    case .opposite: "a change the other way than \(published)"
    case .notToldApart: "no clear difference from what is \(published)"
    case .tooFewPairs, .allChangesEqual, .undefined, .anotherInstrument: nil
    }
  }
}
