import Storage
import XCTest

final class StoreNoticeTests: XCTestCase {
  func testATornLineThatIsIgnoredIsToldWithItsText() {
    XCTAssertEqual(
      StoreNotice.tornLineIgnored(file: "scores.csv", text: "P1,base").diagnostic.text,
      """
      scores.csv: the last line has no line ending and no seal to show that it is complete: writing it was probably interrupted
        P1,base
        it is left out here, and the next command that writes moves it to recovered/; `outcomes check --repair` keeps it if it is complete
      """)
  }

  func testATornLineThatIsSetAsideIsToldWithItsPlace() {
    XCTAssertEqual(
      StoreNotice.tornLineSetAside(
        file: "scores.csv", text: "P1,base", movedTo: "recovered/1-scores.csv"
      ).diagnostic.text,
      """
      scores.csv: the last line had no line ending and no seal to show that it is complete: writing it was probably interrupted
        P1,base
        it was moved to recovered/1-scores.csv; enter it again if it is missing
      """)
  }

  func testMendedLineEndsAreToldWithWhereTheFileWasKept() {
    for (hadMark, returns, words) in [
      (true, 0, "a byte order mark was removed"),
      (false, 1, "1 line ending was changed from CR LF to LF"),
      (true, 12, "a byte order mark was removed, 12 line endings were changed from CR LF to LF"),
    ] {
      XCTAssertEqual(
        StoreNotice.lineEndsMended(
          file: "scores.csv", hadByteOrderMark: hadMark, carriageReturns: returns,
          keptAs: "recovered/1-scores.csv"
        ).diagnostic.text,
        "scores.csv: \(words)\n  the original file is kept as recovered/1-scores.csv")
    }
  }

  func testALineEndThatWasAddedIsToldWithItsLine() {
    XCTAssertEqual(
      StoreNotice.lineEndAdded(file: "scores.csv", text: "P1,baseline").diagnostic.text,
      """
      scores.csv: the last line was complete, but its line ending was missing; it was added
        P1,baseline
        if that line should not count, use `outcomes void` or `outcomes correct`
      """)
  }

  func testLinesOfAnInterruptedCommandAreToldOf() {
    XCTAssertEqual(
      StoreNotice.unfinishedEntriesIgnored.diagnostic.text,
      """
      entries.unfinished: a command was interrupted while it was adding several lines: none of them counts
        run that command again; what it had written is left out here, and the next command that writes moves it to recovered/
      """)
    XCTAssertEqual(
      StoreNotice.unfinishedEntriesSetAside(
        file: "scores.csv", movedTo: "recovered/1-unfinished-scores.csv"
      ).diagnostic.text,
      """
      scores.csv: a command was interrupted while it was adding several lines: none of them counts
        run that command again; what it had written was moved to recovered/1-unfinished-scores.csv
      """)
  }

  func testErasuresAreToldByTheirNumber() {
    XCTAssertEqual(
      StoreNotice.erasedSince(participants: 2).diagnostic.text,
      "2 participants have been erased since then: their ids and attributes, and the reasons that named"
        + " them, cannot be shown as they were known")
    XCTAssertEqual(
      StoreNotice.erasuresInterrupted(1).diagnostic.text,
      "the erasure of an id was interrupted: the numbers are right, but the files still hold what"
        + " was to be erased\n  `outcomes check` says how to complete it")
  }
}
