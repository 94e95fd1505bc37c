import Text
import XCTest

@testable import Interchange

final class CalendarLinesTests: XCTestCase {
  func testLinesEndInCarriageReturnAndLineFeed() {
    XCTAssertEqual(text { $0.add("BEGIN", "VEVENT") }, "BEGIN:VEVENT\r\n")
  }

  func testSeparatorsAreEscapedInTextsOnly() {
    XCTAssertEqual(text { $0.add("A", text: #"a,b;c\d:e"#) }, #"A:a\,b\;c\\d:e"# + "\r\n")
    XCTAssertEqual(text { $0.add("A", text: "one\ntwo") }, "A:one\\ntwo\r\n")
    XCTAssertEqual(text { $0.add("A;B=C", "1,2") }, "A;B=C:1,2\r\n")
  }

  /// 75 octets fit; the rest of a longer line follows a space, which counts.
  func testLongLinesAreFolded() {
    let value = String(repeating: "x", count: 73)
    XCTAssertEqual(text { $0.add("A", value) }, "A:\(value)\r\n")
    XCTAssertEqual(text { $0.add("A", value + "y") }, "A:\(value)\r\n y\r\n")
    let second = String(repeating: "z", count: 74)
    XCTAssertEqual(
      text { $0.add("A", value + second + "y") }, "A:\(value)\r\n \(second)\r\n y\r\n")
  }

  /// No character is cut in two, and unfolding gives the line back.
  func testCharactersStayWhole() {
    for length in 60..<80 {
      let value = String(repeating: "x", count: length) + String(repeating: "é日", count: 40)
      let folded = text { $0.add("A", value) }
      let lines = folded.components(separatedBy: "\r\n").dropLast()
      XCTAssertTrue(lines.allSatisfy { $0.utf8.count <= 75 }, "\(length)")
      XCTAssertEqual(
        lines.enumerated().map { $0 == 0 ? $1 : String($1.dropFirst()) }.joined(), "A:" + value)
    }
  }

  private func text(_ body: (inout CalendarLines) -> Void) -> String {
    var lines = CalendarLines()
    body(&lines)
    return String(decoding: lines.bytes, as: UTF8.self)
  }
}
