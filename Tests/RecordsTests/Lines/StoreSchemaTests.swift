import Records
import Text
import XCTest

/// The headers that other people's scripts rely on.
final class StoreSchemaTests: XCTestCase {
  func testTheHeaderOfTheScoresFile() {
    XCTAssertEqual(
      StoreSchema.scores.header,
      "participant,timepoint,instrument,date,answers,score,action,recorded_at,recorded_by,reason,seal"
    )
  }

  func testTheHeaderOfTheParticipantsFileHasTheAttributesBeforeTheSeal() {
    XCTAssertEqual(
      StoreSchema.participants(attributes: ["site", "age_band"]).header,
      "participant,enrolled_on,action,recorded_at,recorded_by,reason,site,age_band,seal")
  }

  func testOnlyScoresAreNumbers() {
    XCTAssertEqual(
      StoreSchema.scores.columns.filter { $0.kind == .number }.map(\.name), ["score"])
  }
}
