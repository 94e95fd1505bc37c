import XCTest

@testable import Arguments

final class CompletionScriptTests: XCTestCase {
  /// The shells themselves run the scripts in `Tests/Outside/completion.py`.
  func testEveryScriptAsksTheProgramAndKnowsItsAnswers() {
    for shell in CompletionShell.allCases {
      let script = CompletionScript.text(for: shell)
      let known = [
        "outcomes --generate-completion-script \(shell)", " complete ", "files", "folders",
      ]
      for text in known {
        XCTAssertTrue(script.contains(text), "\(shell) lacks \(text)")
      }
      XCTAssertTrue(script.hasSuffix("\n"))
    }
  }
}
