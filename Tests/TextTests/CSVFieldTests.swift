import Text
import XCTest

final class CSVFieldTests: XCTestCase {
  func testOnlySeparatorsNeedQuotes() {
    for plain in ["", "a", "two words", " spaces ", "it's", "a;b", "é😀", "=1"] {
      XCTAssertEqual(written(plain), plain)
    }
    XCTAssertEqual(written("a,b"), #""a,b""#)
    XCTAssertEqual(written("a\nb"), "\"a\nb\"")
    XCTAssertEqual(written("a\rb"), "\"a\rb\"")
    XCTAssertEqual(written("\""), #""""""#)
    XCTAssertEqual(written(#"say "hi""#), #""say ""hi""""#)
  }

  /// OWASP, CSV Injection.
  func testTextsThatWouldRunAsFormulasAreNeutralized() {
    for dangerous in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "="] {
      XCTAssertEqual(CSVField.neutralized(dangerous), "'" + dangerous)
    }
    for harmless in ["", "a=1", "1-2", " =1", "'=1", "é", "a@b"] {
      XCTAssertEqual(CSVField.neutralized(harmless), harmless)
    }
  }

  private func written(_ value: String) -> String {
    var bytes: [UInt8] = []
    CSVField.append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
