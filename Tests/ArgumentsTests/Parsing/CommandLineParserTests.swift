import XCTest

@testable import Arguments

final class CommandLineParserTests: XCTestCase {
  private func parse(_ line: String) throws -> Invocation<CommandDefinition> {
    try CommandLineParser.parse(
      line.split(separator: " ").map(String.init), commands: SampleCommands.all)
  }

  func testWhatIsAskedForWithoutRunningACommand() throws {
    let expectations: [(line: String, Invocation<CommandDefinition>)] = [
      ("", .help(nil)),
      ("help", .help(nil)),
      ("help help", .help(nil)),
      ("help --man", .manual),
      ("--help", .help(nil)),
      ("-h", .help(nil)),
      ("--store here -h", .help(nil)),
      ("help record", .help(SampleCommands.record)),
      ("help record -h", .help(SampleCommands.record)),
      ("record --help", .help(SampleCommands.record)),
      ("-h record", .help(SampleCommands.record)),
      ("record P001 --anwers 1 --date -h", .help(SampleCommands.record)),
      ("--version", .version),
      ("summary --version", .version),
      ("--store here --version", .version),
      ("--generate-completion-script bash", .completionScript(.bash)),
      ("--generate-completion-script=zsh", .completionScript(.zsh)),
      ("--generate-completion-script fish", .completionScript(.fish)),
    ]
    for (line, invocation) in expectations {
      XCTAssertEqual(try parse(line), invocation, line)
    }
  }

  func testHelpAfterTheEndOfFlagsIsAnArgument() throws {
    XCTAssertEqual(
      try parse("enroll -- --help"),
      .run(SampleCommands.enroll, ParsedArguments(positionalValues: ["ID": ["--help"]])))
  }

  func testFlagsMayStandBeforeTheCommandToo() throws {
    let expected = Invocation.run(
      SampleCommands.summary,
      ParsedArguments(optionValues: ["store": ["init"], "by": ["site"], "output": ["x"]]))
    for line in [
      "--store init summary --by site -ox", "--store=init -o x summary --by site",
      "summary --store init -o x --by=site", "-o=x --by site --store init -- summary",
    ] {
      XCTAssertEqual(try parse(line), expected, line)
    }
  }

  func testAFlagBeforeTheCommandDoesNotTakeAFlagForItsValue() {
    XCTAssertThrowsError(try parse("--store --by site summary")) {
      XCTAssertEqual(
        ($0 as? CommandLineProblems)?.problems, [.flagInsteadOfValue(.store, found: "--by")])
    }
  }

  func testAnUnknownCommandSaysNothingOfItsFlags() {
    XCTAssertThrowsError(try parse("summry --bogus --help")) {
      XCTAssertEqual(
        ($0 as? CommandLineProblems)?.problems, [.unknownCommand("summry", nearest: "summary")])
    }
  }
}
