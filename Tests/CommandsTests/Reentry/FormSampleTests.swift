import Records
import TestSupport
import XCTest

@testable import Commands

final class FormSampleTests: XCTestCase {
  private func percents(_ participant: String, _ timepoint: String, _ instrument: String) throws
    -> [Double]
  {
    let form = try EntryLine.of(
      .record, "=5", participant: participant, timepoint: timepoint, instrument: instrument)
    return [1, 8, 9, 12, 13, 29, 30, 100].filter { FormSample(percent: $0)?.contains(form) == true }
  }

  /// `printf 'P001 day30 ucla-3' | sha256sum` begins with 4ba86af7, which is 29.6 % of 16⁸; the
  /// others begin with 14c6b053, 8.1 %, and 1fb96e3d, 12.4 %.
  func testAnybodyCanDrawTheSameSample() throws {
    XCTAssertEqual(try percents("P001", "day30", "ucla-3"), [30, 100])
    XCTAssertEqual(try percents("P002", "day30", "ucla-3"), [9, 12, 13, 29, 30, 100])
    XCTAssertEqual(try percents("P003", "day90", "phq-9"), [13, 29, 30, 100])
  }

  /// Of 2,000 forms, the number in a sample of 10 % has the standard deviation √(2000·0.1·0.9) =
  /// 13.4.
  func testASampleHasItsSize() throws {
    let forms = try (1...2000).map {
      try EntryLine.of(.record, "=5", participant: "P\($0)", instrument: "gad-7")
    }
    let sample = try XCTUnwrap(FormSample(percent: 10))
    XCTAssertEqual(Double(forms.count(where: sample.contains)), 200, accuracy: 4 * 13.4)
    XCTAssertEqual(forms.count(where: FormSample.everything.contains), 2000)
  }

  func testAPercentageIsAboveZeroAndAtMostAHundred() {
    for percent in [0, -1, 100.1, .nan, .infinity] {
      XCTAssertNil(FormSample(percent: percent), "\(percent)")
    }
    XCTAssertNotNil(FormSample(percent: 0.5))
  }
}
