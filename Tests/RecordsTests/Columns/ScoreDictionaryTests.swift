import Text
import XCTest

@testable import Records

final class ScoreDictionaryTests: XCTestCase {
  func testEachTextHasANumberAndAValue() {
    var scores = ScoreDictionary()
    XCTAssertEqual(["8", "7.5", "8", "8.0"].map { number($0, &scores) }, [0, 1, 0, 2])
    XCTAssertEqual(scores.values, [8, 7.5, 8])
  }

  func testWhatIsNoNumberIsNotKept() {
    var scores = ScoreDictionary()
    XCTAssertNil(number("x", &scores))
    XCTAssertNil(number("08", &scores))
    XCTAssertEqual(scores.values, [])
    XCTAssertEqual(number("1", &scores), 0)
  }

  func testMergingTellsTheNewNumbers() {
    var first = ScoreDictionary()
    var second = ScoreDictionary()
    for text in ["8", "7.5"] { _ = number(text, &first) }
    for text in ["9", "7.5", "10"] { _ = number(text, &second) }
    XCTAssertEqual(first.merge(second), [2, 1, 3])
    XCTAssertEqual(first.values, [8, 7.5, 9, 10])
    XCTAssertEqual(first.merge(ScoreDictionary()), [])
    XCTAssertEqual(number("10", &first), 3)
  }

  func testAShortScoreOfAWrittenLineHasTheSameNumber() {
    var scores = ScoreDictionary()
    for text in ["8", "7.5", "-3", "8.0", "1234.56", "0", "8", "-3"] {
      var position = 2
      let found = written("x,\(text),8", &scores, at: &position)
      XCTAssertNotNil(found)
      XCTAssertEqual(found, number(text, &scores), text)
      XCTAssertEqual(position, 2 + text.utf8.count, text)
    }
    XCTAssertEqual(scores.values, [8, 7.5, -3, 8, 1234.56, 0])
  }

  func testWhatIsLongOrNoNumberIsNoShortScore() {
    var scores = ScoreDictionary()
    XCTAssertEqual(number("8", &scores), 0)
    for text in [",", "\"8\",", "08,", "x,", "8x,", "--8,", ".5,", "5.,", " 8,", "12345678,", "\n"]
    {
      var position = 2
      XCTAssertNil(written("x,\(text)8", &scores, at: &position), text)
    }
    XCTAssertEqual(scores.values, [8])
  }

  private func written(
    _ text: String, _ scores: inout ScoreDictionary, at position: inout Int
  ) -> Int? {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: ByteWord.size)
    return scores.number(of: bytes.span.bytes, at: &position)
  }

  private func number(_ text: String, _ scores: inout ScoreDictionary) -> Int? {
    let bytes = Array(text.utf8) + [UInt8](repeating: ASCII.nine, count: ByteWord.size)
    return scores.number(of: bytes.span.bytes, 0..<text.utf8.count)
  }
}
