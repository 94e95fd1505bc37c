import XCTest

@testable import Commands

final class KeyDecoderTests: XCTestCase {
  /// The keys of some pieces of bytes, as a person who then stops typing sends them.
  private func keys(_ pieces: [[UInt8]]) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for piece in pieces {
      decoder.add(piece)
      while let key = decoder.next(isComplete: false) { keys.append(key) }
    }
    while let key = decoder.next(isComplete: true) { keys.append(key) }
    XCTAssertFalse(decoder.hasPart)
    return keys
  }

  func testEachByteOfASCIIIsAKey() {
    XCTAssertEqual(
      keys([Array("2.<\r\n\u{7F}\u{8}\u{3}\u{4}\u{1A}\u{15}".utf8)]),
      [
        .character("2"), .character("."), .character("<"), .enter, .enter, .backspace, .backspace,
        .interrupt, .end, .suspend, .escape,
      ])
    XCTAssertEqual(keys([[0x00, 0x07, 0x09, 0x32]]), [.character("2")])
  }

  func testArrowsArriveInOnePieceOrInSeveral() {
    let text = Array("\u{1B}[A\u{1B}[B\u{1B}OC\u{1B}[Dx".utf8)
    let expected: [Key] = [.up, .down, .right, .left, .character("x")]
    XCTAssertEqual(keys([text]), expected)
    XCTAssertEqual(keys(text.map { [$0] }), expected)
  }

  func testOtherEscapeSequencesAreNoKeys() {
    // Home, F5, Shift-Left, the start of pasted text, Alt-x.
    XCTAssertEqual(
      keys([Array("\u{1B}[H\u{1B}[15~\u{1B}[1;2D\u{1B}[200~\u{1B}x2".utf8)]), [.character("2")])
  }

  func testALoneEscapeIsTheKeyEscape() {
    XCTAssertEqual(keys([[0x1B]]), [.escape])
    XCTAssertEqual(keys([[0x1B, 0x1B, 0x5B, 0x44]]), [.escape, .left])
  }

  func testCharactersOfSeveralBytes() {
    let text = Array("Kö村🙂".utf8)
    let expected: [Key] = ["K", "ö", "村", "🙂"].map(Key.character)
    XCTAssertEqual(keys([text]), expected)
    XCTAssertEqual(keys(text.map { [$0] }), expected)
  }

  func testBytesThatAreNotUTF8AreNoKeys() {
    XCTAssertEqual(
      keys([[0xFF, 0x32, 0xC3, 0x33, 0xE2, 0x82]]), [.character("2"), .character("3")])
    // A character that would act on the terminal.
    XCTAssertEqual(keys([Array("\u{202E}a\u{85}".utf8)]), [.character("a")])
  }
}
