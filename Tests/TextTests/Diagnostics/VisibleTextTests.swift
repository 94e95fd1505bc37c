import Text
import XCTest

final class VisibleTextTests: XCTestCase {
  /// Unicode's general category Cc and its property Bidi_Control.
  func testHiddenIsWhatUnicodeCallsControl() {
    for value in 0...UInt32(0x10FFFF) {
      guard let character = Unicode.Scalar(value) else { continue }
      let properties = character.properties
      let isControl = properties.generalCategory == .control || properties.isBidiControl
      if VisibleText.isHidden(character) != isControl {
        XCTFail("U+\(String(value, radix: 16))")
      }
    }
  }

  func testTextsThatHoldSomethingHidden() {
    for text in ["a\n", "\t", "\u{7F}", "a\u{9B}31m", "\u{202E}fdp", "e\u{200F}\u{301}"] {
      XCTAssertTrue(VisibleText.holdsHidden(text), text)
    }
    for text in ["", "plain", "Zoë", "😀", "שלום", "\u{200B}", "\u{200D}", "\u{2028}", "e\u{301}"] {
      XCTAssertFalse(VisibleText.holdsHidden(text), text)
    }
  }

  func testWhatIsHiddenIsShown() {
    let text = "a\0b\u{1B}[2J\r\n\u{7F}é\u{9B}\u{202E}x\u{61C}"
    XCTAssertEqual(
      VisibleText.line(text), "a␀b␛[2J␍␊␡é[U+009B][U+202E]x[U+061C]")
    XCTAssertEqual(
      VisibleText.lines(text), "a␀b␛[2J␍\n␡é[U+009B][U+202E]x[U+061C]")
    for plain in ["", "Zoë 😀 שלום", "e\u{301}"] {
      XCTAssertEqual(VisibleText.line(plain), plain)
      XCTAssertEqual(VisibleText.lines(plain + "\n" + plain), plain + "\n" + plain)
    }
  }
}
