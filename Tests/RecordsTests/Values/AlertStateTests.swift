import Instruments
import Records
import TestSupport
import Text
import XCTest

/// PHQ-9, whose item 9 needs a person's attention from the answer 1 on.
final class AlertStateTests: XCTestCase {
  func testAnAnswerOpensAnAlertUntilItIsAcknowledged() throws {
    var state = AlertState()
    try add(.record, 0, at: 1, to: &state)
    XCTAssertEqual(state.open, [])
    try add(.correct, 2, at: 2, to: &state)
    XCTAssertEqual(state.open.map(\.code), [2])
    XCTAssertEqual(state.open.map(\.item), [9])
    XCTAssertEqual(state.open.map(\.since), [moment(2)])
    try add(.acknowledge, nil, at: 3, to: &state)
    XCTAssertEqual(state.open, [])
  }

  func testACorrectionLeavesTheAlertOpenAndSinceTheFirst() throws {
    var state = AlertState()
    try add(.record, 1, at: 1, to: &state)
    try add(.correct, 3, at: 2, to: &state)
    XCTAssertEqual(state.open.map(\.code), [3])
    XCTAssertEqual(state.open.map(\.since), [moment(1)])
    XCTAssertEqual(state.open.map(\.basis), [.current])
    try add(.correct, 0, at: 3, to: &state)
    XCTAssertEqual(state.open.map(\.code), [3])
    XCTAssertEqual(state.open.map(\.basis), [.takenBack])
  }

  func testAVoidLeavesTheAlertOpen() throws {
    var state = AlertState()
    try add(.record, 1, at: 1, to: &state)
    try add(.void, nil, at: 2, to: &state)
    XCTAssertEqual(state.open.map(\.basis), [.takenBack])
    try add(.record, 1, at: 3, to: &state)
    XCTAssertEqual(state.open.map(\.basis), [.current])
    XCTAssertEqual(state.open.map(\.since), [moment(1)])
  }

  func testABlankOrATotalDoesNotTakeTheAnswerBack() throws {
    for answers in [phq9(nil), nil] {
      var state = AlertState()
      try add(.record, 1, at: 1, to: &state)
      state.add(.correct, answers: answers, at: moment(2), try instrument())
      XCTAssertEqual(state.open.map(\.basis), [.earlier])
      XCTAssertEqual(state.unknown, [])
    }
  }

  /// A typing error in another item that is mended later raises nothing again.
  func testTheSameAnswerStaysAcknowledged() throws {
    var state = AlertState()
    try add(.record, 1, at: 1, to: &state)
    try add(.acknowledge, nil, at: 2, to: &state)
    try add(.correct, 1, at: 3, to: &state)
    XCTAssertEqual(state.open, [])
    try add(.correct, 2, at: 4, to: &state)
    XCTAssertEqual(state.open.map(\.since), [moment(4)])
  }

  func testAnAnswerAcknowledgedWhenItDidNotStandOpensAnAlertAgain() throws {
    var state = AlertState()
    try add(.record, 1, at: 1, to: &state)
    try add(.correct, nil, at: 2, to: &state)
    try add(.acknowledge, nil, at: 3, to: &state)
    XCTAssertTrue(state.isSettled)
    try add(.correct, 1, at: 4, to: &state)
    XCTAssertEqual(state.open.map(\.since), [moment(4)])
  }

  func testTheSameAnswerInANewFormOpensAnAlert() throws {
    for action in [AssessmentAction.void, .correct] {
      var state = AlertState()
      try add(.record, 1, at: 1, to: &state)
      try add(.acknowledge, nil, at: 2, to: &state)
      try add(action, action == .void ? nil : 0, at: 3, to: &state)
      try add(.correct, 1, at: 4, to: &state)
      XCTAssertEqual(state.open.map(\.since), [moment(4)], "\(action)")
    }
  }

  func testAnAlertAcknowledgedAfterItWasTakenBackComesAgain() throws {
    var state = AlertState()
    try add(.record, 1, at: 1, to: &state)
    try add(.correct, 0, at: 2, to: &state)
    try add(.acknowledge, nil, at: 3, to: &state)
    try add(.correct, 1, at: 4, to: &state)
    XCTAssertEqual(state.open.map(\.since), [moment(4)])
  }

  func testARiskItemWithoutAnAnswerIsUnknownUntilItIsKnownOrAcknowledged() throws {
    for answers in [phq9(nil), nil] {
      var state = AlertState()
      state.add(.record, answers: answers, at: moment(1), try instrument())
      XCTAssertEqual(state.open, [])
      XCTAssertEqual(state.unknown.map(\.item), [9])
      state.add(.correct, answers: answers, at: moment(2), try instrument())
      XCTAssertEqual(state.unknown.map(\.since), [moment(1)])
      var known = state
      try add(.correct, 0, at: 3, to: &known)
      XCTAssertTrue(known.isSettled)
      try add(.acknowledge, nil, at: 3, to: &state)
      XCTAssertTrue(state.isSettled)
    }
  }

  func testSecondEntriesAndSkipsRaiseNothing() throws {
    var state = AlertState()
    try add(.reenter, 3, at: 1, to: &state)
    try add(.skip, nil, at: 2, to: &state)
    XCTAssertEqual(state.open, [])
  }

  /// The two ways of reading find the same alerts, whatever the lines.
  func testACohortHasTheAlertsOfItsParticipants() throws {
    for format in [LineFormat.csv, .json] {
      let settings = try SampleProgram.settings(format, instruments: ["phq-9", "ucla-3", "gad-7"])
      let store = try SampleStore(SampleProgram.program(settings))
      var generator = RandomStore(store.program, seed: 7)
      let lines = try generator.assessments(600)
      let text = StoreText(lines, store.program.settings.store)
      let table = store.table(text, pieces: [0..<100, 100..<101, 101..<600])
      var expected: [String] = []
      for (participant, id) in store.participants.ids.texts.enumerated() {
        for (instrument, asked) in store.program.instruments.enumerated() {
          for (timepoint, time) in store.program.timepoints.enumerated() {
            let history = lines.filter {
              $0.participant.rawValue == id && $0.instrument == asked.id && $0.timepoint == time.id
            }
            let state = AlertState(after: history, asked)
            guard !state.isSettled else { continue }
            expected.append(
              "\(participant) \(timepoint) \(instrument) \(state.open) \(state.unknown)")
          }
        }
      }
      XCTAssertGreaterThan(expected.count, 5)
      let found: [String] = table.openAlerts.map {
        "\($0.participant) \($0.timepoint) \($0.instrument) \($0.state.open) \($0.state.unknown)"
      }
      XCTAssertEqual(found.sorted(), expected.sorted())
    }
  }

  /// Both ways of reading find since when an answer is known that was recorded again.
  func testACohortKnowsWhenARepeatedAnswerWasFirstRecorded() throws {
    for format in [LineFormat.csv, .json] {
      let store = try SampleStore(
        SampleProgram.program(SampleProgram.settings(format, instruments: ["phq-9"])))
      var lines: [Assessment] = []
      for (number, id) in store.participants.ids.texts.prefix(4).enumerated() {
        let since = "first recorded at 2026-01-0\(number + 1)T10:00:00Z"
        var line = Assessment(
          participant: try SampleProgram.participant(id),
          timepoint: try SampleProgram.timepoint("day30"),
          instrument: try SampleProgram.instrument("phq-9"),
          date: try SampleProgram.date("2026-02-04"), answers: phq9(2), score: 6, action: .record,
          recordedAt: try XCTUnwrap(Timestamp("2026-02-04T10:00:00Z")), recordedBy: "ada",
          reason: "renamed A to \(id): \(since): \(number < 2 ? "mistyped" : "“a”, \"b\"")")
        // The second of two neighbors repeats the columns from the action to the reason.
        lines.append(line)
        line.timepoint = try SampleProgram.timepoint("day90")
        lines.append(line)
      }
      let table = store.table(
        StoreText(lines, store.program.settings.store), pieces: [0..<lines.count])
      XCTAssertEqual(
        table.openAlerts.flatMap { $0.state.open.map(\.since.description) },
        (1...4).flatMap { [String](repeating: "2026-01-0\($0)T10:00:00Z", count: 2) }, "\(format)")
    }
  }

  private func add(
    _ action: AssessmentAction, _ ninth: Int?, at second: Int, to state: inout AlertState
  ) throws {
    state.add(
      action, answers: action.hasContent ? phq9(ninth) : nil, at: moment(second), try instrument())
  }

  private func phq9(_ ninth: Int?) -> [Int?] { [0, 1, 0, 1, 0, 1, 0, 1, ninth] }

  private func moment(_ second: Int) -> Timestamp {
    Timestamp(secondsSinceEpoch: Int64(second))
  }

  private func instrument() throws -> Instrument {
    try XCTUnwrap(BuiltInInstruments.all.first { $0.id.rawValue == "phq-9" })
  }
}
