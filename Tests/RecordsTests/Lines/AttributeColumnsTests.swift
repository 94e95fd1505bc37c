import Records
import XCTest

final class AttributeColumnsTests: XCTestCase {
  func testEachAttributeHasAColumnForWhatItIsAndOneForWhatItWas() {
    XCTAssertEqual(
      AttributeColumns.withValuesBefore(["site", "age_band"], besides: ["score"]).names,
      ["site", "age_band", "site_before", "age_band_before"])
    XCTAssertEqual(AttributeColumns.withValuesBefore([], besides: ["score"]).names, [])
  }

  func testANameThatIsTakenIsMadeAnother() {
    XCTAssertEqual(
      AttributeColumns.withValuesBefore(
        ["score", "attribute_score", "score_before"], besides: ["score"]
      ).names,
      [
        "attribute_score", "attribute_attribute_score", "score_before", "attribute_score_before",
        "attribute_attribute_score_before", "score_before_before",
      ])
  }
}
