import XCTest

@testable import Arguments

final class CompletionRequestTests: XCTestCase {
  private func request(_ line: String) -> CompletionRequest {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return CompletionRequest(words, commands: SampleCommands.all + [SampleCommands.forms, .help])
  }

  func testWhatIsExpected() {
    let formats = ["table", "csv", "json", "markdown"]
    let expectations: [(line: String, expected: CompletionRequest.Expected, typed: String)] = [
      ("", .command, ""),
      ("re", .command, "re"),
      ("--store riverside re", .command, "re"),
      ("--st", .flag, "--st"),
      ("--generate-completion-script ", .value(.none, allowed: ["bash", "zsh", "fish"]), ""),
      ("help wi", .value(.commandName, allowed: []), "wi"),
      ("record ", .value(.participant, allowed: []), ""),
      ("record P001 day", .value(.timepoint, allowed: []), "day"),
      ("record P001 day30 ", .value(.instrument, allowed: []), ""),
      ("record P001 day30 phq-9 ", .value(.none, allowed: []), ""),
      ("record --score 7 P001 ", .value(.timepoint, allowed: []), ""),
      ("record --score=7 P001 ", .value(.timepoint, allowed: []), ""),
      ("record --answers 2 1 . 3 P001 ", .value(.timepoint, allowed: []), ""),
      ("record P001 -- ", .value(.timepoint, allowed: []), ""),
      ("record P001 -- --da", .value(.timepoint, allowed: []), "--da"),
      ("record P001 --", .flag, "--"),
      ("record P001 day30 phq-9 --score ", .value(.none, allowed: []), ""),
      ("import sc", .value(.file, allowed: []), "sc"),
      ("init ", .value(.directory, allowed: []), ""),
      ("summary -o sc", .value(.file, allowed: []), "sc"),
      ("summary --format j", .value(.none, allowed: formats), "j"),
      ("summary --where site=N", .value(.attributeValue, allowed: []), "site=N"),
      ("nothing P", .value(.none, allowed: []), "P"),
      ("enroll P001 P", .value(.none, allowed: []), "P"),
      ("forms P001 P002 P", .value(.activeParticipant, allowed: []), "P"),
    ]
    for (line, expected, typed) in expectations {
      let request = request(line)
      XCTAssertEqual(request.expected, expected, line)
      XCTAssertEqual(request.typed, typed, line)
      XCTAssertEqual(request.attached, "", line)
    }
  }

  func testAnAttachedValueKeepsItsFlag() {
    let request = request("summary --where=site=No")
    XCTAssertEqual(request.expected, .value(.attributeValue, allowed: []))
    XCTAssertEqual(request.attached, "--where=")
    XCTAssertEqual(request.typed, "site=No")
  }

  func testFlagsThatCanStillBeGiven() {
    let expectations = [
      ("", ["version", "generate-completion-script", "store", "help"]),
      ("record P001 ", ["answers", "score", "date", "store", "help"]),
      ("record P001 --answers 2,1 ", ["date", "store", "help"]),
      ("enroll P001 --set site=a --on 2026-01-05 ", ["set", "store", "help"]),
      ("nothing ", []),
    ]
    for (line, names) in expectations {
      XCTAssertEqual(request(line).flags.map(\.name), names, line)
    }
  }

  func testWhatIsTypedAlready() {
    let typed = request("--store=riverside forms P001 --by site P002 ").arguments
    XCTAssertEqual(typed.value(of: .store), "riverside")
    XCTAssertEqual(typed.values(of: SampleCommands.ids), ["P001", "P002"])
  }

  func testValuesThatAreTakenAreThoseOfTheRepeatablePositional() {
    XCTAssertEqual(request("forms P001 --by site P002 P").taken, ["P001", "P002"])
    XCTAssertEqual(request("forms P001 --by ").taken, [])
    XCTAssertEqual(request("record P001 ").taken, [])
  }

  func testTheProgramIsAskedByTheFirstWord() throws {
    let commands = SampleCommands.all
    XCTAssertEqual(
      try CommandLineParser.parse(["complete", "record", "P"], commands: commands),
      .completion(CompletionRequest(["record", "P"], commands: commands + [.help])))
  }
}
