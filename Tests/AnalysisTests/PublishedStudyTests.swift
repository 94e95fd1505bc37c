import Analysis
import Instruments
import XCTest

final class PublishedStudyTests: XCTestCase {
  /// As two public articles quote Bravata et al. 2023, doi 10.2196/48864.
  func testFiguresAreThePublishedOnes() {
    let printed = PublishedStudy.figures.map { figure in
      "\(figure.construct) \(figure.timepoint) "
        + String(format: "%.\(figure.decimals)f", figure.percentChange)
    }
    XCTAssertEqual(
      printed,
      [
        "loneliness day30 -11.6", "loneliness day90 -14.6", "depression day90 -50.1",
        "anxiety day90 -29", "unhealthy days day90 -13",
      ])
    XCTAssertEqual(PublishedStudy.savings, 615)
  }

  func testInstrumentsOfTheFiguresAreBuiltIn() {
    let known = Set(BuiltInInstruments.all.map(\.id.rawValue))
    for figure in PublishedStudy.figures { XCTAssert(known.contains(figure.instrument)) }
  }
}
