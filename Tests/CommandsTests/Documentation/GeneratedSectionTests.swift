import Foundation
import TestSupport
import XCTest

@testable import Arguments
@testable import Commands

/// The tables that are made from what the program itself knows. They stand between
/// `<!-- begin NAME -->` and `<!-- end NAME -->`.
final class GeneratedSectionTests: XCTestCase {
  func testExitCodes() throws {
    try expect(
      Self.table(
        ["code", "meaning"], ExitCode.allCases.map { ["\($0.rawValue)", $0.meaning] }),
      as: "exit-codes", in: "ExitCodes")
  }

  func testEnvironment() throws {
    try expect(
      Self.table(
        ["variable", "meaning"],
        World.Variable.allCases.map { ["`\($0.rawValue)`", $0.meaning] }),
      as: "environment", in: "Environment")
  }

  /// The targets and what each may import, from `Package.swift`.
  func testModules() throws {
    let package = try String(
      contentsOf: Fixtures.project.appendingPathComponent("Package.swift"), encoding: .utf8)
    let modules = package.matches(
      of: /(?m)^ +\w+\(\s*"(\w+)"(?:,\s*mayImport:\s*\[([^\]]*)\])?,?\s*\),$/)
    XCTAssertGreaterThan(modules.count, 8)
    let rows = modules.map { module in
      let imports = (module.output.2 ?? "").matches(of: /\w+/).map { String($0.output) }
      return [
        String(module.output.1), imports.isEmpty ? "nothing" : imports.joined(separator: ", "),
      ]
    }
    try expect(
      Self.table(["module", "may import"], rows), as: "modules", in: "Architecture")
  }

  /// The headers of the commands, in the demonstration program.
  func testCSVColumns() async throws {
    let place = try TestWorld()
    let world = try place.world(day: "2025-06-30")
    let made = await Commands.run(["demo", "demo", "--participants", "40"], world)
    XCTAssertEqual(made, 0)
    var section: [String] = []
    for command in Self.csvCommands {
      _ = place.takeOutput()
      let code = await Commands.run(
        command.split(separator: " ").map(String.init)
          + ["--format", "csv", "--store", "demo"], world)
      XCTAssertEqual(code, 0, command)
      let header = place.takeOutput().out.prefix { $0 != "\n" }
      let columns = header.split(separator: ",").map { "`\($0)`" }.joined(separator: ", ")
      section += ["## outcomes \(command)", columns]
    }
    try expect(section.joined(separator: "\n\n"), as: "csv-columns", in: "CSVColumns")
  }

  private static let csvCommands = [
    "summary", "change", "responders", "responders --list", "attrition", "attrition --table1",
    "models", "benchmark", "savings", "explain savings", "due", "status",
    "participants", "show P001", "history P001",
    "history --settings", "reenter --report", "check", "instruments", "instruments ucla-3",
    "export",
    "export --layout wide", "export --layout items --instrument ucla-3",
    "export --layout history",
  ]

  private func expect(_ content: String, as name: String, in article: String) throws {
    let url = try Documentation.url(of: article)
    let text = try String(contentsOf: url, encoding: .utf8)
    let (begin, end) = ("<!-- begin \(name) -->\n", "<!-- end \(name) -->\n")
    let opening = try XCTUnwrap(text.range(of: begin), "\(article) has no section \(name)")
    let closing = try XCTUnwrap(text.range(of: end), "\(article) has no section \(name)")
    try Golden.check(
      String(text[..<opening.upperBound]) + "\n" + content + "\n\n"
        + String(text[closing.lowerBound...]),
      at: url)
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }
}
