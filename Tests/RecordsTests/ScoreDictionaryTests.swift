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

  private func number(_ text: String, _ scores: inout ScoreDictionary) -> Int? {
    let bytes = Array(text.utf8) + [UInt8](repeating: ASCII.nine, count: ByteWord.size)
    return scores.number(of: bytes.span.bytes, 0..<text.utf8.count)
  }
}
