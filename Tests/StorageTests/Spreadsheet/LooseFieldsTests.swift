import Text
import XCTest

@testable import Storage

final class LooseFieldsTests: XCTestCase {
  func testFieldsAreFoundWhateverSeparatesThem() {
    for (line, separator, fields) in [
      ("a,b,,c", ASCII.comma, ["a", "b", "", "c"]), ("a;b,c", UInt8(ascii: ";"), ["a", "b,c"]),
      ("\"a\"\t\"b\tc\"", ASCII.tab, ["a", "b\tc"]), ("", ASCII.comma, [""]),
      ("\"open,b", ASCII.comma, ["open,b"]),
    ] {
      XCTAssertEqual(LooseFields.split(Array(line.utf8), separator: separator), fields, line)
    }
  }

  func testTheSeparatorIsTheCommonestOfAHeader() {
    for (header, separator) in [
      ("a,b;c,d", ","), ("a;b;c", ";"), ("a\tb,c\td", "\t"),
    ] {
      XCTAssertEqual(
        LooseFields.separator(of: Array(header.utf8)), Array(separator.utf8)[0], header)
    }
  }
}
