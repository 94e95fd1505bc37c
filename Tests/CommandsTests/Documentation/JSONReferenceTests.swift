import Foundation
import Text
import TestSupport
import XCTest

@testable import Commands

/// The articles on JSON name every key that is printed, and no other, with its type.
///
/// What is printed is taken from the golden files and the transcripts, which other tests compare
/// with the program, and from a few commands that are run here.
final class JSONReferenceTests: XCTestCase {
  func testArticlesNameWhatIsPrinted() async throws {
    let printed = try await Self.recorded() + Self.printedOfGroups()
    let articles = try Self.articles()
    XCTAssertEqual(
      Set(printed.map(\.schema)).subtracting(articles.values.joined()), [],
      "schemas without an article")
    let common = JSONKeys(in: try Documentation.article("JSONDocuments"))
    for (article, schemas) in articles {
      let documents = printed.filter { schemas.contains($0.schema) }
      let own = JSONKeys(in: try Documentation.article(article))
      let keys = common.merging(own)
      let problems = Set(
        documents.flatMap { keys.problems(with: $0.value, isShared: $0.isShared) })
      XCTAssertEqual(problems.sorted(), [], article)
      let paths = documents.reduce(into: Set()) { $0.formUnion(JSONKeys.paths(in: $1.value)) }
      XCTAssertEqual(own.paths.filter { !paths.contains($0) }, [], "\(article) names too much")
    }
  }

  /// The schemas that each article is about, from the table in `JSONDocuments`.
  private static func articles() throws -> [String: [String]] {
    let rows = try Documentation.article("JSONDocuments").text
      .matches(of: /\| <doc:(JSON\w+)> \| `([^`]+)` \|/)
    return Dictionary(
      rows.map { (String($0.output.1), [String($0.output.2)]) }, uniquingKeysWith: +)
  }

  /// A document that a command prints.
  private struct Printed {
    let schema: String
    let value: JSONValue
    /// Whether it was printed with `--share`.
    let isShared: Bool

    /// Nil where the text is not such a document, or describes an instrument, which has an article
    /// of its own.
    init?(_ place: String, _ text: String) {
      guard let value = try? JSONDocument.parse(Array(text.utf8), file: place),
        case .object(let members) = value, let first = members.first, first.key == "schema",
        case .string(let schema) = first.value, schema != "outcomes.instrument/1"
      else { return nil }
      self.schema = schema
      self.value = value
      isShared = members.contains { $0.key == "privacy" }
    }
  }

  /// What stands in the golden files, the transcripts and the articles.
  private static func recorded() throws -> [Printed] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Fixtures.project.path)
      .filter { $0.hasPrefix("Fixtures/Goldens/") || $0.hasPrefix("Fixtures/Transcripts/") }
    return try files.flatMap { file -> [Printed] in
      let url = Fixtures.project.appendingPathComponent(file)
      if file.hasSuffix(".json") {
        return [Printed(file, try String(contentsOf: url, encoding: .utf8))].compactMap(\.self)
      }
      return file.hasSuffix(".txt") ? try documents(inTranscript: url) : []
    }
  }

  /// The documents that commands of a transcript print.
  private static func documents(inTranscript url: URL) throws -> [Printed] {
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.components(separatedBy: "\n$ ").flatMap { step -> [Printed] in
      let lines = step.components(separatedBy: "\n")
      guard let first = lines.dropFirst().first, first.hasPrefix("{") else { return [] }
      let end = lines.firstIndex(of: "}").map { $0 + 1 } ?? 2
      let place = "\(url.lastPathComponent): \(lines[0])"
      return [Printed(place, lines[1..<end].joined(separator: "\n"))].compactMap(\.self)
    }
  }

  /// What the commands print of groups and in lists, in the demonstration program.
  private static func printedOfGroups() async throws -> [Printed] {
    let place = try TestWorld()
    let world = try place.world(day: "2025-06-30")
    _ = await Commands.run(["demo", "demo", "--participants", "120"], world)
    for (key, value) in [
      ("months", "24"), ("rate_range", #"{"low": 10, "high": 20, "source": "invented"}"#),
    ] {
      let set = ["set", "savings.\(key)", value, "--reason", "a test", "--store", "demo"]
      let code = await Commands.run(set, world)
      XCTAssertEqual(code, 0, key)
    }
    var printed: [Printed] = []
    for command in [
      "summary --by site", "change --by site", "responders --by site",
      "attrition --table1 --by site", "models --by site --growth", "benchmark --by site",
      "savings --by site --program-cost 250", "history --settings", "responders --list",
      "instruments",
    ] {
      _ = place.takeOutput()
      let words = command.split(separator: " ").map(String.init)
      let code = await Commands.run(words + ["--format", "json", "--store", "demo"], world)
      XCTAssertEqual(code, 0, command)
      printed += [Printed(command, place.takeOutput().out)].compactMap(\.self)
    }
    return printed
  }
}
