import Instruments
import TestSupport
import XCTest

@testable import Commands

final class FormEntryTests: XCTestCase {
  private func typed(_ keys: String, _ instrument: Instrument) -> FormEntry {
    var form = FormEntry(instrument)
    for key in keys { _ = form.press(key == "\n" ? .enter : .character(key)) }
    return form
  }

  func testOneKeyAResponse() {
    let form = typed("2.3", BuiltInInstruments.ucla3)
    XCTAssertEqual(form.place, .review)
    XCTAssertEqual(form.content, .answers([2, nil, 3]))
  }

  func testNumbersEndWithEnter() {
    let form = typed("4\n30\n", BuiltInInstruments.healthyDays)
    XCTAssertEqual(form.content, .answers([4, 30]))
    XCTAssertEqual(typed("31\n", BuiltInInstruments.healthyDays).place, .item(0))
    XCTAssertEqual(typed("31\n3\n", BuiltInInstruments.healthyDays).codes, [3, nil])
    // Pain from 0 to 10 among items of one digit.
    XCTAssertEqual(
      typed("3510\n2", BuiltInInstruments.promisPhysicalHealth).content,
      .answers([3, 5, 10, 2]))
  }

  func testACodeThatIsNotAllowedIsNotTaken() {
    for key in ["0", "4", "x", "٢", " "] {
      let form = typed(key, BuiltInInstruments.ucla3)
      XCTAssertEqual(form.place, .item(0), key)
      XCTAssertFalse(form.message.isEmpty, key)
    }
  }

  func testCtrlCLeavesAnExplanationToo() {
    var form = typed("1?", BuiltInInstruments.ucla3)
    XCTAssertTrue(form.isExplaining)
    XCTAssertEqual(form.press(.interrupt), .leaves)
  }

  /// A date that is typed one question too late; going back begins anew.
  func testTheFirstDigitsAreKept() {
    XCTAssertEqual(typed("2026110", BuiltInInstruments.phq9).firstDigits, "2026110")
    XCTAssertEqual(typed("2026110112", BuiltInInstruments.phq9).firstDigits, "20261101")
    XCTAssertEqual(typed("202<6", BuiltInInstruments.phq9).firstDigits, "6")
  }

  func testGoingBackKeepsWhatWasTyped() {
    var form = typed("12", BuiltInInstruments.ucla3)
    for key in [Key.left, .character("<")] { XCTAssertEqual(form.press(key), .stays) }
    XCTAssertEqual(form.place, .item(0))
    XCTAssertEqual(form.press(.backspace), .goesBack)
    XCTAssertEqual(form.codes, [1, 2, nil])
    for key in [Key.enter, .right, .character("3")] { _ = form.press(key) }
    XCTAssertEqual(form.content, .answers([1, 2, 3]))
  }

  func testATotalIsEnteredInPlaceOfAnswers() {
    var form = typed("1t28\n", BuiltInInstruments.phq9)
    XCTAssertEqual(form.place, .total)
    XCTAssertEqual(form.message, ["28 is outside the range of PHQ-9", "0 to 27"])
    form = typed("1t2\n", BuiltInInstruments.phq9)
    XCTAssertEqual(form.content, .total(2))
    XCTAssertEqual(form.press(.enter), .saves)
    for key in [Key.left, .left] { _ = form.press(key) }
    XCTAssertEqual(form.place, .item(0))
    XCTAssertNil(form.content)
  }

  func testLeaving() {
    for key in [Key.character("q"), .interrupt, .end, .line(" q ")] {
      var form = typed("1", BuiltInInstruments.ucla3)
      XCTAssertEqual(form.press(key), .leaves)
      XCTAssertTrue(form.isBegun)
    }
    XCTAssertFalse(FormEntry(BuiltInInstruments.ucla3).isBegun)
  }

  /// Whatever is typed, a form that can be saved is valid, and a screen can be shown.
  func testEveryFormThatCanBeSavedIsValid() {
    var generator = TestSupport.SeededGenerator(seed: 12)
    let keys: [Key] =
      "0123456789.<?t-xn".map(Key.character)
      + [.enter, .enter, .left, .right, .backspace, .up, .escape, .line("3"), .line("")]
    var saves = 0
    for instrument in BuiltInInstruments.all {
      var form = FormEntry(instrument)
      for _ in 0..<(Fixtures.areSearchesLong ? 20_000 : 600) {
        let key = keys.randomElement(using: &generator) ?? .enter
        let outcome: FormEntry.Outcome = form.press(key)
        XCTAssertNotEqual(outcome, .leaves)
        if form.place == .review { XCTAssertNotNil(form.content, instrument.name) }
        switch form.content {
        case .answers(let answers): XCTAssertEqual(instrument.validate(answers: answers), [])
        case .total(let total): XCTAssertEqual(instrument.validate(score: total), [])
        case nil: XCTAssertNotEqual(outcome, .saves)
        }
        let size = Terminal.Size(columns: 60, rows: 18)
        XCTAssertFalse(form.screen("", notes: [], size).prompt.isEmpty)
        if outcome == .saves {
          saves += 1
          form = FormEntry(instrument)
        }
      }
    }
    XCTAssertGreaterThan(saves, 10)
  }
}
