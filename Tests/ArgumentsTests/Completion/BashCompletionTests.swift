import XCTest

@testable import Arguments

/// Bash itself completes, with a program in the place of `outcomes` that answers the same whatever
/// it is asked, and writes down what that was.
final class BashCompletionTests: XCTestCase {
  private var folder = URL(fileURLWithPath: "")

  override func setUpWithError() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("riverside"), withIntermediateDirectories: true)
    try Data().write(to: folder.appendingPathComponent("scores list.csv"))
    let script = CompletionScript.text(for: .bash)
    try Data(script.utf8).write(to: folder.appendingPathComponent(".completion"))
    let program = folder.appendingPathComponent("outcomes")
    try Data("#!/bin/sh\nprintf '%s|' \"$@\" > .asked\ncat .answer\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
  }

  override func tearDownWithError() throws {
    try FileManager.default.removeItem(at: folder)
  }

  /// What bash asks when a line is typed, and what it then offers.
  /// - Parameter words: the line as bash splits it: also at “=” and “:”.
  private func completions(
    of line: String, _ words: [String], answer: String
  ) throws -> (asked: String, offered: [String]) {
    try Data(answer.utf8).write(to: folder.appendingPathComponent(".answer"))
    let program = """
      source ./.completion
      COMP_LINE="$1" COMP_POINT=${#1}
      shift
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _outcomes ./outcomes
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let bash = Process()
    bash.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    bash.arguments = ["bash", "-c", program, "bash", line] + words
    bash.currentDirectoryURL = folder
    let output = Pipe()
    bash.standardOutput = output
    try bash.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    bash.waitUntilExit()
    XCTAssertEqual(bash.terminationStatus, 0)
    return (
      try String(contentsOf: folder.appendingPathComponent(".asked"), encoding: .utf8),
      text.split(separator: "\n").map(String.init)
    )
  }

  func testWordsAreAskedAsTyped() throws {
    let expectations = [
      ("outcomes ", ["outcomes", ""], "complete||"),
      ("outcomes show P0", ["outcomes", "show", "P0"], "complete|show|P0|"),
      (#"outcomes show P\&"#, ["outcomes", "show", #"P\&"#], "complete|show|P&|"),
      ("outcomes show 'P&", ["outcomes", "show", "'P&"], "complete|show|P&|"),
      (
        "outcomes summary --format=j", ["outcomes", "summary", "--format", "=", "j"],
        "complete|summary|--format=j|"
      ),
      (
        "outcomes summary --where=", ["outcomes", "summary", "--where", "="],
        "complete|summary|--where=|"
      ),
      (
        "outcomes update P --set site=", ["outcomes", "update", "P", "--set", "site", "="],
        "complete|update|P|--set|site=|"
      ),
    ]
    for (line, words, asked) in expectations {
      XCTAssertEqual(try completions(of: line, words, answer: "values\n").asked, asked, line)
    }
  }

  func testTheAnswerIsOfferedAsBashInsertsIt() throws {
    let values = "values\nsite=New York\tfour\nsite=P&3\n"
    XCTAssertEqual(
      try completions(
        of: "outcomes e --set site=", ["outcomes", "e", "--set", "site", "="], answer: values
      ).offered,
      [#"New\ York"#, #"P\&3"#])
    XCTAssertEqual(
      try completions(
        of: "outcomes e --set 'site=", ["outcomes", "e", "--set", "'site="], answer: values
      ).offered,
      ["site=New York", "site=P&3"])
    XCTAssertEqual(
      try completions(of: "outcomes s -o s", ["outcomes", "s", "-o", "s"], answer: "files\n")
        .offered,
      ["scores list.csv"])
    XCTAssertEqual(
      try completions(of: "outcomes --store ", ["outcomes", "--store", ""], answer: "folders\n")
        .offered,
      ["riverside"])
    XCTAssertEqual(
      try completions(of: "outcomes s ", ["outcomes", "s", ""], answer: "").offered, [])
  }
}
