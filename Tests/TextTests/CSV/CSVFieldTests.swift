import TestSupport
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
    for dangerous in [
      "=1+1", "+1", "-1", "@SUM(A1)", "\tone", "\r=1", "=", "＝1+1", "＋1", "－1", "＠SUM(A1)",
      " =1", "\u{A0}\u{3000}=1", "\u{FEFF}=1", "\u{200B}@a", "\0=1", "\u{85}+1", "\"=1",
      "\u{202E}＝1", "-1 0 2", "--1",
    ] {
      let expected = "'" + dangerous.replacing("\r", with: "\r'").replacing("\t=", with: "\t'=")
      XCTAssertEqual(CSVField.neutralized(dangerous), expected)
    }
    for harmless in [
      "", "a=1", "1-2", "'=1", "é", "a@b", "a =1", "a; b", "a;b=1", " a=1", "a,=1", "'", ";", "；=1",
    ] {
      XCTAssertEqual(CSVField.neutralized(harmless), harmless)
    }
  }

  /// A spreadsheet program set to semicolons or tabs knows no quotation marks inside what it takes
  /// for a cell.
  func testFormulasBehindASeparatorOfAnotherSettingAreNeutralized() {
    for (text, neutralized) in [
      ("a;=1", "a;'=1"), ("a\t=1", "a\t'=1"), ("a\n=1", "a\n'=1"), ("a\r\n@b", "a\r'\n'@b"),
      ("a; ＝1", "a;' ＝1"), ("a;\"=1", "a;'\"=1"), ("a;;+1;b;-2", "a;;'+1;b;'-2"),
      (";=1", ";'=1"), ("=1;=2", "'=1;'=2"), ("a;\t=1", "a;'\t'=1"),
      ("é;\u{FEFF}-", "é;'\u{FEFF}-"),
    ] {
      XCTAssertEqual(CSVField.neutralized(text), neutralized)
    }
  }

  /// What is skipped before a sign is looked at once, however long it is.
  func testLongTextsAreNeutralizedInTime() {
    let long = String(repeating: "\t ", count: 100_000)
    XCTAssertEqual(CSVField.neutralized("a" + long), "a" + long)
    let separators = String(repeating: "\t' ", count: 100_000)
    XCTAssertEqual(CSVField.neutralized("a" + long + "="), "a" + separators + "=")
  }

  private func written(_ value: String) -> String {
    var bytes: [UInt8] = []
    CSVField.append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A plain text is written as it is, raw or neutralized.
  func testAPlainTextNeedsNothing() {
    for text in ["P001", "p-1_2", "9", "a b"] { XCTAssertTrue(CSVField.isPlain(text), text) }
    eachSeed(0..<300) { generator in
      let letters = Array("aZ09-_ ,\";=+@é\n\t'.")
      let text = String((0..<generator.number(below: 5)).map { _ in generator.pick(letters) })
      guard CSVField.isPlain(text) else { return }
      var bytes: [UInt8] = []
      CSVField.append(CSVField.neutralized(text), to: &bytes)
      XCTAssertEqual(String(decoding: bytes, as: UTF8.self), text)
    }
  }
}
