import Analysis
import Instruments
import Records
import XCTest

final class BenchmarkComparisonTests: XCTestCase {
  private static let totals: [(Double?, Double?)] = [
    (9, 7), (8, 6), (7, 7), (9, 6), (8, 7), (6, 5), (9, 8), (7, 5),
  ]

  /// The cohort's own interval is the yardstick: published figures are put inside it, beyond each end,
  /// and on the other side of 0.
  func testVerdictSaysWhereTheIntervalLies() async throws {
    let cohort = SmallCohort(Self.totals, instrument: "ucla-3")
    let summary = try await cohort.summary()
    let percent = try XCTUnwrap(summary.measures[0].timepoints[1].change?.percent)
    let interval = try XCTUnwrap(percent.confidenceIntervalOfMeans)
    XCTAssertLessThan(interval.upper, 0)
    let published: [(Double, BenchmarkComparison.Verdict)] = [
      (interval.lower - 0.01, .smaller), (interval.lower + 0.01, .notToldApart),
      (interval.upper - 0.01, .notToldApart), (interval.upper + 0.01, .larger), (3, .opposite),
    ]
    for (figure, verdict) in published {
      let comparisons = self.comparisons(summary, [("ucla-3", 30, figure)])
      XCTAssertEqual(comparisons.map(\.verdict), [verdict], "\(figure)")
    }
  }

  func testAFallBesideARiseIsTheOtherWay() async throws {
    let risen = SmallCohort(Self.totals.map { ($0.1, $0.0) }, instrument: "ucla-3")
    let comparisons = self.comparisons(try await risen.summary(), [("ucla-3", 30, -14.6)])
    XCTAssertEqual(comparisons.map(\.verdict), [.opposite])
  }

  func testTheNearestFollowUpWithinTwoWeeksIsCompared() async throws {
    var cohort = SmallCohort(Self.totals, instrument: "ucla-3")
    cohort.timepoints = [("baseline", 0), ("day30", 30), ("day60", 60)]
    let summary = try await cohort.summary()
    let days = [15, 16, 44, 45, 46, 74, 75]
    let comparisons = self.comparisons(summary, days.map { ("ucla-3", $0, -10) })
    XCTAssertEqual(
      comparisons.map { "\($0.figure.day) \($0.timepoint?.id.rawValue ?? "")" },
      ["16 day30", "44 day30", "46 day60", "74 day60"])
  }

  func testAnotherQuestionnaireOfTheSameIsNamedAndNotCompared() async throws {
    let summary = try await SmallCohort(Self.totals, instrument: "ucla-3").summary()
    let comparisons = self.comparisons(summary, [("uls-8", 28, -10.8), ("who-5", 28, 5)])
    XCTAssertEqual(comparisons.map(\.verdict), [.anotherInstrument])
    XCTAssertEqual(comparisons.map(\.instrument.name), ["ULS-8"])
    XCTAssertNil(comparisons[0].change)
  }

  func testTooFewPairsGiveNoVerdict() async throws {
    for totals in [[], [(8, 6)], [(nil, 6)]] as [[(Double?, Double?)]] {
      let summary = try await SmallCohort(totals, instrument: "ucla-3").summary()
      XCTAssertEqual(
        comparisons(summary, [("ucla-3", 30, -11.6)]).map(\.verdict), [.undefined])
    }
  }

  private func comparisons(
    _ summary: CohortSummary, _ figures: [(String, Int, Double)]
  ) -> [BenchmarkComparison] {
    let benchmark = Benchmark(
      name: "published", group: .program, source: Source("somebody 2020", .read), limits: [],
      figures: figures.compactMap { name, day, percent in
        InstrumentID(rawValue: name).map { .init($0, day: day, percentChange: percent) }
      })
    return BenchmarkComparison.all(
      of: summary.measures, beside: [benchmark], known: BuiltInInstruments.all)
  }
}
