import Instruments
import TestSupport
import Text
import XCTest

@testable import Records

final class AnswerCountTests: XCTestCase {
  /// Two items with codes of two digits, three items of 1 to 3, and none.
  private static let names = ["healthy-days", "ucla-3", "total-63"]

  func testAnsweredItemsAreCounted() throws {
    let answers = try sample()
    for (text, counts) in [
      ("0 30", [2, nil, nil]), (". 30", [1, nil, nil]), (". .", [0, nil, nil]),
      ("1 2 3", [nil, 3, nil]), ("1 . 3", [nil, 2, nil]), (". . .", [nil, 0, nil]),
      ("1 2", [2, nil, nil]), ("7 7 7", [nil, nil, nil]), ("31 0", [nil, nil, nil]),
      ("1 2 3 1", [nil, nil, nil]), ("1 2 3 .", [nil, nil, nil]), ("1", [nil, nil, nil]),
      ("1  2", [nil, nil, nil]), ("1 2 ", [nil, nil, nil]), (" 1 2", [nil, nil, nil]),
      ("1 x", [nil, nil, nil]), ("1,2", [nil, nil, nil]), ("-1 2", [nil, nil, nil]),
    ] as [(String, [Int?])] {
      XCTAssertEqual((0..<3).map { answered(text, answers, $0) }, counts, text)
    }
  }

  func testItemsAreCountedForEachInstrument() throws {
    let answers = try sample()
    XCTAssertEqual((0..<3).map { answers.itemCount(instrument: $0) }, [2, 3, 0])
  }

  /// Codes that the instrument itself allows, or does not.
  func testEveryBuiltInInstrumentIsCountedAsItValidates() {
    let instruments = BuiltInInstruments.all
    let answers = AnswerCount(instruments)
    var generator = SeededGenerator(seed: 9)
    var refused = 0
    for (number, instrument) in instruments.enumerated() {
      for round in 0..<60 {
        var responses: [Int?] = instrument.items.map {
          round % 3 > 0 && generator.number(below: 4) == 0
            ? nil : $0.answers.codes.randomElement(using: &generator)
        }
        guard !responses.isEmpty else { continue }
        if round % 4 == 0 {
          responses[generator.number(below: responses.count)] = generator.number(below: 40)
        }
        if round % 10 == 0 { responses.append(1) }
        let isValid = instrument.validate(answers: responses).isEmpty
        if !isValid { refused += 1 }
        XCTAssertEqual(
          answered(AnswerText.text(responses), answers, number),
          isValid ? responses.count { $0 != nil } : nil, "\(instrument.id) \(responses)")
      }
    }
    XCTAssertGreaterThan(refused, instruments.count)
  }

  func testPlainAnswersEndWhereTheirLastDigitStands() throws {
    let answers = try sample()
    for (text, end) in [
      ("1 2 3", 6), ("1 2 3 1", 6), ("3 3 33", 6), ("1 2 3,", 6), ("1 2 4", nil), ("1 . 3", nil),
      ("1 2", nil), ("", nil), ("10 2 3", nil),
    ] {
      XCTAssertEqual(endOfPlainAnswers(text, answers, 1), end, text)
      XCTAssertNil(endOfPlainAnswers(text, answers, 0), text)
      XCTAssertNil(endOfPlainAnswers(text, answers, 2), text)
    }
  }

  private func sample() throws -> AnswerCount {
    let instruments = try SampleProgram.program().instruments
    return AnswerCount(
      Self.names.compactMap { name in instruments.first { $0.id.rawValue == name } })
  }

  private func answered(_ text: String, _ answers: AnswerCount, _ instrument: Int) -> Int? {
    let bytes = buffer(text)
    return answers.answered(
      bytes.span.bytes, 1..<1 + text.utf8.count, instrument: instrument)
  }

  private func endOfPlainAnswers(
    _ text: String, _ answers: AnswerCount, _ instrument: Int
  ) -> Int? {
    answers.endOfPlainAnswers(buffer(text).span.bytes, from: 1, instrument: instrument)
  }

  private func buffer(_ text: String) -> [UInt8] {
    Array("1\(text)\n".utf8) + [UInt8](repeating: ASCII.nine, count: ByteWord.size)
  }
}
