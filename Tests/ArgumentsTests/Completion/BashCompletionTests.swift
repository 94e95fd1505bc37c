import XCTest

@testable import Arguments

/// Bash itself completes, in a folder with the file `scores list.csv` and the folder `riverside`.
final class BashCompletionTests: XCTestCase {
  private var folder = URL(fileURLWithPath: "")

  override func setUpWithError() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("riverside"), withIntermediateDirectories: true)
    try Data().write(to: folder.appendingPathComponent("scores list.csv"))
    let script = CompletionScript.text(for: .bash, commands: SampleCommands.all)
    try Data(script.utf8).write(to: folder.appendingPathComponent(".completion"))
  }

  override func tearDownWithError() throws {
    try FileManager.default.removeItem(at: folder)
  }

  /// What bash offers for the last of `words`.
  private func completions(of words: [String]) throws -> [String] {
    let program = """
      source ./.completion
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _outcomes
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let bash = Process()
    bash.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    bash.arguments = ["bash", "-c", program, "bash"] + words
    bash.currentDirectoryURL = folder
    let output = Pipe()
    bash.standardOutput = output
    try bash.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    bash.waitUntilExit()
    XCTAssertEqual(bash.terminationStatus, 0)
    return text.split(separator: "\n").map(String.init)
  }

  func testCompletions() throws {
    let commands = ["init", "enroll", "record", "correct", "withdraw", "summary", "import", "help"]
    let flags = ["--version", "--generate-completion-script", "--store", "--help"]
    let recordFlags = ["--answers", "--score", "--date", "--store", "--help"]
    let expectations: [(words: [String], offered: [String])] = [
      (["outcomes", ""], commands + flags),
      (["outcomes", "re"], ["record"]),
      (["outcomes", "--store", "r"], ["riverside"]),
      (["outcomes", "--store", "riverside", "su"], ["summary"]),
      (["outcomes", "--generate-completion-script", ""], ["bash", "zsh", "fish"]),
      (["outcomes", "help", "w"], ["withdraw"]),
      (["outcomes", "record", ""], recordFlags),
      (["outcomes", "record", "P001", "--s"], ["--score", "--store"]),
      (["outcomes", "record", "P001", "--score", ""], []),
      (["outcomes", "init", "x", "--format", ""], ["csv", "json"]),
      (["outcomes", "summary", "--format", "m"], ["markdown"]),
      (["outcomes", "summary", "--format", "="], ["table", "csv", "json", "markdown"]),
      (["outcomes", "summary", "--format", "=", "j"], ["json"]),
      (["outcomes", "summary", "-o", "s"], ["scores list.csv"]),
      (["outcomes", "init", ""], ["riverside"]),
      (["outcomes", "import", "sc"], ["scores list.csv"]),
      (["outcomes", "import", "--st"], ["--store"]),
    ]
    for (words, offered) in expectations {
      XCTAssertEqual(try completions(of: words), offered, "\(words)")
    }
  }
}
