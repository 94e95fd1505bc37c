import Storage
import XCTest

final class StoreNoticeTests: XCTestCase {
  func testATornLineThatIsIgnoredIsToldWithItsText() {
    XCTAssertEqual(
      StoreNotice.tornLineIgnored(file: "scores.csv", text: "P1,base").diagnostic.text,
      """
      scores.csv: the last line has no line end, and no seal that shows it to be whole: its writing was probably cut off
        P1,base
        it is left out here, and the next command that writes moves it to recovered/; `outcomes check --repair` keeps it where it is complete
      """)
  }

  func testATornLineThatIsSetAsideIsToldWithItsPlace() {
    XCTAssertEqual(
      StoreNotice.tornLineSetAside(
        file: "scores.csv", text: "P1,base", movedTo: "recovered/1-scores.csv"
      ).diagnostic.text,
      """
      scores.csv: the last line had no line end, and no seal that shows it to be whole: its writing was probably cut off
        P1,base
        it was moved to recovered/1-scores.csv; enter it again if it is missing
      """)
  }

  func testMendedLineEndsAreToldWithWhereTheFileWasKept() {
    for (hadMark, returns, words) in [
      (true, 0, "a byte order mark was taken out"),
      (false, 1, "1 line end CR LF became LF"),
      (true, 12, "a byte order mark was taken out, 12 line ends CR LF became LF"),
    ] {
      XCTAssertEqual(
        StoreNotice.lineEndsMended(
          file: "scores.csv", hadByteOrderMark: hadMark, carriageReturns: returns,
          keptAs: "recovered/1-scores.csv"
        ).diagnostic.text,
        "scores.csv: \(words)\n  the file as it was found is kept as recovered/1-scores.csv")
    }
  }

  func testALineEndThatWasAddedIsToldWithItsLine() {
    XCTAssertEqual(
      StoreNotice.lineEndAdded(file: "scores.csv", text: "P1,baseline").diagnostic.text,
      """
      scores.csv: the last line was whole, but its line end was missing; it was added
        P1,baseline
        if that line should not count, use `outcomes void` or `outcomes correct`
      """)
  }
}
