import XCTest

@testable import Storage

final class LineEndFilterTests: XCTestCase {
  /// However the file is cut into pieces, of three bytes and more.
  func testTheMarkAndTheReturnsAreTakenOutAndNothingElse() {
    for (text, expected, hadMark, returns) in [
      ("", "", false, 0), ("a,b\n1,2\n", "a,b\n1,2\n", false, 0),
      ("\u{FEFF}a,b\n", "a,b\n", true, 0), ("a,b\r\n1,2\r\n", "a,b\n1,2\n", false, 2),
      ("\u{FEFF}a\r\nb\r\n", "a\nb\n", true, 2), ("a\r\nb\r", "a\nb", false, 2),
      ("a\rb\n", "a\rb\n", false, 0), ("a\r\r\n", "a\r\n", false, 1),
      ("a\n\u{FEFF}b\n", "a\n\u{FEFF}b\n", false, 0), ("é\r\n名\r\n", "é\n名\n", false, 2),
    ] {
      let bytes = Array(text.utf8)
      for size in 3...max(3, bytes.count) {
        var filter = LineEndFilter()
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
          result += filter.filter(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        filter.finish()
        XCTAssertEqual(result, Array(expected.utf8), "\(text.debugDescription) by \(size)")
        XCTAssertEqual(filter.hadByteOrderMark, hadMark)
        XCTAssertEqual(filter.carriageReturns, returns)
        XCTAssertEqual(filter.foundSomething, hadMark || returns > 0)
      }
    }
  }
}
