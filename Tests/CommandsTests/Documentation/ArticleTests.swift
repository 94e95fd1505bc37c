import Foundation
import Text
import TestSupport
import XCTest

@testable import Arguments
@testable import Commands

/// What README and the articles show and name is what there is.
final class ArticleTests: XCTestCase {
  func testEverySessionIsWhatHappens() async throws {
    try await concurrently(Documentation.everything()) { article in
      try Golden.check(await article.replayed(), at: article.url)
    }
  }

  func testEveryBlockOfCodeIsOfAKnownKind() throws {
    let known = ["", "console", "csv", "json", "sh", "text"]
    for article in try Documentation.everything() {
      for case .code(let kind, let lines) in article.parts {
        XCTAssertTrue(known.contains(kind), "\(article.name): “\(kind)” before \(lines.prefix(1))")
      }
    }
  }

  func testEveryBlockOfJSONCanBeRead() throws {
    for article in try Documentation.everything() {
      for lines in article.code("json") {
        let text = lines.joined(separator: "\n")
        XCTAssertNoThrow(try JSONDocument.parse(Array(text.utf8), file: article.name), text)
      }
    }
  }

  func testEveryCommandAndFlagThatIsNamedExists() throws {
    let definitions = Command.all.map(\.definition) + [.help]
    for article in try Documentation.everything() {
      let scripts = article.code("sh").joined().filter { $0.hasPrefix("outcomes ") }
      for words in (article.codeSpans + scripts).map({ $0.split(separator: " ").map(String.init) })
      where words[0] == "outcomes" || words[0].hasPrefix("--") {
        let command = definitions.first { words.dropFirst().first == $0.name }
        let options =
          (command.map { [$0] } ?? definitions).flatMap(\.options)
          + CommandDefinition.withoutCommand.options
        let isOfTheProgram = words.count == 1 || words[1].hasPrefix("-") || words[0] != "outcomes"
        XCTAssertTrue(
          command != nil || isOfTheProgram || words[1].allSatisfy(\.isUppercase),
          "\(article.name): \(words.joined(separator: " "))")
        for flag in words.compactMap({ $0.firstMatch(of: /^\[?(--[a-z0-9-]+)/)?.output.1 }) {
          XCTAssertTrue(
            options.contains { $0.flag == flag },
            "\(article.name): \(words.joined(separator: " "))")
        }
      }
    }
  }

  /// Articles speak of files and tests by the names that they have today.
  func testEveryFileAndTestThatIsNamedExists() throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Fixtures.project.path)
      .filter { !$0.hasPrefix(".build") && !$0.hasPrefix(".git/") }
    let known = Set(paths)
    let names = Set(paths.map { URL(fileURLWithPath: $0).lastPathComponent })
    for article in try Documentation.everything() {
      for span in article.codeSpans {
        if span.contains(/^(Sources|Tests|Fixtures|\.ci)(\/|$)/) {
          let path = span.hasSuffix("/") ? String(span.dropLast()) : span
          XCTAssertTrue(known.contains(path), "\(article.name): \(span)")
        } else if span.contains(/^[A-Za-z+]+\.(swift|py)$/) {
          XCTAssertTrue(names.contains(span), "\(article.name): \(span)")
        } else if span.contains(/^[A-Z][A-Za-z]+Tests$/) {
          XCTAssertTrue(names.contains(span + ".swift"), "\(article.name): \(span)")
        }
      }
    }
  }
}
