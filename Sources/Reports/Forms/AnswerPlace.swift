import Documents
import Instruments

/// The places on paper where an answer is marked or written.
enum AnswerPlace {
  /// An empty box to mark.
  static let box = HTML.element("span", ["class": "box"])

  /// A box with the code that is entered for it, and its label if there is one.
  static func box(_ code: Int, _ label: String? = nil) -> HTML {
    HTML.element(
      "span", ["class": label == nil ? "choice" : "choice labeled"],
      [
        box, HTML.element("span", ["class": "code"], ["\(code)"]),
        "\(label.map { " \($0)" } ?? "")",
      ])
  }

  /// Empty boxes for a number of digits.
  static func digits(_ count: Int) -> HTML {
    HTML.element(
      "span", ["class": "digits"],
      Array(repeating: HTML.element("span", ["class": "digit"]), count: count))
  }

  /// The places for an answer: a box for each code, or boxes for digits if there are many codes.
  static func all(of scale: AnswerScale) -> [HTML] {
    if scale.hasLabels { return zip(scale.codes, scale.labels).flatMap { [box($0, $1), " "] } }
    if scale.codes.count <= mostBoxes { return scale.codes.flatMap { [box($0), " "] } }
    let longest = max("\(scale.codes.lowerBound)".count, "\(scale.codes.upperBound)".count)
    return [digits(longest), " ", HTML.element("small", ["\(scale.text)"])]
  }

  /// The largest number of boxes without labels that are easier to mark than a number is to write.
  static let mostBoxes = 11
}

extension AnswerScale {
  /// True if every code has a label.
  var hasLabels: Bool { labels.count == codes.count }
}
