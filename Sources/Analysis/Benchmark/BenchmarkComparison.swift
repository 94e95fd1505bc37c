import Instruments
import Records

/// One published change with what a cohort has to put beside it.
package struct BenchmarkComparison: Sendable {
  /// How the cohort's percent change stands to the published one. Only the cohort's own uncertainty
  /// is counted: how sure the published figure is, is mostly not known.
  package enum Verdict: String, Sendable, CaseIterable {
    /// The interval lies between no change and the published one, or the change is nearer to none.
    case smaller
    /// The interval lies beyond the published change.
    case larger
    /// The scores went the other way, and the interval leaves the published change out.
    case opposite
    /// The interval holds the published change.
    case notToldApart = "not_told_apart"
    /// There are fewer pairs than `fewestPairs`.
    case tooFewPairs = "too_few_pairs"
    /// Everybody changed alike, so that nothing is known of how sure the change is.
    case allChangesEqual = "all_changes_equal"
    /// The percent change has no interval: the mean at baseline is 0, or may be as far as can be
    /// told.
    case undefined
    /// The cohort answers another questionnaire, and percentages of two do not compare.
    case anotherInstrument = "another_instrument"
  }

  package let benchmark: Benchmark
  package let figure: Benchmark.Figure
  /// The figure's questionnaire.
  package let instrument: Instrument
  /// The group of the cohort, nil for everybody asked about.
  package let group: CohortSelection.AttributeValue?
  /// The cohort's follow-up nearest to the figure's day, and its change; nil for another
  /// instrument.
  package let timepoint: Timepoint?
  package let change: ChangeSummary?
  package let verdict: Verdict

  /// How many days a follow-up may lie from the published one.
  private static let widestGap = 14

  /// How many pairs a verdict takes at least: of fewer, one person more or less may turn it.
  package static let fewestPairs = 10

  /// Every published change of what the cohort measures, for each group in the order of the
  /// measures, and then in the order of the benchmarks. Where the cohort measures the same by
  /// another questionnaire, the figure is there without a comparison.
  /// - Parameters:
  ///   - known: the instruments that figures may name.
  ///   - policy: where it rounds numbers of people, it is the rounded number of pairs that a
  ///     verdict
  ///     takes, since the verdict would tell more of it than the number that is shown.
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

  /// Nil where the cohort measures nothing of the kind, or not near that day.
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
