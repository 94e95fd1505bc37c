import Text
import XCTest

final class JSONValueTests: XCTestCase {
  func testWhatIsUndefinedIsNull() {
    XCTAssertEqual(JSONValue.optional(7.5), .number(7.5))
    XCTAssertEqual(JSONValue.optional(Double?.none), .null)
    XCTAssertEqual(JSONValue.optional(Double.nan), .null)
    XCTAssertEqual(JSONValue.optional(-Double.infinity), .null)
    XCTAssertEqual(JSONValue.optional("x"), .string("x"))
    XCTAssertEqual(JSONValue.optional(String?.none), .null)
  }

  func testWholeNumbersAreNumbers() {
    XCTAssertEqual(JSONValue.integer(-3), .number(-3))
  }

  func testMembersKeepTheirOrder() {
    XCTAssertEqual(
      JSONValue.object(["b": .null, "a": .bool(true)]),
      .object([JSONMember("b", .null), JSONMember("a", .bool(true))]))
  }

  func testKindsAsAMessageNamesThem() {
    let values: [JSONValue] = [
      .null, .bool(true), .number(1), .string(""), .array([]), .object([]),
    ]
    XCTAssertEqual(
      values.map(\.kind), ["null", "true or false", "a number", "text", "a list", "an object"])
  }
}
