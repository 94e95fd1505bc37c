import TestSupport
import Text
import XCTest

@testable import Records

final class PlainAnswersTests: XCTestCase {
  func testOneDigitForEachItemIsPlain() {
    let plain = PlainAnswers(codes: [1...3, 1...3, 0...9])
    for text in ["1 1 0", "3 2 9", "2 3 5"] { XCTAssertTrue(areAllAnswered(text, plain), text) }
    for text in [
      "", "1", "1 1", "1 1 0 1", "1 1 .", "0 1 0", "1 4 0", "1,1 0", "1  10", "1 1 x", " 1 1 ",
      "01 1 0", "111 0", "1 1\u{B0}",
    ] {
      XCTAssertFalse(areAllAnswered(text, plain), text)
    }
  }

  func testNothingIsPlainWhereACodeHasTwoDigitsOrThereIsNoItem() {
    for codes in [[0...30, 0...30], [0...3, 0...10], [-1...3, 0...3], []] {
      let plain = PlainAnswers(codes: codes)
      for text in ["", "0", "1 2", "10 2", "0 1 2"] {
        XCTAssertFalse(areAllAnswered(text, plain), "\(codes) \(text)")
      }
    }
  }

  /// Texts of one to three words, some of them with one byte changed: what is plain is what the
  /// reader of single answers takes, if every code is allowed and none is missing.
  func testRandomTextsAgreeWithTheReaderOfSingleAnswers() {
    var generator = SeededGenerator(seed: 7)
    var plainTexts = 0
    for _ in 0..<5000 {
      let codes = (0..<1 + generator.number(below: 11)).map { _ in
        let least = generator.number(below: 4)
        return least...least + generator.number(below: 6)
      }
      let answers = codes.map { $0.lowerBound + generator.number(below: $0.count) }
      var bytes = Array(answers.map(String.init).joined(separator: " ").utf8)
      if generator.number(below: 2) == 0 {
        bytes[generator.number(below: bytes.count)] = generator.pick(Array("0123456789 .x".utf8))
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let isPlain = areAllAnswered(text, PlainAnswers(codes: codes))
      if isPlain { plainTexts += 1 }
      XCTAssertEqual(isPlain, areAllAllowed(bytes, codes), "\(codes) \(text)")
    }
    XCTAssertGreaterThan(plainTexts, 2000)
  }

  /// A written line is asked before anybody knows where its answers end.
  func testWhatFollowsTheAnswersIsNotLookedAt() {
    for count in 1...20 {
      let plain = PlainAnswers(codes: Array(repeating: 1...3, count: count))
      let text = Array(repeating: "2", count: count).joined(separator: " ")
      XCTAssertEqual(plain.length, text.utf8.count)
      for tail in [",", "\"", " 2", "2", "x", "\n", "\u{B0}"] {
        XCTAssertTrue(areAllAnswered(from: text + tail, plain), text + tail)
      }
      for place in text.utf8.indices {
        let other = text.replacingCharacters(in: place...place, with: "\n")
        XCTAssertFalse(areAllAnswered(from: other, plain), other)
      }
    }
    XCTAssertFalse(areAllAnswered(from: "1 2", PlainAnswers(codes: [])))
    XCTAssertFalse(areAllAnswered(from: "1 2", PlainAnswers(codes: [1...10])))
  }

  /// Answers that end with the line end the buffer too, but for the spare bytes.
  func testAnswersThatAreCutShortAreNotLookedForBehindTheBuffersEnd() {
    let plain = PlainAnswers(codes: Array(repeating: 1...3, count: 12))
    let text = Array("1 2 3 1 2 3 1 2 3 1 2 3".utf8)
    for length in text.indices {
      let bytes =
        Array(text[..<length]) + [ASCII.lineFeed] + [UInt8](repeating: 0, count: ByteWord.size)
      XCTAssertFalse(plain.areAllAnswered(bytes.span.bytes, at: 0), "\(length)")
    }
  }

  /// Asks what stands at the start of a text, which is shorter than the buffer.
  private func areAllAnswered(from text: String, _ plain: PlainAnswers) -> Bool {
    let bytes = Array("7\(text)".utf8) + [UInt8](repeating: 0, count: ByteWord.size)
    return plain.areAllAnswered(bytes.span.bytes, at: 1)
  }

  /// The same of texts without leading zeros, which no answer here has.
  private func areAllAllowed(_ text: [UInt8], _ codes: [ClosedRange<Int>]) -> Bool {
    var reader = AnswerReader(range: 0..<text.count)
    for code in codes {
      guard let answer = reader.next(text.span.bytes), code.contains(answer) else { return false }
    }
    return reader.isAtEnd && text.count == 2 * codes.count - 1
  }

  /// Asks about a text that stands between other bytes.
  private func areAllAnswered(_ text: String, _ plain: PlainAnswers) -> Bool {
    let bytes = Array("7\(text)".utf8) + [UInt8](repeating: ASCII.zero, count: ByteWord.size)
    return plain.areAllAnswered(bytes.span.bytes, 1..<1 + text.utf8.count)
  }
}
