import Statistics
import XCTest

final class PairedProportionsTests: XCTestCase {
  func testExactMcNemarAgreesWithR() throws {
    for expected in try ProportionsCases.all().tables {
      let table = PairedProportions(expected)
      assertAgrees(table.difference, expected.difference, relative: 1e-15, "\(expected)")
      assertAgrees(table.exactMcNemarProbability, expected.p, relative: 1e-12, "\(expected)")
    }
  }

  func testManyPeopleKeepTheirFarTail() throws {
    // All 600 who changed became it: 2·2⁻⁶⁰⁰.
    let table = PairedProportions(both: 0, baselineOnly: 0, followUpOnly: 600, neither: 9)
    assertAgrees(
      table.exactMcNemarProbability, 2 * Double(sign: .plus, exponent: -600, significand: 1),
      relative: 1e-12)
  }

  func testNobodyAndNobodyChanged() {
    let nobody = PairedProportions(both: 0, baselineOnly: 0, followUpOnly: 0, neither: 0)
    XCTAssertNil(nobody.difference)
    XCTAssertNil(nobody.exactMcNemarProbability)
    let unchanged = PairedProportions(both: 3, baselineOnly: 0, followUpOnly: 0, neither: 4)
    XCTAssertEqual(unchanged.difference, 0)
    XCTAssertNil(unchanged.exactMcNemarProbability)
    let one = PairedProportions(both: 3, baselineOnly: 1, followUpOnly: 0, neither: 4)
    XCTAssertEqual(one.exactMcNemarProbability, 1)
  }
}

extension PairedProportions {
  init(_ table: ProportionsCases.Table) {
    self.init(
      both: table.both, baselineOnly: table.before, followUpOnly: table.after,
      neither: table.neither)
  }
}
