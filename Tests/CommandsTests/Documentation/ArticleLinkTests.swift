import Foundation
import XCTest

/// Every link in README and the articles leads somewhere, and every article can be reached.
final class ArticleLinkTests: XCTestCase {
  func testEveryLinkBetweenArticlesLeadsToAHeadingThatIsThere() throws {
    let articles = try Documentation.articles()
    for article in try Documentation.everything() {
      for link in article.articleLinks {
        let target = articles.first { $0.name == link.name }
        XCTAssertNotNil(target, "\(article.name): there is no article \(link.name)")
        guard let target, let anchor = link.anchor else { continue }
        XCTAssertTrue(
          target.headings.map(Self.anchorInDocC).contains(anchor),
          "\(article.name): \(link.name) has no heading #\(anchor)")
      }
    }
  }

  func testEveryRelativeLinkLeadsToAFileAndAHeadingThatAreThere() throws {
    for article in try Documentation.everything() {
      for link in article.fileLinks {
        let url = URL(
          fileURLWithPath: link.path.isEmpty ? article.url.lastPathComponent : link.path,
          relativeTo: article.url.deletingLastPathComponent())
        XCTAssertTrue(
          FileManager.default.fileExists(atPath: url.path), "\(article.name): \(link.path)")
        guard let anchor = link.anchor else { continue }
        XCTAssertTrue(
          try Article(url).headings.map(Self.anchorInMarkdown).contains(anchor),
          "\(article.name): \(link.path) has no heading #\(anchor)")
      }
    }
  }

  func testEveryLabelOfALinkHasAPathAndIsUsed() throws {
    for article in try Documentation.everything() {
      XCTAssertEqual(article.labels.used, article.labels.defined, article.name)
    }
  }

  func testEveryArticleCanBeReachedFromTheLandingPage() throws {
    let articles = try Documentation.articles()
    var reached: Set<String> = []
    var next = [Documentation.landingPage]
    while let name = next.popLast() {
      guard reached.insert(name).inserted else { continue }
      next += articles.first { $0.name == name }?.articleLinks.map(\.name) ?? []
    }
    XCTAssertEqual(articles.map(\.name).filter { !reached.contains($0) }, [])
  }

  /// `Exit codes` is `Exit-codes`, as DocC has it.
  private static func anchorInDocC(_ heading: String) -> String {
    heading.filter { $0 != "`" }.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }
    )
    .joined(separator: "-")
  }

  /// `Exit codes` is `exit-codes`, as code forges have it.
  private static func anchorInMarkdown(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || "- _".contains($0) }
      .replacingOccurrences(of: " ", with: "-")
  }
}

extension Article {
  /// The names in `<doc:Name>` and `<doc:Name#Heading>`.
  fileprivate var articleLinks: [(name: String, anchor: String?)] {
    proseTexts.joined(separator: " ").matches(of: /<doc:([^>#]+)(#([^>]+))?>/).map {
      (String($0.output.1), $0.output.3.map(String.init))
    }
  }

  /// The paths in `[text](path#heading)`, and in `[label]: path#heading` for `[text][label]`, that
  /// lead to no other machine.
  fileprivate var fileLinks: [(path: String, anchor: String?)] {
    let prose = proseTexts.joined(separator: " ")
    let links =
      prose.matches(of: /\]\(([^)#\s]*)(?:#([^)]+))?\)/).map(\.output)
      + prose.matches(of: /\[\w+\]: ([^#\s]*)(?:#(\S+))?/).map(\.output)
    return links.filter { !$0.1.contains(":") }.map { (String($0.1), $0.2.map(String.init)) }
  }

  /// The labels of `[text][label]`, and those that have a path.
  fileprivate var labels: (used: Set<String>, defined: Set<String>) {
    let prose = proseTexts.joined(separator: " ")
    return (
      Set(prose.matches(of: /\]\[(\w+)\]/).map { String($0.output.1) }),
      Set(prose.matches(of: /\[(\w+)\]:\s/).map { String($0.output.1) })
    )
  }
}
