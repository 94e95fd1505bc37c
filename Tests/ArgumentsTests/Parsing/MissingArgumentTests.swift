import XCTest

@testable import Arguments

/// Arguments that a command asks for if they are left out and there is somebody to ask.
final class MissingArgumentTests: XCTestCase {
  private static let record = CommandDefinition(
    "record", group: .enterScores, summary: "Enter answers", discussion: "It asks.",
    positionals: [SampleCommands.id, SampleCommands.timepoint],
    alternatives: [SampleCommands.answers, SampleCommands.score], asksForMissing: true,
    options: [SampleCommands.date],
    examples: [CommandExample("outcomes record P001", "Asks for the rest")])

  private func parse(_ line: String, canAsk: Bool) throws -> ParsedArguments? {
    let words = line.split(separator: " ").map(String.init)
    let invocation = try CommandLineParser.parse(words, commands: [Self.record], canAsk: canAsk)
    if case .run(_, let arguments) = invocation { return arguments } else { return nil }
  }

  private func problems(_ line: String, canAsk: Bool) -> [CommandLineProblem] {
    do {
      _ = try parse(line, canAsk: canAsk)
      return []
    } catch {
      return (error as? CommandLineProblems)?.problems ?? []
    }
  }

  private static let allMissing: [CommandLineProblem] = [
    .missingAlternative([SampleCommands.answers, SampleCommands.score]),
    .missingPositional(SampleCommands.id.optional),
    .missingPositional(SampleCommands.timepoint.optional),
  ]

  func testNothingIsMissingWhereItCanBeAskedFor() throws {
    let arguments = try XCTUnwrap(parse("record P001 --date 2026-02-03", canAsk: true))
    XCTAssertEqual(arguments.value(of: SampleCommands.id), "P001")
    XCTAssertNil(arguments.value(of: SampleCommands.timepoint))
    XCTAssertEqual(problems("record", canAsk: true), [])
  }

  func testEverythingIsMissingWhereNobodyCanBeAsked() {
    XCTAssertEqual(problems("record", canAsk: false), Self.allMissing)
    XCTAssertEqual(problems("record --no-input", canAsk: true), Self.allMissing)
    XCTAssertEqual(problems("record P001 day30 --score 3", canAsk: false), [])
  }

  func testOtherProblemsAreReportedAllTheSame() {
    XCTAssertEqual(
      problems("record --dat 2026-02-03", canAsk: true),
      [.unknownFlag("--dat", nearest: "--date")])
    XCTAssertEqual(
      problems("record --answers 1 --score 1", canAsk: true),
      [.conflictingFlags([SampleCommands.answers, SampleCommands.score])])
  }

  func testUsageSaysWhatCanBeLeftOut() {
    XCTAssertEqual(
      Self.record.usage,
      "outcomes record [ID] [TIMEPOINT] [--answers 2,1,0,.,3 | --score N] [--date DATE]"
        + " [--no-input]")
  }
}
