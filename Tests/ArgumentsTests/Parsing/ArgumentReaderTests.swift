import XCTest

@testable import Arguments

final class ArgumentReaderTests: XCTestCase {
  private func record(_ arguments: String...) throws -> ParsedArguments {
    try ArgumentReader.read(arguments, for: SampleCommands.record)
  }

  private func answers(_ tail: String) throws -> String? {
    let typed = "P001 day30 phq-9 --answers " + tail
    let arguments = typed.split(separator: " ").map(String.init)
    return try ArgumentReader.read(arguments, for: SampleCommands.record)
      .value(of: SampleCommands.answers)
  }

  func testFlagsStandAnywhereAfterTheCommand() throws {
    let expected = ParsedArguments(
      optionValues: ["score": ["7"], "date": ["2026-03-02"]],
      positionalValues: ["ID": ["P001"], "TIMEPOINT": ["day30"], "INSTRUMENT": ["phq-9"]])
    for arguments in [
      ["P001", "day30", "phq-9", "--score", "7", "--date", "2026-03-02"],
      ["--date=2026-03-02", "P001", "day30", "--score=7", "phq-9"],
      ["--score", "7", "--date", "2026-03-02", "--", "P001", "day30", "phq-9"],
    ] {
      XCTAssertEqual(
        try ArgumentReader.read(arguments, for: SampleCommands.record), expected, "\(arguments)")
    }
  }

  func testNegativeNumbersAndTheLoneDashAreValues() throws {
    XCTAssertEqual(
      try record("P001", "day30", "x", "--score", "-1").value(of: SampleCommands.score), "-1")
    XCTAssertEqual(
      try record("P001", "day30", "x", "--score=-.5").value(of: SampleCommands.score), "-.5")
    XCTAssertEqual(
      try record("-7", "day30", "x", "--score", "1").value(of: SampleCommands.id), "-7")
    let summary = try ArgumentReader.read(["-o", "-"], for: SampleCommands.summary)
    XCTAssertEqual(summary.value(of: SampleCommands.output), "-")
  }

  func testAValueKeepsItsSpacesAndItsEqualsSigns() throws {
    let parsed = try ArgumentReader.read(
      ["P001", "--set", "site=a=b", "--set=city=New York", "--on", "- early May"],
      for: SampleCommands.enroll)
    XCTAssertEqual(parsed.values(of: SampleCommands.set), ["site=a=b", "city=New York"])
    XCTAssertEqual(parsed.value(of: SampleCommands.on), "- early May")
  }

  func testAnswersMayBeTypedAsALooseList() throws {
    let expectations = [
      ("2,1,0,.,3", "2,1,0,.,3"),
      ("2 1 0 . 3", "2 1 0 . 3"),
      ("2, 1, 0, ., 3", "2 1 0 . 3"),
      (". 1 -1 3 --date 2026-01-01", ". 1 -1 3"),
      ("3", "3"),
      ("1.5 2", "1.5 2"),
      ("x,1", "x,1"),
    ]
    for (typed, value) in expectations {
      XCTAssertEqual(try answers(typed), value, typed)
    }
  }

  func testALooseListEndsAtTheFirstWord() throws {
    let parsed = try record("--answers", "2", "1", "P001", "day30", "phq-9")
    XCTAssertEqual(parsed.value(of: SampleCommands.answers), "2 1")
    XCTAssertEqual(parsed.requiredValue(of: SampleCommands.id), "P001")
  }

  func testAWholeListDoesNotSwallowANumericID() throws {
    let parsed = try record("--answers", "2,1", "17", "day30", "phq-9")
    XCTAssertEqual(parsed.requiredValue(of: SampleCommands.id), "17")
  }

  func testOnlyFlagsThatTakeListsGoOn() {
    XCTAssertThrowsError(try record("P001", "day30", "phq-9", "--score", "2", "1")) {
      XCTAssertEqual(($0 as? CommandLineProblems)?.problems, [.surplusArguments(["1"])])
    }
  }

  /// Two ids that differ in bytes that are no text must not become one.
  func testArgumentsAreUTF8() throws {
    XCTAssertEqual(
      try ArgumentReader.texts(of: [Array("enroll".utf8), Array("é\u{FFFD}".utf8), []]),
      ["enroll", "é\u{FFFD}", ""])
    XCTAssertThrowsError(
      try ArgumentReader.texts(of: [Array("enroll".utf8), [0x50, 0xFF], [0x50], [0xC3]])
    ) { error in
      XCTAssertEqual(
        (error as? CommandLineProblems)?.diagnostics.map(\.text),
        [
          "argument 2, “P\u{FFFD}”, is not valid UTF-8\n"
            + "  type it again in a terminal that is set to UTF-8",
          "argument 4, “\u{FFFD}”, is not valid UTF-8\n"
            + "  type it again in a terminal that is set to UTF-8",
        ])
    }
  }

  func testWhatFollowsAnUnknownFlagIsNotCalledSurplus() {
    for arguments in [
      ["P001", "day30", "x", "--score", "1", "--zzz", "yes"],
      ["--zzz", "yes", "P001", "day30", "x", "--score", "1"],
      ["P001", "--zzz", "yes", "day30", "x", "--score", "1"],
      ["P001", "day30", "--zzz", "x", "--score", "1"],
      ["P001", "day30", "x", "--score", "1", "--zzz=yes"],
    ] {
      XCTAssertThrowsError(
        try ArgumentReader.read(arguments, for: SampleCommands.record), "\(arguments)"
      ) {
        XCTAssertEqual(
          ($0 as? CommandLineProblems)?.problems, [.unknownFlag("--zzz", nearest: nil)])
      }
    }
    XCTAssertThrowsError(
      try record("P001", "day30", "x", "now", "--score", "1", "--zzz", "yes", "then")
    ) {
      XCTAssertEqual(
        ($0 as? CommandLineProblems)?.problems,
        [.unknownFlag("--zzz", nearest: nil), .surplusArguments(["now", "then"])])
    }
  }

  func testASwitchMayBeRepeated() throws {
    let parsed = try ArgumentReader.read(
      ["--in-window", "--in-window"], for: SampleCommands.summary)
    XCTAssertEqual(parsed, ParsedArguments(optionValues: ["in-window": []]))
  }
}
