import Foundation
import XCTest

import Arguments
import Documents
import Interchange
@testable import Commands

final class FileFormatTests: XCTestCase {
  func testTheFormFollowsTheEnding() throws {
    for (words, expected) in [
      ("summary -o a.csv", "csv"), ("summary -o a.json", "json"), ("summary -o a.md", "markdown"),
      ("summary -o a.txt", "table"), ("summary -o dir.pdf/A.CSV", "csv"),
      ("summary --output=a.b.Json", "json"), ("export -o a.json", "json"),
      ("export -o a.csv", "csv"), ("show P1 -o a.md", "markdown"),
    ] {
      XCTAssertEqual(try format(words), expected, words)
    }
  }

  func testWithoutAnEndingNothingIsSaid() throws {
    for words in [
      "summary", "summary -o a", "summary -o -", "summary -o .csv", "summary -o dir.csv/a",
      "summary -o a.", "export -o a",
    ] {
      XCTAssertNil(try format(words), words)
    }
  }

  func testWhatIsTypedWins() throws {
    XCTAssertEqual(try format("summary -o a.csv --format json"), "json")
    XCTAssertEqual(try format("summary -o a.pdf --format table"), "table")
  }

  func testAnUnknownEndingIsRefusedWithWhatIsPossible() throws {
    for (words, problem, remedy) in [
      ("summary -o a.pdf", "a.pdf", ".csv, .json, .md or .txt"),
      ("summary -o dir/a.xlsx", "dir/a.xlsx", ".csv, .json, .md or .txt"),
      ("export -o a.txt", "a.txt", ".csv or .json"), ("export -o a.md", "a.md", ".csv or .json"),
    ] {
      XCTAssertThrowsError(try format(words)) { error in
        XCTAssertEqual(
          (error as? Refusal)?.diagnostics.map(\.text),
          [
            "the extension of “\(problem)” is not a format that this command can write\n"
              + "  use the extension \(remedy), or choose the format with --format"
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

  private func format(_ words: String) throws -> String? {
    let invocation = try CommandLineParser.parse(
      words.components(separatedBy: " "), commands: Command.all)
    guard case .run(let command, let arguments) = invocation else {
      throw CocoaError(.featureUnsupported)
    }
    let read = ValueReader(arguments, try TestWorld().world())
    guard command.definition.name == "export" else {
      let format: ReportFormat? = try read.format(.format).get()
      return format?.rawValue
    }
    let format: ExportFormat? = try read.format(.format).get()
    return format?.rawValue
  }
}
