import Storage
import XCTest

final class StoreNoticeTests: XCTestCase {
  func testATornLineThatIsIgnoredIsToldWithItsText() {
    XCTAssertEqual(
      StoreNotice.tornLineIgnored(file: "scores.csv", text: "P1,base").diagnostic.text,
      """
      scores.csv: the last line is incomplete: its writing was cut off, so it was never acknowledged
        P1,base
        it is left out here; the next command that writes sets it aside
      """)
  }

  func testATornLineThatIsSetAsideIsToldWithItsPlace() {
    XCTAssertEqual(
      StoreNotice.tornLineSetAside(
        file: "scores.csv", text: "P1,base", movedTo: "recovered/1-scores.csv"
      ).diagnostic.text,
      """
      scores.csv: the last line was incomplete: its writing was cut off, so it was never acknowledged
        P1,base
        it was moved to recovered/1-scores.csv; enter it again if it is missing
      """)
  }
}
