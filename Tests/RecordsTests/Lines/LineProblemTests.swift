import Records
import TestSupport
import Text
import XCTest

/// Each way in which a line cannot be taken apart, with its message.
final class LineProblemTests: XCTestCase {
  private let columns =
    "columns: participant,enrolled_on,action,recorded_at,recorded_by,reason,site,age_band,seal"

  func testCSVLines() throws {
    let start = "P001,2026-01-01,enroll,2026-01-01T10:00:00Z"
    for (line, column, message, remedy) in [
      ("", 1, "this line has 1 fields; 9 are needed", columns),
      ("P001,2026-01-01", 16, "this line has 2 fields; 9 are needed", columns),
      (start + ",ada,,,,,", 53, "this line has more than 9 fields", columns),
      (
        start + ",\"ada,,,,", 45, "a quotation mark on this line is not closed",
        "a record must end on the line where it starts"
      ),
      (
        start + ",a\"da,,,,", 46, "there is a quotation mark inside a field",
        "put the field between quotation marks and double the ones inside it"
      ),
      (
        start + ",\"ada\"x,,,,", 50, "there is text after a closing quotation mark",
        "put a comma or the end of the line there, or double a quotation mark inside the text"
      ),
      (start + ",\0,,,,", 45, "this line contains a NUL byte", "restore the file from a backup"),
      (
        start + ",ada,,,,\r", 52, "this line ends with CR LF, as spreadsheet programs write it",
        "save the file with Unix line endings (LF)"
      ),
      (
        start + ",\u{8},,,,", 45, "this line contains a control character (byte 8)", "remove it"
      ),
    ] {
      XCTAssertEqual(
        try messages(Array(line.utf8), .csv),
        ["participants.csv:2:\(column): \(message)" + excerpt(line) + "\n  \(remedy)"])
    }
  }

  func testJSONLines() throws {
    let columns = columns.replacingOccurrences(of: ",", with: ", ")
    for (line, column, message, remedy) in [
      ("[]", 1, "this is not valid JSON: expected {", "write one JSON object per line (RFC 8259)"),
      (#"{"ste":"x"}"#, 2, "unknown key “ste”", "did you mean “site”?"),
      (#"{"color":"x"}"#, 2, "unknown key “color”", columns),
      (#"{"site":"x","site":"x"}"#, 13, "the key “site” appears twice", "keep one"),
      (
        #"{"site":7}"#, 9, "the value of “site” is not text",
        "write it between quotation marks, or leave the key out"
      ),
      (
        #"{"site":"a\nb"}"#, 11, "an escape sequence stands for a control character",
        "replace it with a space"
      ),
      (
        "{\"site\":\"x\"}\r", 13, "this line ends with CR LF, as spreadsheet programs write it",
        "save the file with Unix line endings (LF)"
      ),
    ] {
      XCTAssertEqual(
        try messages(Array(line.utf8), .json),
        ["participants.jsonl:2:\(column): \(message)" + excerpt(line) + "\n  \(remedy)"])
    }
  }

  func testNumbersInQuotationMarks() throws {
    let program = try SampleProgram.program(.json)
    let reader = ScoreChunkReader(
      program: program, participants: ParticipantColumns(attributes: 2), file: "scores.jsonl")
    let line = #"{"score":"7"}"#
    XCTAssertEqual(
      StoreText([line]).read { reader.read(&$0, lines: $1) }.problems.map(\.text),
      [
        """
        scores.jsonl:1:10: the value of “score” is not a number
          \(line)
          write it without quotation marks, or leave the key out
        """
      ])
  }

  func testLinesThatAreNotUTF8() throws {
    XCTAssertEqual(
      try messages([0xE9] + Array(",,,,,,,,".utf8), .csv),
      ["participants.csv:2:1: this line is not UTF-8\n  \u{FFFD},,,,,,,,\n  save the file as UTF-8"]
    )
  }

  /// A value that is missing has no place of its own in a JSON line.
  func testAMissingValueIsAtTheStartOfTheLine() throws {
    let line = #"{"participant":"P001","enrolled_on":"2026-01-01"}"#
    XCTAssertEqual(
      try messages(Array(line.utf8), .json),
      [
        "participants.jsonl:2:1: “” is not an action\n  \(line)\n  allowed: enroll,"
          + " update, withdraw, withdraw-use, unenroll, erase"
      ]
    )
  }

  /// A line as a message shows it: control characters by their pictures, nothing for an empty line.
  private func excerpt(_ line: String) -> String {
    let pictures = ["\0": "␀", "\u{8}": "␈", "\r": "␍"]
    let shown = pictures.reduce(line) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
    return shown.isEmpty ? "" : "\n  " + shown
  }

  /// What is wrong with the second of two lines.
  private func messages(_ line: [UInt8], _ format: LineFormat) throws -> [String] {
    let settings = try SampleProgram.settings(format)
    let reader = ParticipantChunkReader(
      settings: settings, file: "participants.\(format.fileExtension)")
    var store = RandomStore(try SampleProgram.program(format), seed: 4)
    var text = StoreText(try store.events(1), settings)
    text.lines.append(line + [ASCII.lineFeed])
    return text.read { reader.read(&$0, lines: $1) }.problems.map(\.text)
  }
}
