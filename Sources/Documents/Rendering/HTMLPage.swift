/// The frame of a page of HTML that needs nothing from elsewhere: no script, and no other file or
/// address is ever loaded.
package struct HTMLPage: Sendable {
  private let title: String
  private let style: String

  /// - Parameter style: a style sheet, which must not contain `<` or `&`.
  package init(title: String, style: String) {
    self.title = title
    self.style = style
  }

  /// Everything before the contents of `body`.
  package var start: String {
    let head = [
      HTML.element("meta", ["charset": "utf-8"]),
      HTML.element(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'",
        ]),
      HTML.element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      HTML.element("title", [HTML(stringLiteral: title)]),
    ]
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n" + head.map(\.source).joined()
      + "<style>\n\(style)\n</style>\n</head>\n<body>\n"
  }

  /// Everything after the contents of `body`.
  package var end: String { "</body>\n</html>\n" }
}
