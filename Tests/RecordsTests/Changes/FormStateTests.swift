import Records
import TestSupport
import Text
import XCTest

/// What stands is brought to another place, with its alerts.
final class FormStateTests: XCTestCase {
  func testAHarmlessFormIsOneLineInEachPlace() throws {
    var bench = try FormBench()
    try bench.add(.record, 0)
    let (there, here) = try transferred(&bench)
    XCTAssertEqual(there.map(\.action), [.record])
    XCTAssertEqual(here.map(\.action), [.void])
    XCTAssertEqual(there[0].answers, bench.lines[0].answers)
    XCTAssertEqual(there[0].date, bench.lines[0].date)
    XCTAssertEqual(there[0].participant.rawValue, "P2")
    XCTAssertEqual(Set((there + here).map(\.reason)), ["renamed P1 to P2: mistyped"])
    XCTAssertNil(here[0].answers)
    XCTAssertNil(here[0].score)
  }

  func testAnOpenAlertIsRaisedThereAndSettledHere() throws {
    var bench = try FormBench()
    try bench.add(.record, 2)
    let (there, here) = try transferred(&bench)
    XCTAssertEqual(there.map(\.action), [.record])
    XCTAssertEqual(here.map(\.action), [.void, .acknowledge])
    XCTAssertEqual(FormState(there, bench.instrument).alerts.open.map(\.code), [2])
    XCTAssertTrue(FormState(bench.lines + here, bench.instrument).isEmpty)
  }

  func testAnAcknowledgmentGoesAlongWithWhoGaveIt() throws {
    var bench = try FormBench()
    try bench.add(.record, 2)
    try bench.add(.acknowledge, reason: "supervisor called")
    let (there, here) = try transferred(&bench)
    XCTAssertEqual(there.map(\.action), [.record, .acknowledge])
    XCTAssertEqual(
      there[1].reason, "renamed P1 to P2: acknowledged by ada: supervisor called")
    XCTAssertEqual(here.map(\.action), [.void])
    XCTAssertTrue(FormState(there, bench.instrument).isAcknowledged)
    // Renamed once more, it names the first person still.
    bench.add(there)
    let again = FormState(there, bench.instrument).entering(
      try place("P3"), FormState([], bench.instrument), bench.stamp("renamed P2 to P3"))
    XCTAssertEqual(
      again[1].reason, "renamed P2 to P3: acknowledged by ada: supervisor called")
  }

  /// The answer that needed attention is not in the latest entry: it was left out, or corrected.
  func testAnAlertOfAnEarlierAnswerGoesAlong() throws {
    for later in [nil, 0] {
      var bench = try FormBench()
      try bench.add(.record, 3)
      try bench.add(.correct, later)
      let (there, here) = try transferred(&bench)
      XCTAssertEqual(there.map(\.action), [.record, .correct])
      XCTAssertEqual(there.map(\.answers), bench.lines.map(\.answers))
      let new = FormState(there, bench.instrument)
      XCTAssertEqual(new.alerts.open.map(\.code), [3])
      XCTAssertEqual(new.alerts.open.map(\.basis), bench.state.alerts.open.map(\.basis))
      XCTAssertTrue(FormState(bench.lines + here, bench.instrument).isEmpty)
    }
  }

  func testASkipGoesAlongWithItsReason() throws {
    var bench = try FormBench()
    try bench.add(.skip, reason: "declined by phone")
    let (there, here) = try transferred(&bench)
    XCTAssertEqual(there.map(\.action), [.skip])
    XCTAssertEqual(there[0].reason, "renamed P1 to P2: declined by phone")
    XCTAssertEqual(here.map(\.action), [.void])
    XCTAssertEqual(FormState(bench.lines + here, bench.instrument).skip, nil)
  }

  func testAnAcknowledgmentSettlesNoAlertOfTheOtherPlace() throws {
    var bench = try FormBench()
    try bench.add(.record, 2)
    try bench.add(.acknowledge)
    var other = try FormBench()
    try other.add(.record, 1, "P2")
    try other.add(.void, nil, "P2")
    let there = bench.state.entering(
      try place("P2"), other.state, bench.stamp("renamed P1 to P2"))
    XCTAssertEqual(there.map(\.action), [.record])
    XCTAssertEqual(FormState(other.lines + there, bench.instrument).alerts.open.map(\.code), [2])
  }

  /// Each pair is what was, and the line that is taken back; then what the way back is made of.
  func testTheWayBackFromEachLine() throws {
    typealias Step = (action: AssessmentAction, item9: Int?)
    let cases: [(before: [Step], line: Step, back: [AssessmentAction], openAfter: [Int])] = [
      ([], (.record, 0), [.void], []), ([], (.record, 2), [.void], [2]),
      ([(.record, 0)], (.correct, 1), [.correct], [1]),
      ([(.record, 1)], (.correct, 0), [.correct], [1]),
      ([(.record, 0)], (.void, nil), [.record], []),
      ([(.record, 1)], (.void, nil), [.record], [1]),
      ([(.record, 1)], (.acknowledge, nil), [.void, .record], [1]),
      ([(.record, 1), (.acknowledge, nil)], (.void, nil), [.record, .acknowledge], []),
      ([(.record, 1), (.acknowledge, nil)], (.correct, 0), [.correct, .acknowledge], []),
      ([(.record, 1), (.correct, 0)], (.acknowledge, nil), [.void, .record, .correct], [1]),
      ([], (.skip, nil), [.void], []), ([(.skip, nil)], (.record, 0), [.void, .skip], []),
      ([(.record, 1), (.void, nil)], (.record, 0), [.void], [1]),
      ([(.record, nil)], (.acknowledge, nil), [.void, .record], []),
      ([(.record, 0)], (.reenter, 0), [], []),
    ]
    for (before, line, back, open) in cases {
      var bench = try FormBench()
      for step in before { try bench.add(step.action, step.item9) }
      let former = bench.state
      try bench.add(line.action, line.item9)
      let lines = bench.state.returning(
        to: former, bench.stamp("took back"), settlesAlerts: false)
      XCTAssertEqual(lines.map(\.action), back, "\(before) \(line)")
      bench.add(lines)
      let found = bench.state
      XCTAssertEqual(found.alerts.open.map(\.code), open, "\(before) \(line)")
      XCTAssertEqual(found.alerts.unknown.map(\.item), former.alerts.unknown.map(\.item))
      XCTAssertEqual(found.assessment?.answers, former.assessment?.answers)
      XCTAssertEqual(found.assessment == nil, former.assessment == nil)
      XCTAssertEqual(found.skip == nil, former.skip == nil)
      XCTAssertEqual(found.isAcknowledged, former.isAcknowledged, "\(before) \(line)")
    }
  }

  /// The lines in the new place and in the old one.
  private func transferred(
    _ bench: inout FormBench
  ) throws -> (there: [Assessment], here: [Assessment]) {
    let stamp = bench.stamp("renamed P1 to P2", reason: "mistyped")
    return (
      bench.state.entering(try place("P2"), FormState([], bench.instrument), stamp),
      bench.state.leaving(stamp, settlesAlerts: true)
    )
  }

  private func place(_ name: String) throws -> FormPlace {
    FormPlace(
      participant: try SampleProgram.participant(name),
      timepoint: try SampleProgram.timepoint("day30"))
  }
}
