import XCTest

@testable import Storage

final class MadeEntriesTests: XCTestCase {
  func testWhatWasMadeIsTakenAwayAgain() throws {
    let test = try TestProgram()
    let before = test.names()
    var made = MadeEntries(.posix)
    try made.makeFolder(test.path + "/new")
    try made.create(test.path + "/new/file", Array("abc".utf8))
    XCTAssertEqual(test.names(in: "new"), ["file"])
    made.remove()
    XCTAssertEqual(test.names(), before)
  }

  func testWhatFailedOrWasThereBeforeIsNotTakenAway() throws {
    let test = try TestProgram()
    try test.put("mine", in: "file")
    var made = MadeEntries(.posix)
    XCTAssertThrowsError(try made.create(test.path + "/file", Array("abc".utf8)))
    XCTAssertThrowsError(try made.makeFolder(test.path + "/instruments"))
    made.remove()
    XCTAssertEqual(try test.text("file"), "mine")
    XCTAssertTrue(test.names().contains("instruments"))
  }

  func testAFolderIntoWhichSomebodyElsePutSomethingStays() throws {
    let test = try TestProgram()
    var made = MadeEntries(.posix)
    try made.makeFolder(test.path + "/new")
    try test.put("mine", in: "new/notes.txt")
    made.remove()
    XCTAssertEqual(try test.text("new/notes.txt"), "mine")
  }
}
