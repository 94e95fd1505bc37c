import Instruments
import Records
import Text
import XCTest

final class BenchmarkReadingTests: XCTestCase {
  func testAFileIsReadAsItStands() throws {
    let benchmark = try read(
      """
      {"schema": "outcomes.published/1", "name": "our 2025 cohort", "group": "program",
       "source": {"citation": "Riverside 2025, annual report", "standing": "read"},
       "limits": ["no comparison group"],
       "figures": [
         {"instrument": "ucla-3", "day": 90, "percent_change": -12.25, "participants": 214},
         {"instrument": "phq-9", "day": 30, "baseline_mean": 12.0, "followup_mean": 9.0}]}
      """)
    XCTAssertEqual(benchmark.name, "our 2025 cohort")
    XCTAssertEqual(benchmark.group, .program)
    XCTAssertEqual(benchmark.source.text, "Riverside 2025, annual report")
    XCTAssertEqual(benchmark.limits, ["no comparison group"])
    XCTAssertEqual(benchmark.figures.map(\.percentChange), [-12.25, -25])
    XCTAssertEqual(benchmark.figures.map(\.isPrinted), [true, false])
    XCTAssertEqual(benchmark.figures.map(\.participants), [214, nil])
    XCTAssertEqual(benchmark.figures.map(\.day), [90, 30])
  }

  func testEveryProblemIsTold() {
    XCTAssertThrowsError(
      try read(
        """
        {"schema": "outcomes.published/9", "name": "", "group": "waitlist", "year": 2025,
         "figures": [
           {"instrument": "UCLA", "day": 0, "percent_change": -1, "baseline_mean": 3},
           {"instrument": "ucla-3", "day": 30, "baseline_mean": 0, "followup_mean": 1},
           {"instrument": "ucla-3", "day": 30, "followup_mean": 1, "participants": 0}]}
        """)
    ) { error in
      let problems = (error as? Problems)?.diagnostics.map(\.text) ?? []
      XCTAssertEqual(
        problems.map { $0.replacingOccurrences(of: "ours.json: ", with: "") },
        [
          "schema: “outcomes.published/9” is not a schema that this version reads\n  outcomes.published/1",
          "name: must not be empty",
          "group: “waitlist” is not a valid value\n  allowed: program, waiting_list, comparison",
          "source: “source” is missing: say who published it",
          "figures[0].day: expected 1 day or more",
          "figures[0].percent_change: give the printed percentage or the two means, not both",
          "figures[0].instrument: “UCLA” is not a valid instrument id",
          "figures[1].baseline_mean: a percent change from 0 is undefined",
          "figures[2].participants: expected 1 participant or more",
          "figures[2].percent_change: expected “percent_change” as it was printed, or"
            + " “baseline_mean” and “followup_mean”",
          "year: unknown key “year”\n  known keys: schema, name, group, source, limits, figures",
        ])
    }
  }

  func testAFileWithoutFiguresSaysNothing() {
    XCTAssertThrowsError(
      try read(
        """
        {"schema": "outcomes.published/1", "name": "x", "group": "program", "source": "x 2020"}
        """)
    ) { error in
      XCTAssertEqual(
        (error as? Problems)?.diagnostics.map(\.message), ["at least one figure is needed"])
    }
  }

  private func read(_ text: String) throws -> Benchmark {
    try Benchmark(
      reading: try JSONDocument.parse(Array(text.utf8), file: "ours.json"), file: "ours.json")
  }
}
