import Foundation
import XCTest

import Arguments
@testable import Commands

final class FileEndingTests: XCTestCase {
  func testTheFormFollowsTheEnding() throws {
    for (words, format) in [
      ("summary -o a.csv", "csv"), ("summary -o a.json", "json"), ("summary -o a.md", "markdown"),
      ("summary -o a.txt", "table"), ("summary -o dir.pdf/A.CSV", "csv"),
      ("summary --output=a.b.Json", "json"), ("export -o a.json", "json"),
      ("export -o a.csv", "csv"), ("show P1 -o a.md", "markdown"),
    ] {
      XCTAssertEqual(try parsed(words).value(of: .format), format, words)
    }
  }

  func testWithoutAnEndingNothingIsSaid() throws {
    for words in [
      "summary", "summary -o a", "summary -o -", "summary -o .csv", "summary -o dir.csv/a",
      "summary -o a.", "export -o a", "backup a.pdf",
    ] {
      XCTAssertNil(try parsed(words).value(of: .format), words)
    }
  }

  func testWhatIsTypedWins() throws {
    XCTAssertEqual(try parsed("summary -o a.csv --format json").value(of: .format), "json")
    XCTAssertEqual(try parsed("summary -o a.pdf --format table").value(of: .format), "table")
    XCTAssertEqual(try parsed("demo a.pdf --format json").value(of: .format), "json")
  }

  func testAnUnknownEndingIsRefusedWithWhatIsPossible() throws {
    for (words, problem, remedy) in [
      ("summary -o a.pdf", "a.pdf", ".csv, .json, .md or .txt"),
      ("summary -o dir/a.xlsx", "dir/a.xlsx", ".csv, .json, .md or .txt"),
      ("export -o a.txt", "a.txt", ".csv or .json"), ("export -o a.md", "a.md", ".csv or .json"),
    ] {
      XCTAssertThrowsError(try parsed(words)) { error in
        XCTAssertEqual(
          (error as? Refusal)?.diagnostics.map(\.text),
          [
            "the ending of “\(problem)” does not name a form that this command can write\n"
              + "  end the name in \(remedy), or name the form with --format"
          ])
      }
    }
  }

  /// Before anything is read: there is no program here.
  func testAnUnknownEndingIsAFaultOfTheCommandLine() async throws {
    let place = try TestWorld()
    let code = await Commands.run(["summary", "-o", "a.pdf"], try place.world())
    XCTAssertEqual(code, 2)
  }

  /// Every form that a command has can be had by an ending.
  func testEveryFormHasItsEnding() {
    for definition in Command.all.map(\.definition) where definition.options.contains(.output) {
      let forms = definition.options.first { $0.name == "format" }?.allowedValues ?? []
      XCTAssertTrue(Set(forms).isSubset(of: FileEnding.allCases.map(\.format)), definition.name)
    }
  }

  private func parsed(_ words: String) throws -> ParsedArguments {
    let invocation = try CommandLineParser.parse(
      words.components(separatedBy: " "), commands: Command.all)
    guard case .run(let command, let parsed) = invocation else {
      throw CocoaError(.featureUnsupported)
    }
    return try parsed.withFormatOfOutput(for: command.definition)
  }
}
