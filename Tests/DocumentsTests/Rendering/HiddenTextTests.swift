import Text
import XCTest

@testable import Documents

/// Texts that a person or a file gave may hold what a terminal obeys: no report does.
final class HiddenTextTests: XCTestCase {
  func testNothingThatATerminalObeysIsInAReportForPeople() {
    let text = "a\u{1B}[2J\r\n\u{9B}31m\u{202E}b\u{2066}"
    let table = Table(
      caption: text, columns: [Column(text, key: "a"), Column("b"), Column("c")],
      rows: [
        [.text(text), .missing(because: text), .money(1, currency: text, decimals: 0)]
      ])
    let document = Document(
      title: text,
      blocks: [
        .heading(text), .paragraph(text), .notes(text, [text]), .table(table), .diagram([text]),
      ])
    for printed in [TextRenderer().render(document), MarkdownRenderer().render(document)] {
      let hidden = printed.unicodeScalars.filter { VisibleText.isHidden($0) && $0 != "\n" }
      XCTAssertEqual(String(String.UnicodeScalarView(hidden)), "", printed)
      XCTAssertEqual(printed.ranges(of: "[2J").count, 11, printed)
    }
  }
}
