import XCTest

@testable import Arguments

final class ArgumentTokenTests: XCTestCase {
  func testADashMakesAFlagOnlyBeforeALetter() {
    let expectations: [(String, ArgumentToken)] = [
      ("P001", .word), ("", .word), ("-", .word), ("---", .word), ("-1", .word), ("-.5", .word),
      ("--1", .word), ("-- moved", .word), ("a-b", .word), ("---raw", .word),
      ("--", .endOfFlags),
      ("--raw", .flag("--raw", attachedValue: nil)),
      ("--by=site", .flag("--by", attachedValue: "site")),
      ("--set=a=b", .flag("--set", attachedValue: "a=b")),
      ("--by=", .flag("--by", attachedValue: "")),
      ("-o", .flag("-o", attachedValue: nil)),
      ("-oFILE", .flag("-o", attachedValue: "FILE")),
      ("-o=FILE", .flag("-o", attachedValue: "FILE")),
      ("-o=", .flag("-o", attachedValue: "")),
    ]
    for (argument, token) in expectations {
      XCTAssertEqual(ArgumentToken(argument), token, argument)
    }
  }

  func testListElements() {
    let expectations = [
      ("2", "2"), (".", "."), ("2,", "2"), ("-1", "-1"), ("1.5", "1.5"), ("", nil), (",", nil),
      ("-", nil), ("2,1", nil), ("2026-01-01", nil), ("P1", nil), ("٣", nil),
    ]
    for (argument, element) in expectations {
      XCTAssertEqual(ArgumentToken.listElement(argument), element, argument)
    }
  }
}
