import TestSupport
import XCTest

@testable import Commands

final class ScreenTextTests: XCTestCase {
  func testWidths() {
    XCTAssertEqual(ScreenText.width("North"), 5)
    XCTAssertEqual(ScreenText.width("Köln"), 4)
    XCTAssertEqual(ScreenText.width("Ko\u{308}ln"), 4)
    XCTAssertEqual(ScreenText.width("東京"), 4)
    XCTAssertEqual(ScreenText.width("🙂"), 2)
  }

  func testLinesAreBrokenAtSpaces() {
    XCTAssertEqual(
      ScreenText.wrapped("one two three", width: 7, hanging: 2), ["one two", "  three"])
    XCTAssertEqual(ScreenText.wrapped("  one two", width: 6), ["  one", "two"])
    XCTAssertEqual(ScreenText.wrapped("", width: 5), [""])
    XCTAssertEqual(
      ScreenText.wrapped("abcdefgh", width: 3, hanging: 1), ["abc", " de", " fg", " h"])
    XCTAssertEqual(ScreenText.wrapped("東京都", width: 5), ["東京", "都"])
    XCTAssertEqual(ScreenText.wrapped("Who? ", width: 20), ["Who? "])
  }

  /// No row is too wide, and nothing but spaces is lost.
  func testEveryTextFits() {
    var generator = TestSupport.SeededGenerator(seed: 20_260_203)
    for _ in 0..<500 {
      let letters = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        "ab  ö京".randomElement(using: &generator) ?? "a"
      }
      let text = String(letters)
      let width = Int.random(in: 8...30, using: &generator)
      let rows = ScreenText.wrapped(text, width: width, hanging: 3)
      XCTAssertTrue(rows.allSatisfy { ScreenText.width($0) <= width }, "“\(text)” at \(width)")
      XCTAssertEqual(
        rows.joined().filter { $0 != " " }, text.filter { $0 != " " }, "“\(text)” at \(width)")
    }
  }

  func testColumns() {
    XCTAssertEqual(ScreenText.column("ab", 4), "ab  ")
    XCTAssertEqual(ScreenText.column("abcdef", 4), "abc.")
    XCTAssertEqual(ScreenText.column("東京都", 4), "東. ")
    XCTAssertEqual(ScreenText.column("abcdefghijklm", 12), "abcdefghi...")
    XCTAssertEqual(ScreenText.padded("7", to: 3), "  7")
  }
}
