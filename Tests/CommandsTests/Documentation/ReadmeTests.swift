import XCTest

/// README is short, and so are its paragraphs. Its session is run by `ArticleTests`.
final class ReadmeTests: XCTestCase {
  func testIsShort() throws {
    let readme = try Article(Documentation.readme)
    let lines = readme.text.components(separatedBy: "\n")
    XCTAssertLessThanOrEqual(lines.count, 120)
    for line in lines { XCTAssertLessThanOrEqual(line.count, 120, line) }
  }

  func testNoParagraphIsLongerThanFourLines() throws {
    for case .prose(let lines) in try Article(Documentation.readme).parts
    where !["-", "|", "["].contains(lines[0].prefix(1)) {
      XCTAssertLessThanOrEqual(lines.count, 4, lines[0])
    }
  }

  func testShowsASession() throws {
    XCTAssertEqual(try Article(Documentation.readme).code("console").count, 1)
  }
}
