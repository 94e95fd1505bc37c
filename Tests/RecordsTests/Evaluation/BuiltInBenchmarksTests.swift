import Instruments
import Records
import XCTest

final class BuiltInBenchmarksTests: XCTestCase {
  /// As two public articles quote Bravata et al. 2023, doi 10.2196/48864.
  func testTheStudysFiguresAreThePublishedOnes() {
    let study = BuiltInBenchmarks.publishedStudy
    let printed = study.figures.map { "\($0.instrument) \($0.day) \($0.percentChange)" }
    XCTAssertEqual(
      printed,
      [
        "ucla-3 30 -11.6", "ucla-3 90 -14.6", "phq-2 90 -50.1", "gad-7 90 -29.0",
        "healthy-days 90 -13.0",
      ])
    XCTAssert(study.figures.allSatisfy(\.isPrinted))
    XCTAssertEqual(BuiltInBenchmarks.publishedSavings, 615)
  }

  /// Computed by hand from the printed means: 18.91 → 16.87, 6.65 → 7.12, 6.85 → 6.50, 13.6 → 8.0
  /// and 11.2 → 7.0.
  func testWaitingListsFellByWhatTheirMeansSay() {
    let lists = BuiltInBenchmarks.all.filter { $0.group == .waitingList }
    let figures = lists.flatMap(\.figures)
    let byHand = [-10.787943, 7.067669, -5.109489, -41.176471, -37.5]
    XCTAssertEqual(figures.count, byHand.count)
    for (figure, expected) in zip(figures, byHand) {
      XCTAssertEqual(figure.percentChange, expected, accuracy: 5e-7)
      XCTAssertFalse(figure.isPrinted)
    }
  }

  func testWhatWasNotReadSaysSo() {
    for benchmark in BuiltInBenchmarks.all {
      XCTAssertFalse(benchmark.source.citation.isEmpty)
      if benchmark.source.verification != .read {
        XCTAssert(benchmark.source.text.contains("not read"), benchmark.name)
      }
      XCTAssertFalse(benchmark.limits.isEmpty)
    }
  }

  func testFiguresAreOfBuiltInInstruments() {
    let known = Set(BuiltInInstruments.all.map(\.id))
    for figure in BuiltInBenchmarks.all.flatMap(\.figures) {
      XCTAssert(known.contains(figure.instrument))
    }
  }
}
