/// Breaking of text into lines.
package enum TextWrapping {
  /// The text in lines of at most `width` characters; only a longer word exceeds it. Each line but
  /// the first starts with `indent` spaces, and the first leaves room for as many. A number stays
  /// on one line with its percent sign.
  package static func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
    var lines: [String] = []
    var line = ""
    for word in words(text) {
      if line.isEmpty {
        line = word
      } else if line.count + 1 + word.count <= width - indent {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
    }
    lines.append(line)
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for word in ReadableTable.singleLine(text).split(separator: " ") {
      if word.hasPrefix("%"), let number = words.popLast() {
        words.append(number + " " + word)
      } else {
        words.append(String(word))
      }
    }
    return words
  }
}
