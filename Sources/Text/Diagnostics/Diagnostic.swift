/// One thing that is wrong with what a person or a file said: where, what, and what would be right.
package struct Diagnostic: Sendable, Equatable {
  /// Where it was found; nil for what was typed on the command line.
  package var location: SourceLocation?
  /// What is wrong, as a sentence without a full stop.
  package var message: String
  /// The text that is wrong, for the reader to recognize it.
  package var excerpt: String?
  /// What would be right, or what to do now.
  package var remedy: String?

  package init(
    _ message: String, at location: SourceLocation? = nil, excerpt: String? = nil,
    remedy: String? = nil
  ) {
    self.location = location
    self.message = message
    self.excerpt = excerpt
    self.remedy = remedy
  }

  /// The message as a person reads it: place and message on the first line, then the excerpt and
  /// the remedy, each on an indented line of its own. What a terminal would obey, which a file may
  /// hold anywhere, is shown.
  package var text: String {
    let message = VisibleText.shortLine(message)
    var lines = [location.map { VisibleText.shortLine($0.description) + ": " + message } ?? message]
    if let excerpt, !excerpt.isEmpty { lines.append("  " + VisibleText.shortLine(excerpt)) }
    if let remedy { lines.append("  " + VisibleText.shortLine(remedy)) }
    return lines.joined(separator: "\n")
  }
}

/// Every problem that was found at once; what validation throws.
package struct Problems: Error, Sendable, Equatable {
  /// The problems, in the order they were found; never empty.
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  package init(_ diagnostic: Diagnostic) {
    self.init([diagnostic])
  }
}

extension Diagnostic {
  /// The same problem in a longer text, this many lines further down.
  package func movedDown(by lines: Int) -> Diagnostic {
    var moved = self
    moved.location?.line = location?.line.map { $0 + lines }
    return moved
  }
}

extension Sequence where Element == Diagnostic {
  /// The problems by file, then by line, what concerns a whole file last; otherwise as they came.
  package func inOrderOfPlaces() -> [Diagnostic] {
    enumerated().sorted { left, right in
      let (leftPlace, rightPlace) = (left.element.location, right.element.location)
      return (leftPlace?.file ?? "", leftPlace?.line ?? .max, left.offset)
        < (rightPlace?.file ?? "", rightPlace?.line ?? .max, right.offset)
    }.map(\.element)
  }
}
