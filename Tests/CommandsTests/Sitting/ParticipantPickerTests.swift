import Records
import TestSupport
import XCTest

@testable import Commands

final class ParticipantPickerTests: XCTestCase {
  private func picker(_ people: [(id: String, attributes: [String])]) throws -> ParticipantPicker {
    ParticipantPicker(
      "Riverside",
      try people.map { id, attributes in
        ParticipantPicker.Candidate(
          id: try SampleProgram.participant(id), attributes: attributes, lastRecord: nil, due: "",
          isDue: false)
      }, today: try SampleProgram.date("2026-02-03"))
  }

  private func ids(_ picker: ParticipantPicker, after keys: String) -> [String] {
    var picker = picker
    for key in keys { _ = picker.press(.character(key)) }
    return picker.matching.map(\.id.rawValue)
  }

  func testTheListNarrows() throws {
    let picker = try picker([
      ("P031", ["North"]), ("P003", ["South End", "18-29"]), ("P1003", ["North", "18-29"]),
    ])
    XCTAssertEqual(ids(picker, after: ""), ["P031", "P003", "P1003"])
    XCTAssertEqual(ids(picker, after: "003"), ["P003", "P1003"])
    XCTAssertEqual(ids(picker, after: "p003"), ["P003"])
    XCTAssertEqual(ids(picker, after: "end"), ["P003"])
    XCTAssertEqual(ids(picker, after: "orth"), [])
    XCTAssertEqual(ids(picker, after: "18 nor"), ["P1003"])
  }

  func testAnIdThatIsTypedWholeComesFirst() throws {
    let picker = try picker([("P10", []), ("P100", []), ("P1", [])])
    XCTAssertEqual(ids(picker, after: "P1"), ["P1", "P10", "P100"])
  }

  func testQLeavesUnlessAnIdHasOne() throws {
    var usual = try picker([("P1", [])])
    XCTAssertEqual(usual.press(.character("q")), .leaves)
    var other = try picker([("P1", []), ("Q1", [])])
    XCTAssertEqual(other.press(.character("q")), .stays)
    XCTAssertEqual(other.press(.enter), .takes(try SampleProgram.participant("Q1")))
    XCTAssertEqual(other.press(.line("q")), .takes(try SampleProgram.participant("Q1")))
    XCTAssertEqual(other.press(.interrupt), .leaves)
  }

  /// An Enter after the letter that left a participant does not take the next one.
  func testAnEnterAfterALetterTakesNobody() throws {
    var picker = ParticipantPicker(
      "Riverside",
      [
        ParticipantPicker.Candidate(
          id: try SampleProgram.participant("P1"), attributes: [], lastRecord: nil, due: "",
          isDue: false)
      ], today: try SampleProgram.date("2026-02-03"), afterLeaving: true)
    XCTAssertEqual(picker.press(.enter), .stays)
    XCTAssertEqual(picker.press(.enter), .takes(try SampleProgram.participant("P1")))
    for key in [Key.character("?"), .enter] { XCTAssertEqual(picker.press(key), .stays) }
    XCTAssertEqual(picker.press(.enter), .takes(try SampleProgram.participant("P1")))
    _ = picker.press(.character("?"))
    XCTAssertEqual(picker.press(.interrupt), .leaves)
  }

  /// In a narrow window, nothing of a candidate is cut, and the screen still fits.
  func testNothingIsCut() throws {
    let picker = try picker(
      (1...30).map { ("P\($0)", ["The community center on the North side of the river", "18-29"]) })
    for size in [(40, 24), (60, 24), (60, 14), (80, 24)] {
      let size = Terminal.Size(columns: size.0, rows: size.1)
      let screen = picker.screen(size)
      XCTAssertLessThanOrEqual(screen.height(in: size), size.rows, "\(size)")
      let text = screen.lines.flatMap { $0.rows(in: size) }.joined(separator: " ").split(
        separator: " "
      )
      .joined(separator: " ")
      XCTAssertTrue(
        text.contains("> P1 The community center on the North side of the river 18-29 no forms"),
        text)
      XCTAssertTrue(text.contains("more: keep typing"), text)
    }
  }

  func testTheMarkMoves() throws {
    var picker = try picker([("P1", []), ("P2", [])])
    for key in [Key.up, .down, .down] { XCTAssertEqual(picker.press(key), .stays) }
    XCTAssertEqual(picker.press(.enter), .takes(try SampleProgram.participant("P2")))
    _ = picker.press(.character("x"))
    XCTAssertEqual(picker.press(.enter), .stays)
    XCTAssertEqual(picker.press(.escape), .stays)
    XCTAssertEqual(picker.press(.enter), .takes(try SampleProgram.participant("P1")))
  }
}
