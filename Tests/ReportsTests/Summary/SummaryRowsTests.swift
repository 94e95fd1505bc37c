import Documents
import Analysis
import TestSupport
import Text
import XCTest

@testable import Reports

final class SummaryRowsTests: XCTestCase {
  /// Fixtures/Goldens/summary-cohort/agree.R computes every number anew from the same lines.
  func testEveryNumberOfTheHandMadeCohortAgreesWithR() async throws {
    let table = SummaryReport(try await HandMadeCohort.ofTen().summary).table
    let ours = Self.rows(CSVRenderer().render(table).split(separator: "\n").map(String.init))
    let recorded = try Self.rows(Fixtures.lines("Goldens/summary-cohort/agree.csv"))
    XCTAssertEqual(recorded.count, 12)
    for (row, expected) in zip(ours, recorded) {
      for (key, value) in expected {
        let place = "\(expected["instrument"] ?? "") \(expected["timepoint"] ?? "") \(key)"
        let found = try XCTUnwrap(row[key], place)
        guard let number = Double(value) else {
          XCTAssertEqual(found, value, place)
          continue
        }
        XCTAssertEqual(
          try XCTUnwrap(Double(found), place), number, accuracy: 1e-9 * abs(number), place)
      }
    }
  }

  func testGroupsAreRowsOfTheirOwnAndColumnsStayTheSame() async throws {
    let whole = SummaryReport(try await HandMadeCohort.ofTen().summary).table
    let bySite = SummaryReport(try await HandMadeCohort.ofTen(groupedBy: "site").summary).table
    XCTAssertEqual(bySite.columns, whole.columns)
    XCTAssertEqual(bySite.rows.count, 4 * (1 + 3) * 3)
    let position = try XCTUnwrap(bySite.columns.firstIndex { $0.key == "group_value" })
    XCTAssertEqual(bySite.rows[0][position], .blank)
    XCTAssertEqual(bySite.rows[6][position], .text("north"))
    XCTAssertEqual(whole.rows[3][position], .blank)
  }

  func testEveryNumberOfTheJSONIsAColumn() async throws {
    let report = SummaryReport(try await HandMadeCohort.ofTen(groupedBy: "site").summary)
    let keys = Set(report.table.columns.map(\.key))
    let measure = try XCTUnwrap(report.json["measures"]?[1])
    let point = try XCTUnwrap(measure["timepoints"]?[2])
    let nested =
      (measure["group"]?.keys.map { "group_" + $0 } ?? []) + (point["missing"]?.keys ?? [])
      + (point["change"]?.keys ?? [])
    let plain = (measure.keys + point.keys).filter {
      !["timepoints", "group", "missing", "change"].contains($0)
    }
    XCTAssertEqual(Set(nested + plain).subtracting(keys), [])
    XCTAssertEqual(keys.subtracting(nested + plain), ["enrolled"])
  }

  private static func rows(_ lines: [String]) -> [[String: String]] {
    let split = lines.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return split.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(split[0], $0)) }
  }
}
