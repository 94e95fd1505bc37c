import Foundation
import TestSupport

/// A Markdown file of the documentation, taken apart into what the tests look at.
struct Article: Sendable {
  /// One part of the file. Lines that are empty stand in none.
  enum Part: Sendable, Equatable {
    case heading(level: Int, text: String)
    /// The lines of a paragraph, a list or a table.
    case prose([String])
    /// The lines between two fences, and the word behind the first of them.
    case code(kind: String, [String])
    /// The text of a comment, which readers do not see.
    case comment(String)
  }

  let url: URL
  let text: String
  let parts: [Part]

  init(_ url: URL) throws {
    self.url = url
    text = try String(contentsOf: url, encoding: .utf8)
    parts = Self.parts(of: text.components(separatedBy: "\n"))
  }

  /// The name by which other articles link to it: the file's name without its ending.
  var name: String { url.deletingPathExtension().lastPathComponent }

  var headings: [String] {
    parts.compactMap { part in
      if case .heading(_, let text) = part { text } else { nil }
    }
  }

  /// Each paragraph, list or table as one text.
  var proseTexts: [String] {
    parts.compactMap { part in
      if case .prose(let lines) = part { lines.joined(separator: " ") } else { nil }
    }
  }

  /// What stands between backticks in headings and prose.
  var codeSpans: [String] {
    (proseTexts + headings).flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.output.1) } }
  }

  /// The blocks of code of one kind.
  func code(_ kind: String) -> [[String]] {
    parts.compactMap { part in
      if case .code(kind, let lines) = part { lines } else { nil }
    }
  }

  private static func parts(of lines: [String]) -> [Part] {
    var parts: [Part] = []
    var prose: [String] = []
    var fence: (kind: String, lines: [String])?
    for line in lines + [""] {
      if let open = fence {
        if line == "```" {
          parts.append(.code(kind: open.kind, open.lines))
          fence = nil
        } else {
          fence?.lines.append(line)
        }
        continue
      }
      let isProse = part(of: line) == nil && !line.isEmpty && !line.hasPrefix("```")
      if isProse {
        prose.append(line)
        continue
      }
      if !prose.isEmpty { parts.append(.prose(prose)) }
      prose = []
      if line.hasPrefix("```") { fence = (String(line.dropFirst(3)), []) }
      parts += part(of: line).map { [$0] } ?? []
    }
    return parts
  }

  /// The heading, comment or indented code that a line is by itself.
  private static func part(of line: String) -> Part? {
    if let heading = line.wholeMatch(of: /(#+) (.+)/) {
      return .heading(level: heading.output.1.count, text: String(heading.output.2))
    }
    if let comment = line.wholeMatch(of: /<!-- (.+) -->/) {
      return .comment(String(comment.output.1))
    }
    return line.hasPrefix("    ") ? .code(kind: "", [String(line.dropFirst(4))]) : nil
  }
}

/// All that is documentation: README and the articles of the catalog.
enum Documentation {
  static let readme = Fixtures.project.appendingPathComponent("README.md")

  static let catalog = Fixtures.project
    .appendingPathComponent("Sources/outcomes/Documentation.docc")

  /// The article from which all others can be reached.
  static let landingPage = "outcomes"

  /// The articles of the catalog and its folders in the order of their paths.
  static func articles() throws -> [Article] {
    let files = FileManager.default.enumerator(at: catalog, includingPropertiesForKeys: nil)
    return try (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }.map(Article.init)
  }

  /// The file of an article, whichever folder it is in.
  static func url(of name: String) throws -> URL {
    let found = try articles().first { $0.url.lastPathComponent == name + ".md" }
    guard let found else { throw CocoaError(.fileNoSuchFile) }
    return found.url
  }

  static func article(_ name: String) throws -> Article { try Article(url(of: name)) }

  static func everything() throws -> [Article] {
    try [Article(readme)] + articles()
  }
}
