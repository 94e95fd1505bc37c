import Instruments
import Records

/// One published change, with the corresponding change of a cohort.
package struct BenchmarkComparison: Sendable {
  /// The relation of the cohort's percent change to the published one. Only the cohort's own
  /// uncertainty counts, since that of the published figure is usually not known.
  package enum Verdict: String, Sendable, CaseIterable {
    /// The interval excludes the published change, and the cohort's change is smaller.
    case smaller
    /// The interval excludes the published change, and the cohort's change is larger.
    case larger
    /// The scores changed in the opposite direction, and the interval excludes the published
    /// change.
    case opposite
    /// The interval includes the published change.
    case notToldApart = "not_told_apart"
    /// There are fewer pairs than `fewestPairs`.
    case tooFewPairs = "too_few_pairs"
    /// All participants changed equally, so the uncertainty of the change is not known.
    case allChangesEqual = "all_changes_equal"
    /// The percent change has no interval: the mean at baseline is 0, or does not differ
    /// significantly from 0.
    case undefined
    /// The cohort has another questionnaire, and percentages of two questionnaires are not
    /// comparable.
    case anotherInstrument = "another_instrument"
  }

  package let benchmark: Benchmark
  package let figure: Benchmark.Figure
  /// The figure's questionnaire.
  package let instrument: Instrument
  /// The group of the cohort; nil for all selected participants.
  package let group: CohortSelection.AttributeValue?
  /// The cohort's follow-up nearest to the figure's day, and its change; nil for another
  /// instrument.
  package let timepoint: Timepoint?
  package let change: ChangeSummary?
  package let verdict: Verdict

  /// The largest number of days between a follow-up and the published one.
  private static let widestGap = 14

  /// The smallest number of pairs for a verdict; with fewer, one person could reverse it.
  package static let fewestPairs = 10

  /// Every published change comparable with the cohort, for each group in the order of the
  /// measures, then in the order of the benchmarks. If the cohort measures the same construct by
  /// another questionnaire, the figure is included without a comparison.
  ///
  /// - Parameters:
  ///   - known: the instruments that figures may name.
  ///   - policy: if it rounds numbers of people, the rounded number of pairs decides whether there
  ///     is a verdict, since the verdict would otherwise reveal more than the number shown.
  package static func all(
    of measures: [MeasureSummary], beside benchmarks: [Benchmark], known: [Instrument],
    _ policy: SmallNumberPolicy? = nil
  ) -> [BenchmarkComparison] {
    var groups: [CohortSelection.AttributeValue?] = []
    for measure in measures where !groups.contains(measure.group) { groups.append(measure.group) }
    return groups.flatMap { group in
      let ofGroup = measures.filter { $0.group == group }
      return benchmarks.flatMap { benchmark -> [BenchmarkComparison] in
        benchmark.figures.compactMap { figure -> BenchmarkComparison? in
          guard let instrument = known.first(where: { $0.id == figure.instrument }) else {
            return nil
          }
          return BenchmarkComparison(benchmark, figure, instrument, of: group, ofGroup, policy)
        }
      }
    }
  }

  /// Nil if the cohort does not measure the construct, or not near that day.
  private init?(
    _ benchmark: Benchmark, _ figure: Benchmark.Figure, _ instrument: Instrument,
    of group: CohortSelection.AttributeValue?, _ measures: [MeasureSummary],
    _ policy: SmallNumberPolicy?
  ) {
    self.group = group
    self.benchmark = benchmark
    self.figure = figure
    self.instrument = instrument
    guard let measure = measures.first(where: { $0.instrument.id == instrument.id }) else {
      guard measures.contains(where: { $0.instrument.construct == instrument.construct }) else {
        return nil
      }
      timepoint = nil
      change = nil
      verdict = .anotherInstrument
      return
    }
    let gap = { (point: MeasureSummary.AtTimepoint) in
      (point.timepoint.day - figure.day).magnitude
    }
    let nearest = measure.timepoints.dropFirst().min { gap($0) < gap($1) }
    guard let nearest, gap(nearest) <= Self.widestGap else { return nil }
    timepoint = nearest.timepoint
    change = nearest.change
    verdict = Verdict(of: nearest.change, against: figure.percentChange, policy)
  }
}

extension BenchmarkComparison.Verdict {
  fileprivate init(
    of change: ChangeSummary?, against published: Double, _ policy: SmallNumberPolicy?
  ) {
    let pairs = change?.test.pairs ?? 0
    guard (policy?.rounded(pairs) ?? pairs) >= BenchmarkComparison.fewestPairs else {
      self = .tooFewPairs
      return
    }
    guard change?.test.standardDeviation != 0 else {
      self = .allChangesEqual
      return
    }
    guard let percent = change?.percent, let own = percent.ofMeans,
      let interval = percent.confidenceIntervalOfMeans
    else {
      self = .undefined
      return
    }
    if (interval.lower...interval.upper).contains(published) {
      self = .notToldApart
    } else if own * published < 0 {
      self = .opposite
    } else {
      self = abs(own) < abs(published) ? .smaller : .larger
    }
  }
}
