import Foundation
import TestSupport

/// A Swift file of the project.
struct SourceFile {
  /// The path below the project's folder, such as `Sources/Text/CSV/CSVLineScanner.swift`.
  let path: String
  let text: String

  /// Every Swift file below a folder of the project, in the order of the paths.
  static func all(in folder: String) throws -> [SourceFile] {
    let url = Fixtures.project.appendingPathComponent(folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: url.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
      return SourceFile(path: "\(folder)/\(name)", text: text)
    }
  }

  /// The name of the file without its ending.
  var name: String { String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "") }

  /// The folder that holds the file.
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// The lines with their numbers, from 1.
  var lines: [(number: Int, text: Substring)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      (number: $0 + 1, text: $1)
    }
  }

  /// The modules that the file imports.
  var imports: [String] {
    text.matches(of: /(?m)^ *(?:@\w+ |package |public |internal )*import (?:\w+ )?(\w+)/).map {
      String($0.1)
    }
  }
}
