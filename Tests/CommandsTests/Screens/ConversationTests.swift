import XCTest

@testable import Commands

final class ConversationTests: XCTestCase {
  private func conversation(
    _ terminal: TestTerminal, _ environment: [String: String] = [:]
  ) throws -> Conversation {
    let usual = ["TERM": "xterm", "LANG": "en_US.UTF-8"]
    let place = try TestWorld()
    return Conversation(
      terminal.terminal, try place.world(environment: usual.merging(environment) { $1 }))
  }

  private let question = Screen(
    [Screen.Line("A question · “two” …", .strong)], prompt: "Answer: ")

  func testCtrlZPutsTheTerminalBackBeforeTheProgramStops() throws {
    let terminal = TestTerminal(["<ctrl-z> 2"])
    var conversation = try conversation(terminal)
    XCTAssertEqual(conversation.key { _ in question }, .character("2"))
    XCTAssertEqual(terminal.suspensions, 1)
    XCTAssertEqual(terminal.modes, [.takingKeys, .busy, .asFound, .takingKeys])
    XCTAssertEqual(terminal.screen, ["A question · “two” …", "Answer:"])
    conversation.end()
    XCTAssertEqual(terminal.modes.suffix(2), [.busy, .asFound])
    XCTAssertEqual(terminal.screen, [])
  }

  /// Over a slow line, a key that changes one row must not send the whole screen again.
  func testOnlyTheRowsFromTheFirstDifferentOneAreSent() throws {
    let terminal = TestTerminal(["ab"])
    var conversation = try conversation(terminal, ["NO_COLOR": "1"])
    var screen = Screen([Screen.Line("one"), Screen.Line("two")], prompt: "> ")
    _ = conversation.key { _ in screen }
    screen.prompt = "> a"
    _ = conversation.key { _ in screen }
    screen.lines[1] = Screen.Line("two and a half")
    screen.lines.append(Screen.Line("three"))
    _ = conversation.key { _ in screen }
    XCTAssertEqual(
      terminal.written,
      ["one\ntwo\n> ", "\r\u{1B}[J> a", "\u{1B}[1A\r\u{1B}[Jtwo and a half\nthree\n> a"])
  }

  /// A terminal that becomes narrower breaks its rows: 3 of 20 columns take 6 of 10.
  func testAWindowThatChangesIsErasedAsItIsBrokenThen() throws {
    let terminal = TestTerminal(["<narrow> 2"], Terminal.Size(columns: 21, rows: 24))
    var conversation = try conversation(terminal, ["NO_COLOR": "1"])
    let twenty = String(repeating: "a", count: 20)
    _ = conversation.key { size in
      Screen([Screen.Line(size.columns == 21 ? twenty : "a"), Screen.Line("")], prompt: "> ")
    }
    XCTAssertEqual(
      terminal.written, ["\(twenty)\n\n> ", "\u{1B}[3A\r\u{1B}[J", "a\n\n> "])
  }

  func testTheEndOfTheInputIsNotCtrlC() throws {
    let terminal = TestTerminal([])
    var conversation = try conversation(terminal)
    XCTAssertEqual(conversation.key { _ in question }, .end)
    XCTAssertTrue(conversation.hasEnded)
    XCTAssertFalse(conversation.wasInterrupted)
  }

  func testATerminalOfLinesIsNeverPutInAnotherState() throws {
    let terminal = TestTerminal(["21 <enter>"])
    var conversation = try conversation(terminal, ["TERM": "dumb"])
    XCTAssertEqual(conversation.key { _ in question }, .character("2"))
    XCTAssertEqual(conversation.key { _ in question }, .character("1"))
    conversation.end()
    XCTAssertEqual(Set(terminal.modes), [.asFound])
  }

  func testTheEnvironmentTellsWhatCanBeShown() throws {
    let place = try TestWorld()
    let size = Terminal.Size(columns: 80, rows: 24)
    func style(_ environment: [String: String], _ size: Terminal.Size? = size) throws
      -> ScreenStyle
    {
      ScreenStyle(try place.world(environment: environment), size)
    }
    let color = try style(["TERM": "xterm", "LC_ALL": "de_DE.utf8", "LANG": "C"])
    XCTAssertEqual(color.emphasized(color.marks("1 · 2 …"), .strong), "\u{1B}[1m1 · 2 …\u{1B}[0m")
    let plain = try style(["TERM": "xterm", "NO_COLOR": "1", "LC_CTYPE": "C", "LANG": "C.UTF-8"])
    XCTAssertEqual(
      plain.emphasized(plain.marks("“Köln” · −2 ≥ 1 …"), .alert), "\"Köln\" - -2 >= 1 ...")
    XCTAssertTrue(plain.movesCursor)
    XCTAssertFalse(try style(["TERM": "dumb"]).movesCursor)
    XCTAssertFalse(try style([:]).movesCursor)
    XCTAssertFalse(try style(["TERM": "xterm"], nil).movesCursor)
  }
}
