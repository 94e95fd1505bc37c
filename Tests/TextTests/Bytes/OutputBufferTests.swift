import TestSupport
import XCTest

@testable import Interchange

final class OutputBufferTests: XCTestCase {
  func testPiecesTogetherAreWhatWasAppended() throws {
    try eachSeed(0..<50) { generator in
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
        if generator.oneIn(4) { buffer.append(bytes) } else { buffer.append(length, of: strings) }
        if generator.oneIn(3) { try buffer.flushIfFull { written += $0 } }
      }
      try buffer.flush { written += $0 }
      XCTAssertEqual(written, expected)
    }
  }

  func testNothingIsHandedOnBeforeThereIsEnoughOrWhereThereIsNothing() throws {
    var buffer = OutputBuffer(size: 4)
    var pieces: [[UInt8]] = []
    buffer.append([1, 2, 3])
    try buffer.flushIfFull { pieces.append($0) }
    XCTAssertEqual(pieces, [])
    buffer.append([4, 5])
    try buffer.flushIfFull { pieces.append($0) }
    XCTAssertEqual(pieces, [[1, 2, 3, 4, 5]])
    try buffer.flush { pieces.append($0) }
    XCTAssertEqual(pieces, [[1, 2, 3, 4, 5]])
  }
}
