import Instruments
import Records
import XCTest

@testable import Analysis

final class BenchmarkComparisonTests: XCTestCase {
  private static let totals: [(Double?, Double?)] = [
    (9, 7), (8, 6), (7, 7), (9, 6), (8, 7), (6, 5), (9, 8), (7, 5), (8, 6), (7, 6),
  ]

  /// The cohort's own interval is the measure: published figures are put inside it, beyond each
  /// end, and on the other side of 0.
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
    let nine = Self.totals.dropLast()
    for totals in [[], [(8, 6)], [(nil, 6)], nine + [(8, nil)]] as [[(Double?, Double?)]] {
      let summary = try await SmallCohort(totals, instrument: "ucla-3").summary()
      XCTAssertEqual(
        comparisons(summary, [("ucla-3", 30, -11.6)]).map(\.verdict), [.tooFewPairs])
    }
  }

  /// Ten people whose score fell from 8 to 6 tell nothing of how sure that is.
  func testEqualChangesGiveNoVerdict() async throws {
    let totals: [(Double?, Double?)] = Array(repeating: (8, 6), count: 10)
    let summary = try await SmallCohort(totals, instrument: "ucla-3").summary()
    XCTAssertEqual(
      comparisons(summary, [("ucla-3", 30, -11.6)]).map(\.verdict), [.allChangesEqual])
  }

  /// Means of 0 at baseline: a percentage of 0.
  func testNoIntervalGivesNoVerdict() async throws {
    let totals: [(Double?, Double?)] = (0..<10).map { (0, Double($0 % 3)) }
    let summary = try await SmallCohort(totals, instrument: "phq-9").summary()
    XCTAssertEqual(
      comparisons(summary, [("phq-9", 30, -11.6)]).map(\.verdict), [.undefined])
  }

  /// Eight pairs are shown as ten by a policy that rounds to the nearest 5, and seven as five.
  func testARoundedNumberOfPairsDecidesWhereItIsShown() async throws {
    for (pairs, verdict) in [(8, BenchmarkComparison.Verdict.notToldApart), (7, .tooFewPairs)] {
      let totals = Array(Self.totals.prefix(pairs))
      let summary = try await SmallCohort(totals, instrument: "ucla-3").summary()
      let percent = try XCTUnwrap(summary.measures[0].timepoints[1].change?.percent?.ofMeans)
      XCTAssertEqual(
        comparisons(summary, [("ucla-3", 30, percent)], .nhs).map(\.verdict), [verdict])
    }
  }

  /// Everybody first, then the groups.
  func testGroupsAreComparedToo() async throws {
    var cohort = SmallCohort(Self.totals, instrument: "ucla-3")
    cohort.enroll("N1", site: "north")
    cohort.record("N1", "baseline", 9, day: 0, on: "ucla-3")
    cohort.record("N1", "day30", 3, day: 30, on: "ucla-3")
    let measures =
      try await cohort.summary().measures + cohort.summary(.on(365, by: "site")).measures
    let comparisons = BenchmarkComparison.all(
      of: measures, beside: [BuiltInBenchmarks.publishedStudy], known: BuiltInInstruments.all)
    XCTAssertEqual(comparisons.map(\.group?.value), [nil, "", "north"])
    XCTAssertEqual(comparisons.map(\.change?.test.pairs), [11, 10, 1])
    XCTAssertEqual(comparisons[2].verdict, .tooFewPairs)
  }

  private func comparisons(
    _ summary: CohortSummary, _ figures: [(String, Int, Double)],
    _ policy: SmallNumberPolicy? = nil
  ) -> [BenchmarkComparison] {
    let benchmark = Benchmark(
      name: "published", group: .program, source: Source("somebody 2020", .read), limits: [],
      figures: figures.compactMap { name, day, percent in
        InstrumentID(rawValue: name).map { .init($0, day: day, percentChange: percent) }
      })
    return BenchmarkComparison.all(
      of: summary.measures, beside: [benchmark], known: BuiltInInstruments.all, policy)
  }
}
