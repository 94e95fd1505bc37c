import Text
import XCTest

@testable import Storage

final class SealChainTests: XCTestCase {
  func testSealsAreThoseThatHashlibGives() throws {
    for format in LineFormat.allCases {
      var chain = SealChain(format)
      XCTAssertNil(chain.last)
      let sealed = try SealOracle.lines("sealed", format)
      XCTAssertEqual(chain.sealed(try SealOracle.lines("unsealed", format)), sealed)
      let text = String(decoding: sealed, as: UTF8.self)
      XCTAssertTrue(text.contains(try XCTUnwrap(chain.last).description))
    }
  }

  /// A chain goes on where another ended.
  func testLinesMayBeSealedInSeveralSteps() throws {
    for format in LineFormat.allCases {
      let lines = try SealOracle.lines("unsealed", format)
      let cut = try XCTUnwrap(lines.firstIndex(of: ASCII.lineFeed)) + 1
      var first = SealChain(format)
      let start = first.sealed(Array(lines[..<cut]))
      var second = SealChain(format, after: first.last)
      XCTAssertEqual(
        start + second.sealed(Array(lines[cut...])), try SealOracle.lines("sealed", format))
    }
  }

  func testNoLinesAreNoBytes() {
    var chain = SealChain(.csv)
    XCTAssertEqual(chain.sealed([]), [])
    XCTAssertNil(chain.last)
  }
}
