import Text
import XCTest

final class JSONObjectReaderTests: XCTestCase {
  private enum Color: String, CaseIterable { case red, green }

  func testValuesOfEveryKind() {
    var reader = JSONObjectReader(
      .object([
        "text": .string("x"), "number": .number(1.5), "whole": .integer(3), "flag": .bool(true),
        "color": .string("green"), "texts": .array([.string("a"), .string("b")]),
        "numbers": .array([.number(1.5)]), "inner": .object(["day": .integer(30)]),
        "list": .array([.object(["day": .integer(1)]), .object(["day": .integer(2)])]),
      ]), file: "x.json")
    XCTAssertEqual(reader.string("text"), "x")
    XCTAssertEqual(reader.optionalString("text"), "x")
    XCTAssertEqual(reader.number("number"), 1.5)
    XCTAssertEqual(reader.optionalNumber("number"), 1.5)
    XCTAssertEqual(reader.integer("whole"), 3)
    XCTAssertEqual(reader.optionalInteger("whole"), 3)
    XCTAssertEqual(reader.optionalBool("flag"), true)
    XCTAssertEqual(reader.choice("color", Color.self), .green)
    XCTAssertEqual(reader.strings("texts"), ["a", "b"])
    XCTAssertEqual(reader.optionalNumbers("numbers"), [1.5])
    XCTAssertEqual(reader.object("inner") { $0.integer("day") }, 30)
    XCTAssertEqual(reader.objects("list") { $0.integer("day") }, [1, 2])
    reader.finish()
    XCTAssertEqual(reader.problems, [])
  }

  func testMissingAndNullValues() {
    var reader = JSONObjectReader(.object(["null": .null]), file: "x.json")
    for key in ["null", "missing"] {
      XCTAssertNil(reader.value(key))
      XCTAssertNil(reader.optionalString(key))
      XCTAssertNil(reader.optionalNumber(key))
      XCTAssertNil(reader.optionalInteger(key))
      XCTAssertNil(reader.optionalBool(key))
      XCTAssertNil(reader.choice(key, Color.self))
      XCTAssertNil(reader.optionalNumbers(key))
      XCTAssertEqual(reader.strings(key), [])
      XCTAssertNil(reader.object(key) { _ in 1 })
      XCTAssertEqual(reader.objects(key) { _ in 1 }, [])
    }
    XCTAssertEqual(reader.problems, [])
    XCTAssertEqual(reader.string("name"), "")
    XCTAssertEqual(reader.number("rate"), 0)
    XCTAssertEqual(reader.integer("null"), 0)
    XCTAssertEqual(
      reader.problems.map(\.text),
      [
        "x.json: name: “name” is missing: expected text",
        "x.json: rate: “rate” is missing: expected a number",
        "x.json: null: “null” is missing: expected a whole number",
      ])
  }

  func testEveryProblemIsCollectedInTheOrderOfReading() {
    var reader = JSONObjectReader(
      .object([
        "name": .integer(1), "rate": .string("x"), "day": .number(1.5), "empty": .string(""),
        "flag": .string("yes"), "color": .string("grene"), "other": .string("purple"),
        "texts": .array([.string("a"), .integer(1)]), "numbers": .array([.string("a")]),
        "list": .string("x"), "tehts": .null,
      ]), file: "x.json")
    _ = reader.string("name")
    _ = reader.number("rate")
    _ = reader.integer("day")
    _ = reader.string("empty")
    _ = reader.optionalBool("flag")
    _ = reader.choice("color", Color.self)
    _ = reader.choice("other", Color.self)
    _ = reader.strings("texts")
    _ = reader.optionalNumbers("numbers")
    _ = reader.objects("list") { _ in 1 }
    reader.report("must be later", at: "day", remedy: "wait")
    reader.finish()
    XCTAssertEqual(
      reader.problems.map(\.text),
      [
        "x.json: name: expected text, found a number",
        "x.json: rate: expected a number, found text",
        "x.json: day: expected a whole number, found a number",
        "x.json: empty: must not be empty",
        "x.json: flag: expected true or false, found text",
        "x.json: color: “grene” is not a valid value\n  did you mean “green”?",
        "x.json: other: “purple” is not a valid value\n  allowed: red, green",
        "x.json: texts: expected a list of text values, found a list",
        "x.json: numbers: expected a list of numbers, found a list",
        "x.json: list: expected a list of objects, found text",
        "x.json: day: must be later\n  wait",
        "x.json: tehts: unknown key “tehts”\n  did you mean “texts”?",
      ])
  }

  func testAnUnknownKeyListsEachKnownKeyOnce() {
    var reader = JSONObjectReader(.object(["surprise": .integer(1)]), file: "x.json")
    _ = reader.optionalString("name")
    _ = reader.string("day")
    reader.finish()
    XCTAssertEqual(
      reader.problems.last?.text,
      "x.json: surprise: unknown key “surprise”\n  known keys: name, day")
  }

  func testProblemsInsideCarryTheWholePath() {
    var reader = JSONObjectReader(
      .object([
        "list": .array([
          .object(["day": .integer(1)]), .object(["inner": .object(["dya": .integer(1)])]),
          .integer(3),
        ])
      ]), file: "x.json", keyPath: "program")
    let days = reader.objects("list") { item in
      item.object("inner") { $0.optionalInteger("day") ?? -1 } ?? item.optionalInteger("day") ?? 0
    }
    XCTAssertEqual(days, [1, -1, 0])
    XCTAssertEqual(
      reader.problems.map(\.text),
      [
        """
        x.json: program.list[1].inner.dya: unknown key “dya”
          did you mean “day”?
        """,
        "x.json: program.list[2]: expected an object, found a number",
      ])
  }

  func testWhatIsNoObjectIsAProblem() {
    let reader = JSONObjectReader(.array([]), file: "x.json")
    XCTAssertEqual(reader.problems.map(\.text), ["x.json: expected an object, found a list"])
  }
}
