import XCTest

@testable import Documents

/// Expected texts follow GitHub Flavored Markdown, section 4.10 (tables) and 2.4 (escapes).
final class MarkdownRendererTests: XCTestCase {
  func testPipesAndMarkupAreEscaped() {
    XCTAssertEqual(
      MarkdownRenderer().render(OddTable.document),
      #"""
      # A \*bold\* title

      ## One

      **Odd \| ends**

      | who | mean \| sd | 95 % CI | p |
      | :--- | ---: | ---: | ---: |
      | Zoë, "Łódź" \| a\\b | −1,234.6 | [−1.5, 0.0] | < .001 |
      | =1+1 | [a] | [b] | [a] |
      | -5 [31m red | 1,200 |  | −14.6 % |
      | 1970-01-01 | US$615 |  | +0.25 |

      [a] too few\
      [b] no spread

      **Notes**

      - [x\](y)

      """#)
  }

  func testTagsAndEmphasisBecomePlainText() {
    let document = Document(
      title: "<script> a < b", blocks: [.paragraph("d_av, _x_, `y`, ~~z~~, [k]: /url")])
    XCTAssertEqual(
      MarkdownRenderer().render(document),
      #"""
      # \<script> a < b

      d_av, \_x\_, \`y\`, \~\~z\~\~, [k\]: /url

      """#)
  }
}
