import Text

/// A piece of HTML, written so that it is well-formed XML too. A string literal is text: whatever
/// it contains is shown and never read as markup.
package struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The markup.
  package let source: String

  /// Text, with every character that is markup or that cannot be seen replaced.
  package init(stringLiteral text: String) {
    source = Self.escaped(text)
  }

  private init(source: String) {
    self.source = source
  }

  /// An element.
  package static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ content: [HTML] = []
  ) -> HTML {
    let given = attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    let (afterStart, afterEnd) = lineEnds[name] ?? ("", "")
    guard !emptyElements.contains(name) else {
      return HTML(source: "<\(name)\(given)/>\(afterEnd)")
    }
    let inside = content.map(\.source).joined()
    return HTML(source: "<\(name)\(given)>\(afterStart)\(inside)</\(name)>\(afterEnd)")
  }

  /// An element without attributes.
  package static func element(_ name: String, _ content: [HTML] = []) -> HTML {
    element(name, [:], content)
  }

  /// Elements that cannot contain anything.
  private static let emptyElements: Set = ["br", "col", "hr", "img", "meta"]

  /// The line ends after the start tag and after the end tag, for elements beside which a space
  /// changes nothing.
  private static let lineEnds: [String: (String, String)] = {
    let containers = [
      "article", "footer", "header", "main", "nav", "ol", "section", "table", "tbody", "thead",
      "tr",
      "ul",
    ]
    let lines = ["caption", "h1", "h2", "h3", "li", "meta", "p", "td", "th", "title"]
    let ends =
      containers.map { ($0, (afterStart: "\n", afterEnd: "\n")) }
      + lines.map { ($0, (afterStart: "", afterEnd: "\n")) }
    return Dictionary(uniqueKeysWithValues: ends)
  }()

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in VisibleText.line(text) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
