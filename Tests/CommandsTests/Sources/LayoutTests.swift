import TestSupport
import XCTest

/// How the source files are laid out, and what none of them may hold.
final class LayoutTests: XCTestCase {
  func testNoFolderHoldsMoreThanTwentyFiles() throws {
    let folders = Dictionary(grouping: try SourceFile.all(in: "Sources"), by: \.folder)
    for (folder, files) in folders {
      XCTAssertLessThanOrEqual(files.count, 20, folder)
    }
  }

  func testNoFileIsLongerThan300Lines() throws {
    for file in try SourceFile.all(in: "Sources") {
      XCTAssertLessThanOrEqual(file.text.count { $0 == "\n" }, 300, file.path)
    }
  }

  /// The lint holds the code itself, which texts in quotation marks may make longer.
  func testNoCommentIsWiderThan100Columns() throws {
    for file in try SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests") {
      for (number, line) in file.lines where line.count > 100 && line.contains("//") {
        XCTAssertFalse(
          line.drop { $0 == " " }.hasPrefix("//"), "\(file.path):\(number): \(line.count)")
      }
    }
  }

  /// A file is named after the type or function that it declares; after the type that it extends,
  /// with the topic; or, as those of the verbs, after the command that it adds to the list of all.
  func testEveryFileIsNamedAfterWhatItDeclares() throws {
    let exceptions = ["main", "POSIX"]
    for file in try SourceFile.all(in: "Sources") where !exceptions.contains(file.name) {
      let parts = file.name.split(separator: "+")
      let function = parts[0].prefix(1).lowercased() + parts[0].dropFirst()
      let declarations =
        parts.count > 1
        ? ["extension (?:\\w+\\.)*\\[?\(parts[0])\\b", "extension \\["]
        : [
          "(?:struct|class|enum|protocol|typealias) \(parts[0])\\b", "func \(function)\\b",
          "extension Command \\{",
        ]
      XCTAssertTrue(
        try declarations.contains { file.text.contains(try Regex($0)) }, file.path)
    }
  }

  /// “is not a date”, rather than “is no date”.
  func testNoMessageSaysThatSomethingIsNoThing() throws {
    for file in try SourceFile.all(in: "Sources") {
      for (number, line) in file.lines
      where line.contains("\"") && !line.drop(while: { $0 == " " }).hasPrefix("//") {
        let others = line.replacing(/[Tt]here is no |is no longer/, with: "")
        XCTAssertFalse(others.contains(" is no "), "\(file.path):\(number): \(line)")
      }
    }
  }

  func testOnlyTheNamedFilesUseTheCLibrary() throws {
    let allowed: Set<String> = [
      "ByteSearch", "NumberText", "ElementaryFunctions", "POSIX", "Console", "World+Real",
      "Terminal+Real",
      "main",
    ]
    for file in try SourceFile.all(in: "Sources")
    where !allowed.contains(file.name) {
      XCTAssertFalse(file.imports.contains("Glibc"), file.path)
    }
  }

  /// Foundation with all its tables makes the program four times as large.
  func testNoFileImportsFoundation() throws {
    for file in try SourceFile.all(in: "Sources") {
      XCTAssertFalse(file.imports.contains("Foundation"), file.path)
    }
  }

  /// With Swift 6.3 at `-O` a span of one array of a value lets changes of another one reach copies
  /// of the value; see `ArrayMutableSpanTests`.
  func testNoFileUsesTheSpanThatTheCompilerGetsWrong() throws {
    for file in try SourceFile.all(in: "Sources") {
      for name in [".mutableSpan", "lifetime("] {
        XCTAssertFalse(
          file.text.contains(name), "\(file.path) uses \(name); `withMutableSpan` is safe")
      }
    }
  }
}
