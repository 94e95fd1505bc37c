import Text
import XCTest

@testable import Reports

final class SummaryJSONTests: XCTestCase {
  /// The keys as the contract of `outcomes summary --format json` lists them. What it does not list
  /// may stand between, never instead.
  func testKeysStandInTheOrderOfTheContract() async throws {
    let json = SummaryReport(try await HandMadeCohort.ofTen().summary).json
    XCTAssertEqual(
      json.keys, ["schema", "program", "as_of", "cohort", "measures", "savings"])
    XCTAssertEqual(json["cohort"]?.keys, ["enrolled", "withdrawn"])
    let measure = try XCTUnwrap(json["measures"]?[0])
    XCTAssertEqual(measure.keys, ["instrument", "construct", "direction", "timepoints"])
    let point = try XCTUnwrap(measure["timepoints"]?[2])
    XCTAssertEqual(
      point.keys,
      [
        "timepoint", "day", "n", "mean", "sd", "median", "q1", "q3", "min", "max",
        "due", "lost_to_follow_up", "missing", "scored_outside_window", "change",
      ])
    XCTAssertEqual(
      point["missing"]?.keys,
      ["not_due", "not_assessed", "skipped", "withdrawn", "not_scorable", "outside_window"])
    XCTAssertEqual(
      point["change"]?.keys,
      [
        "pairs", "baseline_mean", "followup_mean", "mean_change", "sd_change", "se_change", "ci95",
        "t", "df", "p", "percent_change", "percent_change_ci95", "mean_percent_change",
        "mean_percent_change_undefined", "improvement_percent", "cohens_dz", "cohens_dav",
        "hedges_g_av",
      ])
    XCTAssertEqual(
      json["savings"]?.keys,
      [
        "instrument", "timepoint", "pairs", "unhealthy_days_avoided_per_month", "rate", "currency",
        "months", "discount_percent", "discounted_months", "per_participant_per_year",
        "per_participant_per_year_ci95", "cohort_per_year", "cohort_per_year_ci95", "source",
        "price_year", "population", "headline", "caveats", "rate_range", "lost_taken_as_unchanged",
        "everyone_enrolled",
      ])
  }

  func testGroupedMeasuresNameTheirGroup() async throws {
    let json = SummaryReport(try await HandMadeCohort.ofTen(groupedBy: "site").summary).json
    let everybody = try XCTUnwrap(json["measures"]?[0])
    XCTAssertEqual(everybody.keys, ["instrument", "construct", "direction", "timepoints"])
    let measure = try XCTUnwrap(json["measures"]?[2])
    XCTAssertEqual(measure.keys, ["instrument", "construct", "direction", "group", "timepoints"])
    XCTAssertEqual(
      measure["group"], .object(["attribute": .string("site"), "value": .string("north")]))
  }

  func testDenominatorsSumToThoseEnrolled() async throws {
    for cohort in [
      try HandMadeCohort.ofTen(), try HandMadeCohort.ofTen(inWindowOnly: true),
    ] {
      let json = SummaryReport(await cohort.summary).json
      guard case .array(let measures)? = json["measures"] else { return XCTFail("no measures") }
      for measure in measures {
        guard case .array(let points)? = measure["timepoints"] else { return XCTFail("no points") }
        for point in points {
          let missing = try XCTUnwrap(point["missing"])
          let counts = [point["n"]] + missing.keys.map { missing[$0] }
          XCTAssertEqual(counts.compactMap { $0?.number }.reduce(0, +), 10)
        }
      }
    }
  }

  func testNobodyScoredIsNullThroughout() async throws {
    let (point, change) = try await followUp(of: [(8, nil), (7, nil)])
    XCTAssertEqual(point["n"], .number(0))
    XCTAssertEqual(Self.nulls(point), ["mean", "sd", "median", "q1", "q3", "min", "max"])
    XCTAssertEqual(change["pairs"], .number(0))
    XCTAssertEqual(
      Self.nulls(change),
      [
        "baseline_mean", "followup_mean", "mean_change", "sd_change", "se_change", "ci95", "t",
        "df", "p", "percent_change", "percent_change_ci95", "mean_percent_change",
        "improvement_percent", "cohens_dz", "cohens_dav", "hedges_g_av",
      ])
  }

  func testOnePairHasAMeanChangeAndNoSpread() async throws {
    let (point, change) = try await followUp(of: [(8, 6)])
    XCTAssertEqual(Self.nulls(point), ["sd"])
    XCTAssertEqual(change["mean_change"], .number(-2))
    XCTAssertEqual(change["percent_change"], .number(-25))
    XCTAssertEqual(
      Self.nulls(change),
      [
        "sd_change", "se_change", "ci95", "t", "df", "p", "percent_change_ci95", "cohens_dz",
        "cohens_dav", "hedges_g_av",
      ])
  }

  func testEqualScoresHaveNoTestAndNoEffectSize() async throws {
    let change = try await followUp(of: [(8, 6), (8, 6), (8, 6)]).change
    XCTAssertEqual(change["sd_change"], .number(0))
    XCTAssertEqual(
      Self.nulls(change),
      ["ci95", "t", "p", "percent_change_ci95", "cohens_dz", "cohens_dav", "hedges_g_av"])
  }

  func testEqualChangesHaveNoTestAndNoInterval() async throws {
    let change = try await followUp(of: [(8, 6), (7, 5), (9, 7)]).change
    XCTAssertEqual(change["percent_change"], .number(-25))
    XCTAssertEqual(
      Self.nulls(change), ["ci95", "t", "p", "percent_change_ci95", "cohens_dz"])
  }

  func testBaselineOfZeroHasNoPercent() async throws {
    let change = try await followUp(of: [(0, 2), (0, 4), (0, 3)], instrument: "healthy-days").change
    XCTAssertEqual(change["mean_change"], .number(3))
    XCTAssertEqual(change["mean_percent_change_undefined"], .number(3))
    XCTAssertEqual(
      Self.nulls(change),
      ["percent_change", "percent_change_ci95", "mean_percent_change", "improvement_percent"])
  }

  func testTScoresHaveNoPercent() async throws {
    let change = try await followUp(
      of: [(33.8, 41.1), (36.3, 41.1), (36.3, 38.8)], instrument: "promis-gmh"
    )
    .change
    XCTAssertEqual(
      Self.nulls(change),
      [
        "percent_change", "percent_change_ci95", "mean_percent_change",
        "mean_percent_change_undefined", "improvement_percent",
      ])
  }

  func testWithoutARateSavingsAreNull() async throws {
    let json = SummaryReport(try await HandMadeCohort.ofTen(savings: nil).summary).json
    XCTAssertEqual(json["savings"], .null)
  }

  private func followUp(
    of totals: [(baseline: Double?, followUp: Double?)], instrument: String = "ucla-3"
  ) async throws -> (point: JSONValue, change: JSONValue) {
    let json = SummaryReport(try await HandMadeCohort.of(instrument, totals).summary).json
    let point = try XCTUnwrap(json["measures"]?[0]?["timepoints"]?[1])
    return (point, try XCTUnwrap(point["change"]))
  }

  private static func nulls(_ object: JSONValue) -> [String] {
    object.keys.filter { object[$0] == .null }
  }
}
