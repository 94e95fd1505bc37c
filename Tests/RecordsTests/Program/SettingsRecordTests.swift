import Instruments
import TestSupport
import Text
import XCTest

@testable import Records

final class SettingsRecordTests: XCTestCase {
  func testWhatIsRecordedComesBack() throws {
    let program = try SampleProgram.program()
    let changes = SettingsRecord().changes(to: SettingsRecord(program))
    let entry = try XCTUnwrap(
      SettingsEntry(text: SettingsEntry(reason: "made, “so”", changes: changes).text))
    XCTAssertEqual(entry.reason, "made, “so”")
    var record = SettingsRecord()
    record.apply(entry.changes)
    XCTAssertTrue(record.has(program.settings))
    XCTAssertEqual(try record.program(now: program.settings).settings, program.settings)
  }

  func testAnEntryHoldsNoControlCharacter() throws {
    let change = SettingsChange(
      document: "program.json", key: "attention", old: nil, new: .string("one\ntwo\u{7}"))
    let text = SettingsEntry(reason: "", changes: [change]).text
    XCTAssertFalse(text.utf8.contains { $0 < 0x20 })
    XCTAssertEqual(SettingsEntry(text: text)?.changes, [change])
  }

  func testNothingElseIsAnEntry() {
    for text in ["", "accepted line 2, 00ff: no", "{}x", #"{"changes": [{"in": 3}]}"#] {
      XCTAssertNil(SettingsEntry(text: text), text)
    }
  }

  func testTheOrderOfKeysIsNoChange() throws {
    func record(_ value: JSONValue) -> SettingsRecord {
      var record = SettingsRecord()
      record.apply([
        SettingsChange(document: "program.json", key: "savings", old: nil, new: value)
      ])
      return record
    }
    let left = record(.object(["rate": .number(1), "currency": .string("USD")]))
    let right = record(.object(["currency": .string("USD"), "rate": .number(1)]))
    XCTAssertEqual(left.changes(to: right), [])
    let other = record(.object(["currency": .string("EUR"), "rate": .number(1)]))
    XCTAssertEqual(
      left.changes(to: other).flatMap(\.differencesInWords),
      ["savings.currency: “USD” → “EUR”"])
  }

  func testAttributesAddedLaterAreKnownAsSuch() throws {
    let then = try SampleProgram.program()
    var record = SettingsRecord()
    record.apply(SettingsRecord().changes(to: SettingsRecord(then)))
    var now = then.settings
    now.attributes.append("language")
    let settings = try record.program(now: now).settings
    XCTAssertEqual(settings.attributes, then.settings.attributes)
    XCTAssertEqual(settings.laterAttributes, ["language"])
    XCTAssertEqual(StoreSchema.participants(settings), StoreSchema.participants(now))
  }

  func testAListWhosePartsHaveNamesIsToldPartByPart() {
    func timepoint(_ id: String, _ day: Double) -> JSONValue {
      .object(["id": .string(id), "day": .number(day)])
    }
    let change = SettingsChange(
      document: "program.json", key: "timepoints",
      old: .array([timepoint("baseline", 0), timepoint("day90", 90), timepoint("day120", 120)]),
      new: .array([timepoint("baseline", 0), timepoint("day60", 60), timepoint("day90", 80)]))
    XCTAssertEqual(
      change.differences.map(\.path),
      ["timepoints.day90.day", "timepoints.day120", "timepoints.day60"])
    let swapped = SettingsChange(
      document: "program.json", key: "timepoints",
      old: .array([timepoint("baseline", 0), timepoint("day90", 90)]),
      new: .array([timepoint("day90", 90), timepoint("baseline", 0)]))
    XCTAssertEqual(swapped.differences.map(\.path), ["timepoints"])
  }
}
