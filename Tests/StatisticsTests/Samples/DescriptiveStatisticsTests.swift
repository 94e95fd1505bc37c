import Statistics
import TestSupport
import XCTest

final class DescriptiveStatisticsTests: XCTestCase {
  func testEveryStatisticAgreesWithR() throws {
    for (name, sample) in try Oracle(.pairedByR).samples {
      let described = DescriptiveStatistics(FrequencyTable(sample.baseline))
      let expected = sample.describeBaseline
      XCTAssertEqual(described.n, expected.n, name)
      assertAgrees(described.mean, expected.mean, relative: 1e-14, name)
      assertAgrees(described.standardDeviation, expected.sd, relative: 1e-14, name)
      assertAgrees(described.minimum, expected.min, relative: 0, name)
      assertAgrees(described.firstQuartile, expected.q1, relative: 1e-15, name)
      assertAgrees(described.median, expected.median, relative: 1e-15, name)
      assertAgrees(described.thirdQuartile, expected.q3, relative: 1e-15, name)
      assertAgrees(described.maximum, expected.max, relative: 0, name)
    }
  }

  func testNobodyAndOnePerson() {
    let nobody = DescriptiveStatistics(FrequencyTable([Double]()))
    XCTAssertEqual(nobody.n, 0)
    XCTAssertNil(nobody.mean)
    XCTAssertNil(nobody.median)
    let one = DescriptiveStatistics(FrequencyTable([6]))
    XCTAssertEqual(one.n, 1)
    XCTAssertEqual(one.mean, 6)
    XCTAssertNil(one.standardDeviation)
    XCTAssertEqual(one.firstQuartile, 6)
    XCTAssertEqual(one.thirdQuartile, 6)
  }
}
