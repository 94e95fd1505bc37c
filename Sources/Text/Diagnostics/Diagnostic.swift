/// One problem in a user's input or in a file: its place, what is wrong, and what would be right.
package struct Diagnostic: Sendable, Equatable {
  /// The place of the problem; nil for the command line.
  package var location: SourceLocation?
  /// The problem, as a sentence without a period.
  package var message: String
  /// The text in question, so that the reader recognizes it.
  package var excerpt: String?
  /// A correct form, or what to do next.
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

  /// The message for people: place and message on the first line, then the excerpt and the remedy,
  /// each indented on its own line. Characters that would act on a terminal are made visible, since
  /// a file may contain them anywhere.
  package var text: String {
    let message = VisibleText.shortLine(message)
    var lines = [location.map { VisibleText.shortLine($0.description) + ": " + message } ?? message]
    if let excerpt, !excerpt.isEmpty { lines.append("  " + VisibleText.shortLine(excerpt)) }
    if let remedy { lines.append("  " + VisibleText.shortLine(remedy)) }
    return lines.joined(separator: "\n")
  }
}

/// All problems found at once; the error that validation throws.
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
  /// The same problem in a longer text, with this many lines before it.
  package func movedDown(by lines: Int) -> Diagnostic {
    var moved = self
    moved.location?.line = location?.line.map { $0 + lines }
    return moved
  }
}

extension Sequence where Element == Diagnostic {
  /// The problems by file, then by line, with those of a whole file last; otherwise in their
  /// original order.
  package func inOrderOfPlaces() -> [Diagnostic] {
    enumerated().sorted { left, right in
      let (leftPlace, rightPlace) = (left.element.location, right.element.location)
      return (leftPlace?.file ?? "", leftPlace?.line ?? .max, left.offset)
        < (rightPlace?.file ?? "", rightPlace?.line ?? .max, right.offset)
    }.map(\.element)
  }
}
