import XCTest

@testable import Documents

final class HTMLTests: XCTestCase {
  func testTextIsNeverReadAsMarkup() {
    let name = #"<b onclick="x">Ü & 'o'</b>"#
    XCTAssertEqual(
      HTML.element("b", ["title": name], ["\(name)", "!"]).source,
      #"<b title="&lt;b onclick=&quot;x&quot;&gt;Ü &amp; 'o'&lt;/b&gt;">"#
        + "&lt;b onclick=&quot;x&quot;&gt;Ü &amp; 'o'&lt;/b&gt;!</b>")
  }

  func testHiddenCharactersAreShown() {
    let text = "a\u{202E}b\u{1}\nc"
    XCTAssertEqual(HTML.element("i", ["\(text)"]).source, "<i>a[U+202E]b␁␊c</i>")
  }

  func testElementsAreNested() {
    XCTAssertEqual(
      HTML.element(
        "ul", [HTML.element("li", ["one", HTML.element("br"), "two"]), HTML.element("li")]
      ).source,
      "<ul>\n<li>one<br/>two</li>\n<li></li>\n</ul>\n")
  }

  func testAPageHasItsTitleAndStyle() {
    let page = HTMLPage(title: "A & B", style: "p { margin: 0; }")
    XCTAssertTrue(page.start.contains("<title>A &amp; B</title>"))
    XCTAssertTrue(page.start.contains("<style>\np { margin: 0; }\n</style>"))
    XCTAssertTrue(page.start.contains("default-src 'none'"))
    XCTAssertTrue(page.start.hasSuffix("<body>\n"))
    XCTAssertEqual(page.end, "</body>\n</html>\n")
  }
}
