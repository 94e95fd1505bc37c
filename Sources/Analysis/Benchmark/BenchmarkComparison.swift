import Instruments
import Records

/// One published change with what a cohort has to put beside it.
package struct BenchmarkComparison: Sendable {
  /// How the cohort's percent change stands to the published one. Only the cohort's own uncertainty is
  /// counted: how sure the published figure is, is mostly not known.
  package enum Verdict: String, Sendable, CaseIterable {
    /// The interval lies between no change and the published one, or the change is nearer to none.
    case smaller
    /// The interval lies beyond the published change.
    case larger
    /// The scores went the other way, and the interval leaves the published change out.
    case opposite
    /// The interval holds the published change.
    case notToldApart = "not_told_apart"
    /// The cohort has no interval: too few pairs, or a mean baseline of 0.
    case undefined
    /// The cohort answers another questionnaire, and percentages of two do not compare.
    case anotherInstrument = "another_instrument"
  }

  package let benchmark: Benchmark
  package let figure: Benchmark.Figure
  /// The figure's questionnaire.
  package let instrument: Instrument
  /// The cohort's follow-up nearest to the figure's day, and its change; nil for another instrument.
  package let timepoint: Timepoint?
  package let change: ChangeSummary?
  package let verdict: Verdict

  /// How many days a follow-up may lie from the published one.
  private static let widestGap = 14

  /// Every published change of what the cohort measures, in the order of the benchmarks. Where the
  /// cohort measures the same by another questionnaire, the figure is there without a comparison.
  /// - Parameters:
  ///   - measures: of the whole cohort; groups are left out.
  ///   - known: the instruments that figures may name.
  package static func all(
    of measures: [MeasureSummary], beside benchmarks: [Benchmark], known: [Instrument]
  ) -> [BenchmarkComparison] {
    let whole = measures.filter { $0.group == nil }
    return benchmarks.flatMap { benchmark in
      benchmark.figures.compactMap { figure in
        guard let instrument = known.first(where: { $0.id == figure.instrument }) else {
          return nil
        }
        return BenchmarkComparison(benchmark, figure, instrument, whole)
      }
    }
  }

  /// Nil where the cohort measures nothing of the kind, or not near that day.
  private init?(
    _ benchmark: Benchmark, _ figure: Benchmark.Figure, _ instrument: Instrument,
    _ measures: [MeasureSummary]
  ) {
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
    verdict = Verdict(of: nearest.change, against: figure.percentChange)
  }
}

extension BenchmarkComparison.Verdict {
  fileprivate init(of change: ChangeSummary?, against published: Double) {
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
