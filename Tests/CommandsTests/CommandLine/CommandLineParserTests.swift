import XCTest

@testable import Commands

final class CommandLineParserTests: XCTestCase {
  private func parse(_ line: String) throws -> Invocation {
    try CommandLineParser.parse(
      line.split(separator: " ").map(String.init), commands: SampleCommands.all)
  }

  func testWhatIsAskedForWithoutRunningACommand() throws {
    let expectations: [(line: String, Invocation)] = [
      ("", .help(command: nil)),
      ("help", .help(command: nil)),
      ("help help", .help(command: nil)),
      ("--help", .help(command: nil)),
      ("-h", .help(command: nil)),
      ("--store here -h", .help(command: nil)),
      ("help record", .help(command: "record")),
      ("help record -h", .help(command: "record")),
      ("record --help", .help(command: "record")),
      ("-h record", .help(command: "record")),
      ("record P001 --anwers 1 --date -h", .help(command: "record")),
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
      .run(command: "enroll", ParsedArguments(positionalValues: ["ID": "--help"])))
  }

  func testFlagsMayStandBeforeTheCommandToo() throws {
    let expected = Invocation.run(
      command: "summary",
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
