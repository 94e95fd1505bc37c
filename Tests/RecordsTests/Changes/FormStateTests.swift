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

  /// The answer is as old as it was: the alert is open since it was first recorded.
  func testAnAlertStaysOpenSinceItWasFirstRecorded() throws {
    let ways: [(steps: [(AssessmentAction, Int?)], since: Int)] = [
      ([(.record, 2)], 0), ([(.record, nil)], 0), ([(.record, 0), (.correct, 2)], 1),
      ([(.record, 2), (.correct, 3)], 0), ([(.record, 2), (.correct, 0)], 0),
      ([(.record, 2), (.void, nil), (.record, 2)], 0),
      ([(.record, 2), (.acknowledge, nil), (.correct, 3)], 2),
    ]
    for (steps, since) in ways {
      var bench = try FormBench()
      for (action, item9) in steps { try bench.add(action, item9) }
      let first = bench.lines[since].recordedAt
      XCTAssertEqual(bench.state.alerts.waitingSince, [first], "\(steps)")
      // Renamed twice, it is still as old.
      for (old, new) in [("P1", "P2"), ("P2", "P3")] {
        let lines = bench.state.entering(
          try place(new), FormState([], bench.instrument), bench.stamp("renamed \(old) to \(new)"))
        XCTAssertEqual(
          FormState(lines, bench.instrument).alerts.waitingSince, [first], "\(steps)")
        bench.replaceLines(with: lines)
      }
    }
  }

  /// The alert was settled before it is raised again: by another person's form, or an undo.
  func testAnAlertThatOpensAgainIsAsOldAsItsAnswer() throws {
    var bench = try FormBench()
    let record = try bench.add(.record, 2)
    let former = bench.state
    try bench.add(.acknowledge)
    let moved = bench.state.entering(
      try place("P2"), FormState([], bench.instrument),
      bench.stamp("moved from P1 day30 to P2 day30"),
      isSamePerson: false)
    XCTAssertEqual(moved.map(\.action), [.record])
    XCTAssertEqual(
      FormState(moved, bench.instrument).alerts.waitingSince, [record.recordedAt])
    bench.add(
      bench.state.returning(
        to: former, bench.stamp("took back the entry of \(record.recordedAt)"),
        settlesAlerts: false))
    XCTAssertEqual(bench.state.alerts.waitingSince, [record.recordedAt])
    // A correction gave the answer, and is taken back: it is unknown since it was left out.
    bench = try FormBench()
    let total = try bench.add(.record, nil)
    try bench.add(.correct, nil)
    let unknown = bench.state
    try bench.add(.correct, 0)
    bench.add(
      bench.state.returning(
        to: unknown, bench.stamp("took back the entry of \(total.recordedAt)"),
        settlesAlerts: false))
    XCTAssertEqual(bench.state.alerts.waitingSince, [total.recordedAt])
  }

  /// A person's own words are not the program's.
  func testTheMomentInAReasonOfAPersonIsNotBelieved() throws {
    let (moment, earlier) = ("2026-05-01T00:00:00Z", "first recorded at 2026-05-01T00:00:00Z")
    let cases = [
      ("\(earlier): as said", nil), ("it was \(earlier): as said", nil),
      ("renamed P1 to P2: mistyped", nil), ("renamed P1 to P2: \(earlier): mistyped", moment),
      ("took back the entry of \(moment): \(earlier): renamed P1 to P2: mistyped", moment),
      ("renamed P1 to P2: first recorded at once: mistyped", nil),
      ("[erased]: \(earlier): [erased]", moment), ("[erased]", nil), ("", nil),
    ]
    for (reason, expected) in cases {
      XCTAssertEqual(EntryStamp.firstRecorded(reason)?.description, expected, reason)
      var bench = try FormBench()
      var line = try bench.add(.record, 2)
      line.reason = reason
      XCTAssertEqual(line.firstRecordedAt.description, expected ?? line.recordedAt.description)
      // What an erasure leaves of it says the same.
      XCTAssertEqual(
        EntryStamp.firstRecorded(EntryStamp.erased(reason))?.description, expected, reason)
    }
    // A moment after the line itself is an error of somebody's.
    var bench = try FormBench()
    var line = try bench.add(.record, 2)
    line.reason = "renamed P1 to P2: first recorded at 2099-01-01T00:00:00Z: mistyped"
    XCTAssertEqual(line.firstRecordedAt, line.recordedAt)
  }

  func testACorrectedFormStaysMarkedAsCorrected() throws {
    typealias Step = (action: AssessmentAction, item9: Int?)
    let cases: [(steps: [Step], there: [AssessmentAction])] = [
      ([(.record, 0), (.correct, 0)], [.record, .correct]),
      ([(.record, 0), (.correct, 0), (.correct, 0)], [.record, .correct]),
      ([(.record, 0), (.correct, 0), (.void, nil), (.record, 0)], [.record]),
      ([(.record, 2), (.correct, 2), (.acknowledge, nil)], [.record, .correct, .acknowledge]),
      // With the record alone, an alert would be open that somebody has acknowledged.
      ([(.record, 2), (.acknowledge, nil), (.correct, 0)], [.record, .acknowledge, .correct]),
    ]
    for (steps, expected) in cases {
      var bench = try FormBench()
      for step in steps { try bench.add(step.action, step.item9) }
      let before = bench.state
      let (there, _) = try transferred(&bench)
      XCTAssertEqual(there.map(\.action), expected)
      let new = FormState(there, bench.instrument)
      XCTAssertEqual(new.assessment?.action, before.assessment?.action)
      XCTAssertEqual(new.alerts.waitingSince, before.alerts.waitingSince)
      // Voided by mistake, and brought back.
      try bench.add(.void, nil)
      let lines = bench.state.returning(
        to: before, bench.stamp("took back the entry of T"), settlesAlerts: false)
      bench.add(lines)
      XCTAssertEqual(bench.state.assessment?.action, before.assessment?.action, "\(steps)")
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
        to: former, bench.stamp("took back the entry of T"), settlesAlerts: false)
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

extension AlertState {
  /// The moments since when an alert is open or an item not known.
  fileprivate var waitingSince: [Timestamp] { open.map(\.since) + unknown.map(\.since) }
}
