import XCTest

@testable import Commands

final class SimilarValueQuestionTests: XCTestCase {
  private func existing(_ typed: String, among known: String...) -> String? {
    SimilarValueQuestion(typed, of: "site", among: known)?.existing
  }

  func testOneCharacterAway() {
    XCTAssertEqual(existing("Nroth", among: "South", "North"), "North")
    XCTAssertEqual(existing("Norht", among: "North"), "North")
    XCTAssertEqual(existing("Nort", among: "North"), "North")
    XCTAssertEqual(existing("Northh", among: "North"), "North")
    XCTAssertEqual(existing("Morth", among: "North"), "North")
  }

  func testWhatNeedsNoQuestion() {
    XCTAssertNil(existing("North", among: "North", "Nort"))
    XCTAssertNil(existing("South", among: "North"))
    XCTAssertNil(existing("Eas", among: "East"))
    XCTAssertNil(existing("18-29", among: "19-29"))
    XCTAssertNil(existing("Site 12", among: "Site 13", "Site 1"))
  }
}
