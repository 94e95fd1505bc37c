import Instruments
import Records
import TestSupport
import Text
import XCTest

final class StoreAuditTests: XCTestCase {
  private static let second =
    "P1 was enrolled a second time\n"
    + "  the later line counts; if these are two people, give one of them another id"
  private static let noReason = "this line gives no reason\n  every change needs one"

  func testASoundHistoryOfAParticipantIsSilent() throws {
    XCTAssertEqual(
      try told(events: [
        event(.enroll, "2026-01-05"), event(.update, "2026-01-04", "moved"),
        event(.withdraw, "2026-01-04", "ill"), event(.enroll, "2026-02-01"),
        event(.withdraw, "2026-03-01", "ill"), event(.enroll, "2026-02-01"),
      ]), [])
  }

  func testASecondEnrollmentIsTold() throws {
    XCTAssertEqual(
      try told(events: [event(.enroll, "2026-01-05"), event(.enroll, "2026-01-05")]),
      ["people:2: " + Self.second])
    XCTAssertEqual(
      try told(events: [
        event(.enroll, "2026-01-05"), event(.update, "2026-01-05", "moved"),
        event(.enroll, "2026-01-05"), event(.enroll, "2026-01-05"),
      ]), ["people:3: " + Self.second, "people:4: " + Self.second])
  }

  func testAWithdrawalBeforeTheEnrollmentIsTold() throws {
    XCTAssertEqual(
      try told(events: [event(.enroll, "2026-01-05"), event(.withdraw, "2026-01-04", "ill")]),
      [
        "people:2: P1 withdrew on 2026-01-04, before enrolling on 2026-01-05\n"
          + "  enroll and withdraw them again with the right dates"
      ])
  }

  func testAnUpdateMovesTheEnrollment() throws {
    XCTAssertEqual(
      try told(events: [
        event(.enroll, "2026-01-01"), event(.update, "2026-01-05", "typed wrong"),
        event(.withdraw, "2026-01-04", "ill"),
      ]),
      [
        "people:3: P1 withdrew on 2026-01-04, before enrolling on 2026-01-05\n"
          + "  enroll and withdraw them again with the right dates"
      ])
  }

  func testAChangeWithoutAReasonIsTold() throws {
    XCTAssertEqual(
      try told(events: [
        event(.enroll, "2026-01-05"), event(.update, "2026-01-05"), event(.withdraw, "2026-01-05"),
      ]), ["people:2: " + Self.noReason, "people:3: " + Self.noReason])
  }

  func testEveryProblemOfALineIsTold() throws {
    XCTAssertEqual(
      Set(try told(events: [event(.enroll, "2026-01-05"), event(.withdraw, "2026-01-04")])),
      [
        "people:2: P1 withdrew on 2026-01-04, before enrolling on 2026-01-05\n"
          + "  enroll and withdraw them again with the right dates",
        "people:2: " + Self.noReason,
      ])
  }

  /// They are told where the table of participants is made.
  func testAStrangerIsNoFindingOfTheAudit() throws {
    XCTAssertEqual(
      try told(events: [event(.update, "2026-01-05", "moved"), event(.withdraw, "2026-01-05", "x")]
      ),
      [])
  }

  func testASoundHistoryOfScoresIsSilent() throws {
    XCTAssertEqual(
      try told([
        score(.record), score(.correct, reason: "typed"), score(.correct, reason: "typed"),
        score(.void, answers: nil, nil, reason: "wrong"), score(.record),
        score(.void, answers: nil, nil, reason: "wrong"), score(.record, answers: nil, 9),
        score(.record, at: "day30"), score(.record, of: "total-63", answers: nil, 6.5),
      ]), [])
  }

  func testASecondRecordIsTold() throws {
    let twice =
      "ucla-3 of P1 at baseline was recorded a second time\n"
      + "  the later line counts; use `outcomes correct` or `outcomes void` if it is wrong"
    XCTAssertEqual(
      try told([score(.record), score(.record), score(.record, at: "day30")]),
      ["scores:2: " + twice])
    XCTAssertEqual(
      try told([score(.record), score(.correct, reason: "typed"), score(.record)]),
      ["scores:3: " + twice])
  }

  func testAChangeOfWhatIsNotThereIsTold() throws {
    let early =
      "ucla-3 of P1 at baseline was changed before it was recorded\n"
      + "  a line that records it must come first"
    XCTAssertEqual(
      try told([score(.record, at: "day30"), score(.correct, reason: "typed")]),
      ["scores:2: " + early])
    XCTAssertEqual(try told([score(.void, reason: "wrong")]), ["scores:1: " + early])
    XCTAssertEqual(
      try told([
        score(.record), score(.void, reason: "wrong"), score(.void, reason: "wrong"),
      ]), ["scores:3: " + early])
  }

  /// Whoever does what the message says has a sound store again.
  func testACorrectionOrAVoidingMendsWhatWasWrong() throws {
    for action in [AssessmentAction.correct, .void] {
      XCTAssertEqual(
        try told([score(.record), score(.record), score(action, reason: "looked it up")]), [])
    }
    XCTAssertEqual(
      try told(events: [
        event(.enroll, "2026-01-05"), event(.enroll, "2026-01-05"),
        event(.update, "2026-01-05", "one person"),
      ]), [])
  }

  func testACorrectionWithoutAReasonIsTold() throws {
    XCTAssertEqual(
      try told([score(.record), score(.correct)]), ["scores:2: " + Self.noReason])
    XCTAssertEqual(
      try told([score(.record), score(.correct), score(.void)]), ["scores:3: " + Self.noReason])
  }

  func testADayBeforeTheEnrollmentThatCountsIsTold() throws {
    let early =
      "2026-01-05 is before P1 was enrolled on 2026-01-06\n"
      + "  correct the date with `outcomes correct`, or the enrollment with `outcomes update`"
    let scores = [
      try score(.record, on: "2026-01-05"), try score(.record, at: "day30", on: "2026-01-06"),
    ]
    for events in [
      [try event(.enroll, "2026-01-06")],
      [try event(.enroll, "2026-01-01"), try event(.update, "2026-01-06", "typed")],
    ] {
      XCTAssertEqual(try told(events: events, scores), ["scores:1: " + early])
    }
    XCTAssertEqual(
      try told(
        events: [event(.enroll, "2026-01-06"), event(.enroll, "2026-01-01")], scores),
      ["people:2: " + Self.second])
    XCTAssertEqual(
      try told(
        events: [event(.enroll, "2026-01-01"), event(.enroll, "2026-01-06")], scores),
      ["people:2: " + Self.second, "scores:1: " + early])
  }

  func testAVoidMayCarryTheWrongDay() throws {
    XCTAssertEqual(
      try told(
        events: [event(.enroll, "2026-01-06")],
        [score(.record), score(.void, on: "2026-01-05", answers: nil, nil, reason: "wrong")]), [])
  }

  /// Where the day begins earlier than in Greenwich, it may be one day ahead, and no more.
  func testADayInTheFutureIsTold() throws {
    for (day, isTold) in [("2026-03-01", false), ("2026-03-02", false), ("2026-03-03", true)] {
      XCTAssertEqual(
        try told([score(.record, on: day)]),
        isTold
          ? [
            "scores:1: 2026-03-03 was in the future when it was recorded at 2026-03-01T10:00:00Z\n"
              + "  correct the date with `outcomes correct`"
          ] : [])
    }
  }

  func testAScoreAfterTheWithdrawalIsTold() throws {
    let late =
      "2026-02-01 is after P1 withdrew on 2026-01-31, so it does not count\n  correct the date with"
      + " `outcomes correct`, void it with `outcomes void`, or enroll them again with"
      + " `outcomes enroll`"
    let events = [
      try event(.enroll, "2026-01-05"), try event(.withdraw, "2026-01-31", "ill"),
    ]
    XCTAssertEqual(try told(events: events, [score(.record)]), ["scores:1: " + late])
    XCTAssertEqual(
      try told(events: events, [score(.record), score(.correct, reason: "typed")]),
      ["scores:2: " + late])
    XCTAssertEqual(try told(events: events, [score(.record, on: "2026-01-31")]), [])
    XCTAssertEqual(
      try told(
        events: events, [score(.record), score(.correct, on: "2026-01-31", reason: "typed")]), [])
    XCTAssertEqual(
      try told(events: events, [score(.record), score(.void, reason: "not theirs")]), [])
    XCTAssertEqual(
      try told(events: events + [event(.enroll, "2026-01-05")], [score(.record)]), [])
  }

  func testAScoreThatTheAnswersDoNotGiveIsTold() throws {
    for (answers, found, message) in [
      ([1, 2, 3] as [Int?], 7 as Double?, "the answers “1 2 3” give 6, not 7"),
      ([1, 2, 3], nil, "the answers “1 2 3” give 6, not no score"),
      ([1, nil, 3], 6, "the answers “1 . 3” give no score, not 6"),
    ] {
      XCTAssertEqual(
        try told([score(.record, answers: answers, found)]),
        ["scores:1: \(message)\n  correct them with `outcomes correct`"])
    }
    XCTAssertEqual(try told([score(.record, answers: [1, nil, 3], nil)]), [])
  }

  func testATotalThatTheInstrumentCannotGiveIsTold() throws {
    XCTAssertEqual(
      try told([score(.record, answers: nil, 6.5)]),
      ["scores:1: UCLA-3 cannot have the score 6.5\n  its scores are whole numbers from 3 to 9"])
  }

  func testAVoidIsNotScored() throws {
    XCTAssertEqual(
      try told([score(.record), score(.void, answers: [1, 2, 3], 9, reason: "wrong")]), [])
  }

  /// A program that asks for prorating may have asked for complete items only before.
  func testAScoreByEitherRuleIsRight() throws {
    var settings = try SampleProgram.settings()
    let asked = try XCTUnwrap(
      BuiltInInstruments.all.first {
        $0.missingItemRules.contains { $0.countAs == .meanOfAnswered }
      })
    let rule = try XCTUnwrap(asked.missingItemRules.first { $0.countAs == .meanOfAnswered })
    settings.instruments = [asked.id]
    settings.missingItemRules = [asked.id: rule.name]
    let program = try Program(
      settings: settings, available: BuiltInInstruments.all, file: "program.json")
    // Everybody gives every item the same answer, so that prorating gives that of a full form.
    let full: [Int?] = asked.items.map { $0.answers.codes.lowerBound }
    let prorated = try XCTUnwrap(asked.score(answers: full).value)
    var answers = full
    answers[0] = nil
    for (value, count) in [(prorated, 0), (nil, 0), (prorated + 1, 1)] as [(Double?, Int)] {
      var line = try score(.record, answers: answers, value)
      line.instrument = asked.id
      XCTAssertEqual(try told([line], program).count, count)
    }
    var wrong = try score(.record, answers: answers, prorated + 1)
    wrong.instrument = asked.id
    let right = NumberText.shortest(prorated)
    XCTAssertEqual(
      try told([wrong], program).map {
        $0.hasSuffix(
          "\(right), not \(NumberText.shortest(prorated + 1))\n  correct them with `outcomes correct`"
        )
      },
      [true])
  }

  func testLinesThatChangeNoScoreFollowARecord() throws {
    let other = [
      try score(.acknowledge, answers: nil, nil, reason: "called them"),
      try score(.reenter, reason: "second entry"),
    ]
    XCTAssertEqual(try told([score(.record)] + other + [score(.correct, reason: "typed")]), [])
    XCTAssertEqual(
      try told([score(.reenter, reason: "second entry")]).count, 1)
    XCTAssertEqual(try told([score(.skip, answers: nil, nil, reason: "declined")]), [])
    XCTAssertEqual(
      try told([
        score(.record), score(.skip, answers: nil, nil, reason: "declined"),
      ]),
      [
        "scores:2: ucla-3 of P1 at baseline is said to be missing although it was recorded\n"
          + "  the assessment counts; use `outcomes void` if it should not be there"
      ])
    XCTAssertEqual(
      try told([score(.record), score(.acknowledge, answers: nil, nil)]),
      ["scores:2: " + Self.noReason])
  }

  func testAnEnrollmentTakenBackEndsEverything() throws {
    let events = [try event(.enroll, "2026-01-05"), try event(.unenroll, "2026-01-05", "twice")]
    XCTAssertEqual(try told(events: events), [])
    XCTAssertEqual(
      try told(events: events + [event(.enroll, "2026-01-05")]), [])
    XCTAssertEqual(
      try told(events: events + [event(.withdraw, "2026-02-05", "ill")]).count, 1)
    XCTAssertEqual(
      try told(events: events, [score(.record)]),
      [
        "scores:1: the enrollment of P1 was taken back, so this does not count\n"
          + "  void it with `outcomes void`, or enroll them again with `outcomes enroll`"
      ])
    XCTAssertEqual(
      try told(events: events, [score(.record), score(.void, answers: nil, nil, reason: "x")]), [])
  }

  private func told(
    events: [ParticipantEvent] = [], _ scores: [Assessment] = [], _ program: Program? = nil
  ) throws -> [String] {
    var audit = StoreAudit(try program ?? SampleProgram.program())
    for (index, event) in events.enumerated() {
      audit.add(NumberedLine(number: index + 1, value: event), file: "people")
    }
    for (index, score) in scores.enumerated() {
      audit.add(NumberedLine(number: index + 1, value: score), file: "scores")
    }
    return audit.problems.map(\.text)
  }

  private func event(
    _ action: ParticipantAction, _ day: String, _ reason: String = ""
  ) throws -> ParticipantEvent {
    ParticipantEvent(
      participant: try SampleProgram.participant("P1"), date: try SampleProgram.date(day),
      action: action, recordedAt: try SampleProgram.timestamp("2026-03-01T10:00:00Z"),
      recordedBy: "ada", reason: reason, attributes: ["", ""])
  }

  private func score(
    _ action: AssessmentAction, at timepoint: String = "baseline", of instrument: String = "ucla-3",
    on day: String = "2026-02-01", answers: [Int?]? = [1, 2, 3], _ value: Double? = 6,
    reason: String = ""
  ) throws -> Assessment {
    Assessment(
      participant: try SampleProgram.participant("P1"),
      timepoint: try SampleProgram.timepoint(timepoint),
      instrument: try SampleProgram.instrument(instrument), date: try SampleProgram.date(day),
      answers: answers, score: value, action: action,
      recordedAt: try SampleProgram.timestamp("2026-03-01T10:00:00Z"), recordedBy: "ada",
      reason: reason)
  }
}
