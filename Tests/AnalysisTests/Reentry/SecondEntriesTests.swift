import Records
import TestSupport
import XCTest

@testable import Analysis

final class SecondEntriesTests: XCTestCase {
  private let first = try? EntryLine.of(.record, "3 2 3")

  private func second(_ answers: String, date: String = "2026-02-04") throws -> Assessment {
    try EntryLine.of(.reenter, answers, date: date, by: "sam", minute: 5, reason: "second entry")
  }

  private func correction(
    _ answers: String, by name: String = "sam", minute: Int = 5,
    reason: String = "second entry: the paper says 2 at item 3 (was 3)"
  ) throws -> Assessment {
    try EntryLine.of(.correct, answers, by: name, minute: minute, reason: reason)
  }

  /// Each field as `field first/second/paper`.
  private func words(_ form: CheckedForm) -> [String] {
    form.fields.map { "\($0.field) \($0.first)/\($0.second)/\($0.paper)" }
  }

  func testAllThreeValuesComeFromTheLines() throws {
    let first = try XCTUnwrap(first)
    let entries = SecondEntries([first, try second("2 2 2"), try correction("3 2 2")])
    let form = try XCTUnwrap(entries.checked.first)
    XCTAssertEqual(
      words(form),
      [
        "date 2026-02-04/2026-02-04/2026-02-04", "item(1) 3/2/3", "item(2) 2/2/2",
        "item(3) 3/2/2",
      ])
    XCTAssertEqual(form.fields.filter(\.isDifferent).map(\.field), [.item(1), .item(3)])
    XCTAssertEqual(form.fields.filter(\.isErrorOfFirst).map(\.field), [.item(3)])
  }

  func testWithoutACorrectionThePaperAgreesWithTheFirstEntry() throws {
    let first = try XCTUnwrap(first)
    let entries = SecondEntries([first, try second(". 2 3", date: "2026-02-05")])
    XCTAssertEqual(
      words(entries.checked[0]),
      [
        "date 2026-02-04/2026-02-05/2026-02-04", "item(1) 3/./3", "item(2) 2/2/2", "item(3) 3/3/3",
      ])
  }

  func testATotalIsOneField() throws {
    let entries = SecondEntries([
      try EntryLine.of(.record, "=12"), try EntryLine.of(.reenter, "=21", by: "sam"),
    ])
    XCTAssertEqual(words(entries.checked[0]).dropFirst(), ["total 12/21/12"])
  }

  /// Only the correction that was written together with the second entry tells what the paper
  /// says.
  func testALaterCorrectionIsNotThePaper() throws {
    let first = try XCTUnwrap(first)
    for other in [
      try correction("3 2 2", minute: 6), try correction("3 2 2", by: "ada"),
      try correction("3 2 2", reason: "the participant called"),
    ] {
      let entries = SecondEntries([first, try second("3 2 2"), other])
      XCTAssertNil(entries.checked[0].correction)
      XCTAssertTrue(entries.isUnchecked(other), other.reason)
    }
    for same in [try correction("3 2 2"), try correction("3 2 2", reason: Erasure.removed)] {
      let entries = SecondEntries([first, try second("3 2 2"), same])
      XCTAssertEqual(entries.checked[0].correction, same, same.reason)
    }
    let twice = [try correction("3 2 2"), try correction("3 2 1")]
    let entries = SecondEntries([first, try second("3 2 2")] + twice)
    XCTAssertEqual(entries.checked[0].correction, twice[0])
    XCTAssertTrue(entries.isUnchecked(twice[1]))
  }

  func testAFormIsCheckedUntilItChanges() throws {
    let first = try XCTUnwrap(first)
    var entries = SecondEntries([first])
    XCTAssertTrue(entries.isUnchecked(first))
    entries.add(try second("3 2 2"))
    XCTAssertFalse(entries.isUnchecked(first))
    let paper = try correction("3 2 2")
    entries.add(paper)
    XCTAssertFalse(entries.isUnchecked(paper))
    entries.add(try EntryLine.of(.acknowledge, minute: 7, reason: "called"))
    XCTAssertFalse(entries.isUnchecked(paper))
    let later = try correction("3 2 1", by: "ada", minute: 8, reason: "misread")
    entries.add(later)
    XCTAssertTrue(entries.isUnchecked(later))
    XCTAssertFalse(entries.isUnchecked(first))
    entries.add(try EntryLine.of(.void, minute: 9, reason: "wrong person"))
    XCTAssertEqual(entries.counting.count, 0)
    entries.add(try EntryLine.of(.record, "1 1 1", minute: 10))
    XCTAssertEqual(entries.counting.map(\.isChecked), [false])
    XCTAssertEqual(entries.checked.count, 1)
  }

  func testASecondEntryWithoutAFirstOneIsNone() throws {
    let entries = SecondEntries([try second("3 2 2")])
    XCTAssertEqual(entries.checked.count, 0)
    XCTAssertEqual(entries.counting.count, 0)
  }

  func testTheReasonNamesWhatThePaperSays() throws {
    let first = try XCTUnwrap(first)
    func reason(_ answers: String, date: String = "2026-02-04") throws -> String {
      CheckedForm.reason(correcting: first, to: try EntryLine.of(.correct, answers, date: date))
    }
    XCTAssertEqual(try reason("3 2 2"), "second entry: the paper says 2 at item 3 (was 3)")
    XCTAssertEqual(
      try reason(". 1 3", date: "2026-02-05"),
      "second entry: the paper says the date 2026-02-05 (was 2026-02-04), no answer at item 1"
        + " (was 3) and 1 at item 2 (was 2)")
    XCTAssertEqual(
      CheckedForm.reason(
        correcting: try EntryLine.of(.record, "=12"), to: try EntryLine.of(.correct, "=21")),
      "second entry: the paper says the total 21 (was 12)")
  }
}
