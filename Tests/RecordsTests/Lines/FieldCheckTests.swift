import Text
import XCTest

@testable import Records

final class FieldCheckTests: XCTestCase {
  /// Every byte at every place of a seal.
  func testASealIsSixteenHexadecimalDigitsInLowerCase() {
    let seal = Array("0123456789abcdef".utf8)
    XCTAssertEqual(FieldCheck.sealLength, seal.count)
    for place in seal.indices {
      for byte in UInt8.min...UInt8.max {
        var other = seal
        other[place] = byte
        // What follows is not looked at.
        let bytes = Array("x,".utf8) + other + [byte]
        XCTAssertEqual(
          FieldCheck.isSeal(bytes.span.bytes, at: 2), seal.contains(byte), "\(place) \(byte)")
      }
    }
  }

  func testASealThatTheBufferCutsShortIsNone() {
    let bytes = Array("00000000000000000".utf8)
    for start in 0...bytes.count {
      XCTAssertEqual(FieldCheck.isSeal(bytes.span.bytes, at: start), start <= 1, "\(start)")
    }
  }
}
