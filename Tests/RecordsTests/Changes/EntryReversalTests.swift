import Instruments
import Records
import TestSupport
import Text
import XCTest

/// Whatever was entered, the way back leads to what stood before, and back again.
final class EntryReversalTests: XCTestCase {
  func testRandomEntriesAreTakenBackAndBroughtBack() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<(Fixtures.areSearchesLong ? 5_000 : 300) {
      var desk = try Desk()
      for _ in 0..<(4 + generator.number(below: 12)) { _ = try desk.enterOneForm(&generator) }
      let before = desk.states
      let entry =
        generator.number(below: 3) == 0 ? try desk.rename() : try desk.enterOneForm(&generator)
      let after = desk.states
      guard let back = try desk.takeBack(entry) else { continue }
      check(desk.states, before, of: entry)
      guard let again = try desk.takeBack(back) else { continue }
      check(desk.states, after, of: back)
      _ = again
    }
  }

  private func check(_ found: [String: FormState], _ expected: [String: FormState], of entry: Entry)
  {
    for (key, state) in expected {
      let (now, words) = (found[key], "\(key) after \(entry.assessments.map(\.action))")
      XCTAssertEqual(now?.assessment?.answers, state.assessment?.answers, words)
      XCTAssertEqual(now?.assessment == nil, state.assessment == nil, words)
      XCTAssertEqual(now?.skip == nil, state.skip == nil, words)
      let open = Set(now?.alerts.open.map(\.item) ?? [])
      XCTAssertTrue(open.isSuperset(of: state.alerts.open.map(\.item)), "lost: \(words)")
      for alert in state.alerts.open {
        XCTAssertEqual(
          now?.alerts.open.first { $0.item == alert.item }?.since, alert.since, "age of \(words)")
      }
      // An item that is not known again may have an alert of the answer that was taken back.
      for item in state.alerts.unknown where !open.contains(item.item) {
        XCTAssertEqual(
          now?.alerts.unknown.first { $0.item == item.item }?.since, item.since, "age of \(words)")
      }
      let added = now?.alerts.open.filter { alert in
        !state.alerts.open.contains { $0.item == alert.item }
      }
      // An alert that the entry raised stays open, and says that the answer no longer stands.
      XCTAssertTrue(added?.allSatisfy { $0.basis != .current } != false, words)
    }
  }

  func testWhatSomebodyElseChangedSinceIsNamed() throws {
    var bench = try FormBench()
    let mine = try bench.add(.record, 0)
    var other = try bench.add(.correct, 1)
    other.recordedBy = "bo"
    let enrolled = try enrollment()
    let lines = ParticipantLines(events: [enrolled], assessments: [mine, other])
    XCTAssertEqual(
      problems { try reversal(Entry(assessments: [mine]), lines, &bench) }.map(\.message),
      [
        "phq-9 of P1 at day30 has since been changed, by “bo” at \(other.recordedAt): correct"
      ])
    var update = enrolled
    (update.action, update.recordedBy, update.reason) = (.update, "bo", "moved")
    XCTAssertEqual(
      problems {
        try reversal(
          Entry(events: [enrolled]), ParticipantLines(events: [enrolled, update], assessments: []),
          &bench)
      }.map(\.message),
      ["P1 has since been changed, by “bo” at \(update.recordedAt): update"])
  }

  func testAnEnrollmentOfSomebodyWhoWasAssessedStays() throws {
    var bench = try FormBench()
    let record = try bench.add(.record, 0)
    let enrolled = try enrollment()
    XCTAssertEqual(
      problems {
        try reversal(
          Entry(events: [enrolled]),
          ParticipantLines(events: [enrolled], assessments: [record]), &bench)
      }.map(\.message),
      ["P1 cannot be unenrolled, because something has been recorded since: phq-9 at day30"])
  }

  func testASecondEntryChangesNothingThatCouldBeTakenBack() throws {
    var bench = try FormBench()
    let record = try bench.add(.record, 0)
    let second = try bench.add(.reenter, 0)
    XCTAssertEqual(
      problems {
        try reversal(
          Entry(assessments: [second]),
          ParticipantLines(events: [try enrollment()], assessments: [record, second]), &bench)
      }.map(\.message),
      [
        "there is nothing to take back: the lines with the action reenter changed nothing that"
          + " counts"
      ])
  }

  private func reversal(
    _ entry: Entry, _ lines: ParticipantLines, _ bench: inout FormBench
  ) throws -> EntryReversal {
    try EntryReversal(
      entry, [try SampleProgram.participant("P1"): lines], bench.program,
      on: try SampleProgram.date("2026-06-30"), bench.stamp("took back"))
  }

  private func enrollment() throws -> ParticipantEvent {
    ParticipantEvent(
      participant: try SampleProgram.participant("P1"),
      date: try SampleProgram.date("2026-01-05"), action: .enroll,
      recordedAt: Timestamp(secondsSinceEpoch: 1_770_000_000), recordedBy: "ada", reason: "",
      attributes: [""])
  }

  private func problems(_ body: () throws -> EntryReversal) -> [Diagnostic] {
    do {
      _ = try body()
      XCTFail("nothing was thrown")
    } catch let problems as Problems {
      return problems.diagnostics
    } catch {
      XCTFail("\(error)")
    }
    return []
  }
}

/// Two participants' lines as a coordinator enters them.
private struct Desk {
  private var bench: FormBench
  private var lines: [ParticipantID: ParticipantLines] = [:]
  private let first: ParticipantID
  private let second: ParticipantID

  init() throws {
    bench = try FormBench()
    first = try SampleProgram.participant("P1")
    second = try SampleProgram.participant("P2")
    let enrolled = ParticipantEvent(
      participant: first, date: try SampleProgram.date("2026-01-05"), action: .enroll,
      recordedAt: bench.stamp().moment, recordedBy: "ada", reason: "", attributes: ["north"])
    lines = [
      first: ParticipantLines(events: [enrolled], assessments: []),
      second: ParticipantLines(events: [], assessments: []),
    ]
  }

  /// What stands for each participant and timepoint.
  var states: [String: FormState] {
    var states: [String: FormState] = [:]
    for (id, own) in lines {
      for timepoint in ["baseline", "day30"] {
        let history = own.assessments.filter { $0.timepoint.rawValue == timepoint }
        states["\(id) \(timepoint)"] = FormState(history, bench.instrument)
      }
    }
    return states
  }

  /// Enters one line of the first participant that makes sense.
  mutating func enterOneForm(_ generator: inout SeededGenerator) throws -> Entry {
    let timepoint = generator.pick(["baseline", "day30"])
    let state = try XCTUnwrap(states["P1 \(timepoint)"])
    var actions: [AssessmentAction] =
      state.assessment == nil ? [.record, .record, .skip] : [.correct, .correct, .void, .reenter]
    if !state.alerts.isSettled { actions += [.acknowledge, .acknowledge] }
    let line = try bench.add(
      generator.pick(actions), generator.pick([0, 0, 1, 2, nil]), at: timepoint)
    lines[first]?.assessments.append(line)
    return Entry(assessments: [line])
  }

  mutating func rename() throws -> Entry {
    let stamp = bench.stamp("renamed P1 to P2", reason: "mistyped")
    let day = try SampleProgram.date("2026-06-30")
    let (own, other) = (try XCTUnwrap(lines[first]), try XCTUnwrap(lines[second]))
    let old = EnrollmentState(own.events)
    return add(
      old.events(for: second, from: EnrollmentState(other.events), on: day, stamp)
        + EnrollmentState([]).events(for: first, from: old, on: day, stamp),
      FormTransfer(of: own.assessments, to: second, other.assessments, bench.program)
        .lines(stamp))
  }

  /// - Returns: the lines that took the entry back; nil if it changed nothing that counts.
  mutating func takeBack(_ entry: Entry) throws -> Entry? {
    let reversal: EntryReversal
    do {
      reversal = try EntryReversal(
        entry, lines, bench.program, on: try SampleProgram.date("2026-06-30"),
        bench.stamp("took back the entry"))
    } catch let problems as Problems {
      XCTAssertTrue(problems.diagnostics[0].message.hasPrefix("there is nothing to take back"))
      return nil
    }
    return add(reversal.events, reversal.assessments)
  }

  private mutating func add(_ events: [ParticipantEvent], _ assessments: [Assessment]) -> Entry {
    for event in events { lines[event.participant]?.events.append(event) }
    for line in assessments { lines[line.participant]?.assessments.append(line) }
    return Entry(events: events, assessments: assessments)
  }
}
