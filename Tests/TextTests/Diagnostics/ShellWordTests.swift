import XCTest

@testable import Text

final class ShellWordTests: XCTestCase {
  /// Expected: what a POSIX shell makes one word of, section 2.2.2 of its standard.
  func testWhatAShellWouldTakeApartIsQuoted() {
    for (text, word) in [
      ("/home/dana/river_side-2.csv", "/home/dana/river_side-2.csv"),
      ("/home/dana/our program", "'/home/dana/our program'"),
      ("it's", #"'it'\''s'"#), ("$HOME", "'$HOME'"), ("né", "'né'"), ("", "''"),
    ] {
      XCTAssertEqual(ShellWord.quoted(text), word)
    }
  }
}
