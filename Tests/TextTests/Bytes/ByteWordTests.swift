import TestSupport
import Text
import XCTest

final class ByteWordTests: XCTestCase {
  /// Every byte at every place, among neighbors that are likely to be found by mistake.
  func testMasksMarkExactlyTheBytesThatAreMeant() {
    for neighbor: UInt8 in [0x00, 0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7F, 0x80, 0xA2, 0xDC, 0xFF] {
      for place in 0..<8 {
        for byte in UInt8.min...UInt8.max {
          var bytes = [UInt8](repeating: neighbor, count: 8)
          bytes[place] = byte
          let word = ByteWord.load(bytes.span.bytes, at: 0)
          XCTAssertEqual(ByteWord.nonASCII(word), mask(bytes) { $0 > 0x7F })
          checkEndOfText(bytes)
        }
      }
    }
  }

  func testTheFirstEndOfATextIsFoundInRandomWords() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      // Few different bytes, so that ends and their neighbors meet often.
      checkEndOfText(
        (0..<8).map { _ in
          generator.pick([0x1F, 0x20, 0x21, 0x22, 0x23, 0x5C, 0x5D, 0x80, 0xA2, 0xFF] as [UInt8])
        })
    }
  }

  /// At most a word less one byte behind the copy is written over, and nothing before it.
  func testACopyHasTheBytesOfItsRange() {
    let bytes = (1...40).map { UInt8($0) }
    for range in [0..<0, 3..<4, 0..<7, 5..<13, 1..<10, 0..<16, 2..<19, 8..<32] {
      for offset in [0, 1, 8, 11] {
        var target = [UInt8](repeating: 0xEE, count: 48)
        let copy = offset..<offset + range.count
        ByteWord.copy(bytes.span.bytes, range, into: &target, at: offset)
        XCTAssertEqual(Array(target[copy]), Array(bytes[range]))
        for place in target.indices where place < offset || place >= copy.upperBound + 7 {
          XCTAssertEqual(target[place], 0xEE)
        }
      }
    }
  }

  /// A text of CSV ends at a comma (RFC 4180, section 2), where one of JSON has its backslash.
  func testTheSpecialByteEndsATextInTheOthersPlace() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let bytes: [UInt8] = (0..<8).map { _ in
        generator.pick([0x1F, 0x20, 0x21, 0x22, 0x23, 0x2B, 0x2C, 0x2D, 0x5C, 0x7F, 0xAC, 0xFF])
      }
      checkEndOfText(bytes, special: 0x2C)
      checkEndOfText(bytes)
    }
  }

  /// RFC 8259, section 7: unescaped are all but the quotation mark, the backslash and controls.
  private func checkEndOfText(_ bytes: [UInt8], special: UInt8? = nil) {
    let word = ByteWord.load(bytes.span.bytes, at: 0)
    let found =
      special.map { ByteWord.endsOfText(word, special: ByteWord.repeating($0)) }
      ?? ByteWord.endsOfText(word)
    let expected = bytes.firstIndex { $0 == 0x22 || $0 == special ?? 0x5C || $0 < 0x20 }
    XCTAssertEqual(found == 0 ? nil : ByteWord.firstIndex(found), expected, "\(bytes)")
  }

  func testFirstIndexIsThePlaceOfTheFirstByteFound() {
    for first in 0..<8 {
      for last in first..<8 {
        let mask = UInt64(0x80) << UInt64(first * 8) | UInt64(0x80) << UInt64(last * 8)
        XCTAssertEqual(ByteWord.firstIndex(mask), first)
      }
    }
  }

  func testAWordHoldsTheFirstByteLowestAtEveryOffset() {
    let bytes: [UInt8] = Array(0..<24)
    for offset in 0...16 {
      let word = ByteWord.load(bytes.span.bytes, at: offset)
      for place in 0..<8 {
        XCTAssertEqual(UInt8(truncatingIfNeeded: word >> UInt64(place * 8)), bytes[offset + place])
      }
    }
  }

  func testAPartOfAWordHasZerosForTheRest() {
    let bytes: [UInt8] = Array(0xF1...0xFF)
    for offset in 0...7 {
      for count in 0...8 {
        let word = ByteWord.load(bytes.span.bytes, at: offset, count: count)
        for place in 0..<8 {
          XCTAssertEqual(
            UInt8(truncatingIfNeeded: word >> UInt64(place * 8)),
            place < count ? bytes[offset + place] : 0)
        }
      }
    }
  }

  /// Every byte at every place, with bounds that differ from place to place.
  func testBytesBetweenTwoBoundsAreFound() {
    let bounds: [ClosedRange<UInt8>] = [
      0...0, 0...0x7F, 0x30...0x39, 0x20...0x20, 0x7F...0x7F, 0x31...0x33, 1...0x7E, 0x61...0x66,
    ]
    let least = bounds.map(\.lowerBound)
    let most = bounds.map(\.upperBound)
    for byte in UInt8.min...UInt8.max {
      for neighbor: UInt8 in [0x00, 0x30, 0x7F, 0x80, 0xFF] {
        for place in 0..<8 {
          var bytes = [UInt8](repeating: neighbor, count: 8)
          bytes[place] = byte
          let expected = zip(bytes, bounds).enumerated().reduce(UInt64(0)) { mask, item in
            let isInside = item.element.1.contains(item.element.0)
            return mask | (isInside ? UInt64(0x80) << UInt64(item.offset * 8) : 0)
          }
          XCTAssertEqual(
            ByteWord.between(
              ByteWord.load(least.span.bytes, at: 0), ByteWord.load(most.span.bytes, at: 0),
              ByteWord.load(bytes.span.bytes, at: 0)), expected, "\(bytes)")
        }
      }
    }
  }

  func testHexadecimalDigitsAreInLowerCase() {
    for byte in UInt8.min...UInt8.max {
      let isDigit = "0123456789abcdef".utf8.contains(byte)
      for place in 0..<8 {
        var bytes = Array("0f9a1b2c".utf8)
        XCTAssertTrue(ByteWord.isHexadecimal(ByteWord.load(bytes.span.bytes, at: 0)))
        bytes[place] = byte
        XCTAssertEqual(
          ByteWord.isHexadecimal(ByteWord.load(bytes.span.bytes, at: 0)), isDigit, "\(bytes)")
      }
    }
  }

  func testAByteIsReadWhereItStands() {
    let bytes: [UInt8] = [7, 0, 255]
    XCTAssertEqual((0..<3).map { bytes.span.bytes.byte(at: $0) }, bytes)
  }

  func testSeparatorsHaveTheirASCIICodes() {
    XCTAssertEqual(
      [
        ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn, ASCII.space, ASCII.quote, ASCII.comma,
        ASCII.backslash, ASCII.colon, ASCII.openBrace, ASCII.closeBrace, ASCII.zero, ASCII.nine,
        ASCII.dot, ASCII.minus,
      ],
      [0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x5C, 0x3A, 0x7B, 0x7D, 0x30, 0x39, 0x2E, 0x2D])
  }

  /// The mask as it must be, one byte after the other.
  private func mask(_ bytes: [UInt8], of isMeant: (UInt8) -> Bool) -> UInt64 {
    bytes.enumerated().reduce(0) { mask, byte in
      mask | (isMeant(byte.element) ? UInt64(0x80) << UInt64(byte.offset * 8) : 0)
    }
  }
}
