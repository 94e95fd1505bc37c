import Text
import XCTest

final class LookAlikeTests: XCTestCase {
  func testWhatAReaderCannotTellApart() {
    for (text, other) in [
      ("p001", "P001"), ("North", "NORTH"), ("caf\u{E9}", "cafe\u{301}"), ("É", "e\u{301}"),
      ("Straße", "STRASSE"), ("P\u{200B}001", "P001"), ("P\u{AD}001", "P001"),
      ("\u{202E}P001\u{202C}", "P001"), ("P001\u{FE0F}", "P001"), ("\u{FEFF}P001", "P001"),
      ("New\u{A0}York", "New York"), ("New  York", "New York"), ("North ", "North"),
      ("e\u{2060}\u{301}", "é"), ("\u{85}North", "North"), ("New\u{2003}York", "new york"),
      ("18\u{2013}24", "18-24"), ("18\u{2012}24", "18\u{2014}24"), ("18 - 24", "18-24"),
      ("18\u{2212}24", "18 \u{2011} 24"), ("Site 1 2", "site 12"),
    ] {
      XCTAssertEqual(LookAlike.of(text, among: ["x", other]), other)
      XCTAssertEqual(LookAlike.of(other, among: [text, "y"]), text)
    }
  }

  func testWhatAReaderCanTellApart() {
    for (text, other) in [
      ("P001", "P002"), ("P1", "P01"), ("North", "South"), ("", "x"), ("e", "é"), ("18-24", "1824"),
      ("18-24", "18-25"), ("a-b", "a_b"), ("a--b", "a-b"),
    ] {
      XCTAssertNil(LookAlike.of(text, among: [other]))
      XCTAssertNil(LookAlike.of(other, among: [text]))
    }
  }

  func testTheSameTextIsNoLookAlikeOfAnother() {
    XCTAssertNil(LookAlike.of("North", among: ["north", "North"]))
    XCTAssertNil(LookAlike.of("North", among: ["North", "north"]))
    XCTAssertEqual(LookAlike.of("caf\u{E9}", among: ["cafe\u{301}"]), "cafe\u{301}")
    XCTAssertNil(LookAlike.of("caf\u{E9}", among: ["cafe\u{301}", "caf\u{E9}"]))
  }

  func testCharactersThatCannotBeSeen() {
    for scalar in [
      "\u{0}", "\u{1F}", "\u{7F}", "\u{9B}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{202E}",
      "\u{2066}", "\u{FEFF}", "\u{FE0F}", "\u{E0061}",
    ] as [Unicode.Scalar] {
      XCTAssertTrue(LookAlike.isInvisible(scalar), "\(scalar.value)")
    }
    for scalar in ["a", "é", "\u{301}", "参", "-", " "] as [Unicode.Scalar] {
      XCTAssertFalse(LookAlike.isInvisible(scalar), "\(scalar.value)")
    }
  }
}
