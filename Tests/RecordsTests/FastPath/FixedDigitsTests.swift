import Text
import XCTest

@testable import Records

final class FixedDigitsTests: XCTestCase {
  func testDigitsOfEachWidthMakeANumberWhateverFollows() {
    for width in 1...8 {
      for digits in ["00000000", "12345678", "99999999", "90000001"] {
        for tail in ["0", "9", "x", "\0", "\u{80}"] {
          let text = digits.prefix(width) + String(repeating: tail, count: 8)
          XCTAssertEqual(number(String(text), width: width), Int(digits.prefix(width)))
        }
      }
    }
  }

  /// Every byte at every place.
  func testOnlyDigitsMakeANumber() {
    for width in 1...8 {
      for place in 0..<width {
        for byte in UInt8.min...UInt8.max {
          var bytes = [UInt8](repeating: ASCII.nine, count: 16)
          bytes[place] = byte
          let text = String(decoding: bytes[..<width], as: UTF8.self)
          XCTAssertEqual(
            FixedDigits.number(bytes.span.bytes, at: 0, width: width),
            byte < 0x80 ? text.allSatisfy(\.isNumber) ? Int(text) : nil : nil, text)
        }
      }
    }
  }

  private func number(_ text: String, width: Int) -> Int? {
    let bytes = Array("7\(text)".utf8)
    return FixedDigits.number(bytes.span.bytes, at: 1, width: width)
  }
}
