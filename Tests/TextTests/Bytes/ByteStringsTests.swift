import XCTest

@testable import Text

final class ByteStringsTests: XCTestCase {
  func testNumbersFollowOneAnotherAndGiveBackTheBytes() {
    var strings = ByteStrings()
    let first = strings.add([7, 8])
    let many = strings.add(count: 3) { index, bytes in bytes += repeatElement(9, count: index) }
    let last = strings.add([1])
    XCTAssertEqual([first, many, last, strings.count], [0, 1, 4, 5])
    XCTAssertEqual(
      (0..<5).map { Array(strings.storage[strings.range(of: $0)]) },
      [[7, 8], [], [9], [9, 9], [1]])
  }
}
