import Foundation
import Records
import Statistics
import TestSupport
import XCTest

@testable import Analysis

final class AnsweredItemsTests: XCTestCase {
  /// Against R (psych): alpha and Feldt's interval of 300 invented people, some items of UCLA-20
  /// and all of WHO-5 and ULS reversed or not.
  func testReliabilityAgreesWithR() async throws {
    let recorded = try RecordedAlpha.load()
    let table = try await InventedPeople.table("csv", keepsAnswers: true)
    let analysis = ChangeAnalysis(
      table, try InventedPeople.selection(),
      instruments: Array(table.program.instruments.indices))
    var compared = 0
    for measure in analysis.measures {
      let name = measure.summary.instrument.id.rawValue.uppercased()
      guard let expected = recorded[name] else {
        XCTAssertEqual(name, "HRQOL-4")
        XCTAssert(measure.details.allSatisfy { $0.reliability == nil })
        continue
      }
      for (point, detail) in zip(measure.summary.timepoints, measure.details) {
        let alpha = try XCTUnwrap(detail.reliability)
        let r = try XCTUnwrap(expected[point.timepoint.id.rawValue])
        XCTAssertEqual(alpha.forms, r.nComplete)
        assertAgrees(alpha.alpha, r.alphaRaw, name)
        assertAgrees(alpha.confidenceInterval?.lower, r.feldtCi95[0], name)
        assertAgrees(alpha.confidenceInterval?.upper, r.feldtCi95[1], name)
        compared += 1
      }
    }
    XCTAssertEqual(compared, 15)
  }

  func testATableWithoutAnswersHasNoReliability() async throws {
    let table = try await InventedPeople.table("csv")
    let analysis = ChangeAnalysis(table, try InventedPeople.selection(), instruments: [0])
    XCTAssert(analysis.measures[0].details.allSatisfy { $0.reliability == nil })
  }
}

/// Cronbach's alpha as R recorded it, from Fixtures/Oracles/cohorts/alpha.json.
struct RecordedAlpha: Decodable {
  let nComplete: Int
  let alphaRaw: Double
  let feldtCi95: [Double]

  /// By measure and timepoint.
  static func load() throws -> [String: [String: RecordedAlpha]] {
    try Fixtures.decode("Oracles/cohorts/alpha.json")
  }
}
