import XCTest

@testable import Arguments

final class CompletionScriptTests: XCTestCase {
  func testEveryCommandAndFlagIsInEveryScript() {
    for shell in CompletionShell.allCases {
      let script = CompletionScript.text(for: shell, commands: SampleCommands.all)
      for command in SampleCommands.all + [.help] {
        XCTAssertTrue(script.contains(command.name), "\(shell) lacks \(command.name)")
        for option in command.options {
          XCTAssertTrue(script.contains(option.name), "\(shell) lacks \(option.name)")
        }
      }
    }
  }

  func testZshQuotesWhatItsSpecificationsGiveAMeaning() {
    let script = CompletionScript.text(for: .zsh, commands: [awkward])
    XCTAssertTrue(script.contains(#"'*--pick=[it'\''s \[odd\]\: \\]:A\:B:(x y)'"#), script)
  }

  func testFishQuotesWithBackslashes() {
    let script = CompletionScript.text(for: .fish, commands: [awkward])
    XCTAssertTrue(script.contains(#"-l pick -r -f -a 'x y' -d 'it\'s [odd]: \\'"#), script)
  }

  private let awkward = CommandDefinition(
    "odd", group: .other, summary: "Odd", discussion: "Odd.",
    options: [
      OptionDefinition(
        "pick", valueName: "A:B", help: #"it's [odd]: \"#, isRepeatable: true,
        allowedValues: ["x", "y"])
    ],
    examples: [CommandExample("outcomes odd", "Nothing")])
}
