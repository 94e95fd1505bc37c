import Statistics
import TestSupport
import XCTest

final class PairedProportionsTests: XCTestCase {
  func testTestAndIntervalAgreeWithR() throws {
    for row in try ProportionsCases.all().tables {
      let people = PairedProportions(
        both: row.both, movedOut: row.before, movedIn: row.after, neither: row.neither)
      assertAgrees(people.difference, row.difference, relative: 1e-15)
      let wide = try XCTUnwrap(people.differenceInterval())
      assertAgrees(wide.lower, row.lower, relative: 1e-12, scale: 0.1, "\(row)")
      assertAgrees(wide.upper, row.upper, relative: 1e-12, scale: 0.1, "\(row)")
      let narrow = try XCTUnwrap(people.differenceInterval(confidenceLevel: 0.9))
      assertAgrees(narrow.lower, row.lower90, relative: 1e-12, scale: 0.1, "\(row)")
      assertAgrees(narrow.upper, row.upper90, relative: 1e-12, scale: 0.1, "\(row)")
      assertAgrees(people.test?.p, row.p, relative: 1e-12, "\(row)")
    }
  }

  /// What others print: the tests of R's contingencytables 3.0.0 (Cavo et al. 2012), which were
  /// read, and the examples of Newcombe 1998 (Statistics in Medicine 17:2635-2650, 36, 12, 2 and 0
  /// people) and of Altman et al. 2000 (Statistics with Confidence, 14, 5, 0 and 22), which are
  /// recalled.
  func testPublishedExamples() throws {
    try expect((59, 6, 16, 80), 0.0621, 0.0046...0.1186, decimals: 4)
    try expect((36, 12, 2, 0), -0.2, -0.3404 ... -0.0569, decimals: 4)
    try expect((14, 5, 0, 22), -0.122, -0.226 ... -0.011, decimals: 3)
  }

  /// SciPy 1.17.0, `2 * binom.cdf(k, n, 0.5)`: far out in the tail.
  func testSmallProbabilitiesKeepTheirDigits() {
    assertAgrees(
      McNemarTest(movedIn: 90, movedOut: 400)?.p, 1.1585727850620173e-47, relative: 1e-11)
    assertAgrees(
      McNemarTest(movedIn: 400, movedOut: 90)?.p, 1.1585727850620173e-47, relative: 1e-11)
  }

  func testAsManyInAsOutIsNoEvidence() {
    XCTAssertEqual(McNemarTest(movedIn: 4, movedOut: 4)?.p, 1)
    XCTAssertEqual(McNemarTest(movedIn: 1, movedOut: 0)?.p, 1)
  }

  func testWhatIsUndefinedIsNil() {
    XCTAssertNil(McNemarTest(movedIn: 0, movedOut: 0))
    XCTAssertNil(McNemarTest(movedIn: -1, movedOut: 3))
    let nobody = PairedProportions(both: 0, movedOut: 0, movedIn: 0, neither: 0)
    XCTAssertNil(nobody.difference)
    XCTAssertNil(nobody.differenceInterval())
    let one = PairedProportions(both: 0, movedOut: 0, movedIn: 1, neither: 0)
    XCTAssertNil(one.differenceInterval(confidenceLevel: 1.5))
    XCTAssertEqual(one.difference, 1)
  }

  /// What counts as in the group is a name: the other way round, everything turns its sign.
  func testThoseOutsideTheGroupHaveTheOppositeDifference() throws {
    let people = PairedProportions(both: 40, movedOut: 21, movedIn: 5, neither: 34)
    let others = PairedProportions(both: 34, movedOut: 5, movedIn: 21, neither: 40)
    let interval = try XCTUnwrap(people.differenceInterval())
    let opposite = try XCTUnwrap(others.differenceInterval())
    assertAgrees(interval.lower, -opposite.upper, relative: 1e-13)
    assertAgrees(interval.upper, -opposite.lower, relative: 1e-13)
    XCTAssertEqual(people.test, others.test)
  }

  private func expect(
    _ counts: (both: Int, out: Int, in: Int, neither: Int), _ difference: Double,
    _ interval: ClosedRange<Double>, decimals: Int, line: UInt = #line
  ) throws {
    let people = PairedProportions(
      both: counts.both, movedOut: counts.out, movedIn: counts.in, neither: counts.neither)
    let found = try XCTUnwrap(people.differenceInterval())
    let half = decimals == 3 ? 0.0005 : 0.00005
    XCTAssertEqual(try XCTUnwrap(people.difference), difference, accuracy: half, line: line)
    XCTAssertEqual(found.lower, interval.lowerBound, accuracy: half, line: line)
    XCTAssertEqual(found.upper, interval.upperBound, accuracy: half, line: line)
  }
}
