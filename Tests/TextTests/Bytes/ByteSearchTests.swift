import Text
import XCTest

final class ByteSearchTests: XCTestCase {
  /// Every stretch of a text against every place behind it, byte by byte.
  func testAStretchRepeatsWhereAllOfItsBytesStandAgain() {
    let bytes = Array("abcabcabcabdabcabcabcabdab\0a".utf8)
    var repeats = 0
    for start in 0...bytes.count {
      for first in 0...start {
        for end in first...start {
          let fits = end - first <= bytes.count - start
          let expected =
            fits && bytes[first..<end].elementsEqual(bytes[start..<start + (end - first)])
          if expected { repeats += 1 }
          XCTAssertEqual(
            ByteSearch.repeats(first..<end, in: bytes.span.bytes, at: start), expected,
            "\(first..<end) at \(start)")
        }
      }
    }
    XCTAssertGreaterThan(repeats, 200)
  }

  /// The memory behind the bytes goes on as the stretch does.
  func testWhatStandsBehindTheEndRepeatsNothing() {
    let bytes = Array("abcabcabc".utf8)
    for count in 3...6 {
      let span = bytes.span.bytes.extracting(0..<count)
      XCTAssertEqual(ByteSearch.repeats(0..<3, in: span, at: 3), count == 6, "\(count)")
    }
  }

  func testAStretchThatEndsBehindThePlaceIsNoEarlierOne() {
    let bytes = Array("aaaaaaaa".utf8)
    XCTAssertTrue(ByteSearch.repeats(0..<4, in: bytes.span.bytes, at: 4))
    XCTAssertFalse(ByteSearch.repeats(0..<4, in: bytes.span.bytes, at: 3))
    XCTAssertFalse(ByteSearch.repeats(4..<8, in: bytes.span.bytes, at: 0))
  }
}
