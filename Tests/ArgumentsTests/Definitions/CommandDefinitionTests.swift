import XCTest

@testable import Arguments

final class CommandDefinitionTests: XCTestCase {
  func testUsageLinesAreThoseOfTheContract() {
    let contract = [
      "outcomes init DIR [--name TEXT] [--format csv|json]",
      "outcomes enroll ID [--on DATE] [--set ATTRIBUTE=VALUE]…",
      "outcomes record ID TIMEPOINT INSTRUMENT (--answers 2,1,0,.,3 | --score N) [--date DATE]",
      "outcomes correct ID TIMEPOINT INSTRUMENT (--answers … | --score N) --reason TEXT"
        + " [--date DATE]",
      "outcomes withdraw ID --reason TEXT [--on DATE]",
      "outcomes summary [--in-window]",
      "outcomes import FILE",
      "outcomes help [COMMAND] [--man]",
    ]
    XCTAssertEqual((SampleCommands.all + [.help]).map(\.usage), contract)
  }

  func testEveryCommandTakesTheStoreAndHelp() {
    XCTAssertEqual(
      SampleCommands.importFile.options.map(\.name), ["format", "output", "store", "help"])
  }
}
