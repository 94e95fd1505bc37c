import Arguments
import Foundation
import XCTest

@testable import Commands

/// Every JSON document says first what it is, so that a script can refuse what it does not know.
final class SchemaTests: XCTestCase {
  /// What has to be typed behind the verbs that need more than themselves.
  private static let words: [String: [[String]]] = [
    "show": [["P001"]], "history": [["P001"], ["--settings"]],
    "instruments": [[], ["phq-9"]], "check": [[], ["--seal"]],
    "responders": [[], ["--list"]], "explain": [["change ucla-3 day90 pairs"]],
    "reenter": [["--report"]],
  ]
  /// Lists of rows, as agreed.
  private static let lists = ["export"]

  func testEveryDocumentBeginsWithItsSchema() async throws {
    let place = try TestWorld()
    _ = try await run(["demo", "program", "--participants", "12"], place)
    var schemas: [String] = []
    for command in Command.all {
      let name = command.definition.name
      let options = command.definition.options.filter { $0.name == OptionDefinition.format.name }
      // Where a table can be chosen, it is the format of a report and not that of a store.
      guard options.contains(where: { $0.allowedValues.contains("table") }),
        !Self.lists.contains(name)
      else { continue }
      for words in Self.words[name] ?? [[]] {
        let (code, out, err) = try await run([name] + words + ["--format", "json"], place)
        XCTAssertEqual(code, 0, "\(name) \(words): \(err)")
        let head = try XCTUnwrap(out.firstMatch(of: /^\{\n  "schema": "(outcomes\.[a-z_]+\/1)"/))
        schemas.append(String(head.1))
      }
    }
    XCTAssertEqual(
      schemas.sorted(),
      [
        "alerts", "attrition", "benchmark", "change", "check", "check", "due", "explain", "history",
        "instrument", "instruments", "models", "participant", "participant_changes",
        "participants", "reentry", "responders", "savings", "settings_history", "status", "summary",
      ].map { "outcomes.\($0)/1" })
  }

  private func run(
    _ arguments: [String], _ place: TestWorld
  ) async throws -> (code: Int32, out: String, err: String) {
    let code = await Commands.run(
      arguments, try place.world(environment: ["OUTCOMES_STORE": "program"]))
    let output = place.takeOutput()
    return (code, output.out, output.err)
  }
}
