import TestSupport
import XCTest

@testable import Text

final class OutputBufferTests: XCTestCase {
  func testPiecesTogetherAreWhatWasAppended() {
    eachSeed(0..<50) { generator in
      var strings = ByteStrings()
      let lengths = 0...40
      _ = strings.add(count: lengths.count) { length, bytes in
        bytes += (0..<length).map { UInt8(length + $0) }
      }
      var buffer = OutputBuffer(size: Int.random(in: 1...100, using: &generator))
      var expected: [UInt8] = []
      var written: [UInt8] = []
      for _ in 0..<200 {
        let length = Int.random(in: lengths, using: &generator)
        let bytes = (0..<length).map { UInt8(length + $0) }
        expected += bytes
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: buffer.append(bytes)
        case 1: buffer.append(String(decoding: bytes, as: UTF8.self))
        default: buffer.append(length, of: strings)
        }
        if generator.oneIn(3) { buffer.flushIfFull { written += $0 } }
      }
      buffer.flush { written += $0 }
      XCTAssertEqual(written, expected)
    }
  }

  func testTrailingBytesAreRemovedWhereTheyWereNotPassedOn() {
    var buffer = OutputBuffer(size: 4)
    var written: [UInt8] = []
    buffer.append("a  ")
    buffer.removeTrailing(ASCII.space)
    buffer.append("b")
    buffer.removeTrailing(ASCII.space)
    buffer.flush { written += $0 }
    buffer.append("  ")
    buffer.removeTrailing(ASCII.space)
    buffer.flush { written += $0 }
    XCTAssertEqual(String(decoding: written, as: UTF8.self), "ab")
  }

  func testNothingIsHandedOnBeforeThereIsEnoughOrWhereThereIsNothing() {
    var buffer = OutputBuffer(size: 4)
    var pieces: [[UInt8]] = []
    buffer.append([1, 2, 3])
    buffer.flushIfFull { pieces.append($0) }
    XCTAssertEqual(pieces, [])
    buffer.append([4, 5])
    buffer.flushIfFull { pieces.append($0) }
    XCTAssertEqual(pieces, [[1, 2, 3, 4, 5]])
    buffer.flush { pieces.append($0) }
    XCTAssertEqual(pieces, [[1, 2, 3, 4, 5]])
  }
}
