import TestSupport
import Text
import XCTest

@testable import Records

final class AnswerReaderTests: XCTestCase {
  func testCodesAndMissingAnswers() {
    XCTAssertEqual(read("2 1 0 . 3"), [2, 1, 0, -1, 3])
    XCTAssertEqual(read("."), [-1])
    XCTAssertEqual(read("30 7"), [30, 7])
    XCTAssertEqual(read("99999"), [99_999])
  }

  func testAnythingElseIsRefused() {
    for text in [
      " ", "1 ", " 1", "1  2", "1,2", "x", "1x", "-1", "..", ".1", "1.", "1.5", "+1", "1\t2", ". ",
      "100000000000000000000", "1 2 x", "٣",
    ] {
      XCTAssertNil(read(text), text.debugDescription)
    }
  }

  /// One space between answers is all that the file allows and typing does not ask for.
  func testRandomAnswersAgreeWithWhatPeopleMayType() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<5000 {
      let words = (0..<1 + generator.number(below: 5)).map { _ in
        generator.pick([".", "0", "7", "30", "x", "", "1.", "-2"])
      }
      let text = words.joined(separator: " ")
      if text.isEmpty { continue }
      let isAllowed = !words.contains("") && !words.contains("-2")
      let typed = AnswerText.parse(text).map { $0.map { $0 ?? AnswerReader.missing } }
      XCTAssertEqual(read(text), isAllowed ? typed : nil, text)
    }
  }

  /// All answers of a text between other bytes; nil where something else stands there.
  private func read(_ text: String) -> [Int]? {
    let bytes = Array("7\(text)7".utf8)
    var reader = AnswerReader(range: 1..<bytes.count - 1)
    var answers: [Int] = []
    while let answer = reader.next(bytes.span.bytes) { answers.append(answer) }
    return reader.isAtEnd ? answers : nil
  }
}
