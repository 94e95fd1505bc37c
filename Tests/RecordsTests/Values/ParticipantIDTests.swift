import TestSupport
import Text
import XCTest

@testable import Records

final class ParticipantIDTests: XCTestCase {
  private let allowed = [
    "P001", "p_1", "a-b", "1", "é7", "参加者7", "_", "a.b", "a@b", "a=b", "a+b", "#7", "(1)",
    String(repeating: "x", count: 64), String(repeating: "é", count: 32),
  ]

  private let refused: KeyValuePairs = [
    "": "an id must not be empty",
    String(repeating: "x", count: 65): "an id can have at most 64 bytes",
    String(repeating: "é", count: 33): "an id can have at most 64 bytes",
    "=1": "an id cannot start with “=”",
    "+1": "an id cannot start with “+”",
    "-1": "an id cannot start with “-”",
    "-": "an id cannot start with “-”",
    "@a": "an id cannot start with “@”",
    ".a": "an id cannot start with “.”",
  ]

  func testAllowedIDs() {
    for text in allowed {
      XCTAssertNil(ParticipantID.problem(with: text), text)
      XCTAssertEqual(ParticipantID(rawValue: text)?.description, text)
      XCTAssertTrue(isValid(text), text)
    }
  }

  func testRefusedIDs() {
    for (text, problem) in refused {
      XCTAssertEqual(ParticipantID.problem(with: text), problem)
      XCTAssertNil(ParticipantID(rawValue: text))
      XCTAssertFalse(isValid(text), text)
    }
  }

  func testSeparatorsSpacesAndControlCharactersAreRefusedAnywhere() {
    for character in [
      ",", ";", "\"", "'", "/", "\\", " ", "\t", "\n", "\r", "\0", "\u{1F}", "\u{7F}", "\u{A0}",
      "\u{2028}", "\u{3000}",
    ] {
      for text in [character + "ab", "a" + character + "b", "ab" + character] {
        XCTAssertEqual(
          ParticipantID.problem(with: text),
          "an id cannot contain spaces, commas, semicolons, quotation marks or slashes")
        XCTAssertFalse(isValid(text), text.debugDescription)
      }
    }
  }

  /// Older stores may hold them: they are read on.
  func testCharactersThatCannotBeSeenAreRefusedInNewIDsOnly() {
    for (character, code) in [
      ("\u{200B}", "U+200B"), ("\u{AD}", "U+00AD"), ("\u{202E}", "U+202E"), ("\u{FE0F}", "U+FE0F"),
      ("\u{E0061}", "U+E0061"), ("\u{9B}", "U+009B"),
    ] {
      XCTAssertTrue(isValid("P1" + character))
      XCTAssertEqual(
        ParticipantID.problem(withNew: "P" + character + "1"),
        "an id cannot contain invisible characters, such as \(code)")
    }
    for text in allowed { XCTAssertNil(ParticipantID.problem(withNew: text)) }
    XCTAssertEqual(ParticipantID.problem(withNew: ""), "an id must not be empty")
  }

  func testTheQuickWayAgreesWithTheMessage() {
    var generator = SeededGenerator(seed: 1)
    let pieces = ["a", "Z", "0", "9", "_", "-", "-", ".", "@", "[", "`", "{", "/", ":", "é", " "]
    for _ in 0..<5000 {
      let text = (0..<generator.number(below: 6)).map { _ in generator.pick(pieces) }.joined()
      XCTAssertEqual(isValid(text), ParticipantID.problem(with: text) == nil, text)
    }
  }

  func testTheQuickWayAgreesWithTheMessageAboutEveryCharacterAnywhere() {
    for count in [1, 7, 8, 9, 16, 17, 63, 64, 65] {
      let plain = Array(repeating: "a", count: count)
      for character in (UInt8(0)..<0x80).map(Unicode.Scalar.init) {
        for place in Set([0, count / 2, count - 1]) {
          var characters = plain
          characters[place] = String(character)
          let text = characters.joined()
          XCTAssertEqual(
            isValid(text), ParticipantID.problem(with: text) == nil, text.debugDescription)
        }
      }
    }
  }

  func testOrderIsThatOfTheTexts() throws {
    let first = try SampleProgram.participant("P10")
    let second = try SampleProgram.participant("P9")
    XCTAssertLessThan(first, second)
    XCTAssertFalse(second < first)
  }

  /// What the reader of whole files says of the text between other bytes.
  private func isValid(_ text: String) -> Bool {
    let bytes = Array(",\(text),".utf8) + [UInt8](repeating: ASCII.nine, count: ByteWord.size)
    return ParticipantID.isValid(bytes.span.bytes, 1..<1 + text.utf8.count)
  }
}
