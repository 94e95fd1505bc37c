/// A number that gives meaning to a score or to a change of score.
package struct Threshold: Sendable, Equatable {
  package let kind: Kind
  /// A score for `case`; for the two kinds of change, a number of points for the better.
  package let value: Double
  /// The number of points for the worse; the same as `value` if the source has one for both.
  package let valueForWorse: Double
  /// The comparison that a score, or the size of a change, must meet.
  package let comparison: Comparison
  /// The name, such as `NHS Talking Therapies caseness`.
  package let label: String
  package let source: Source

  package enum Kind: String, CaseIterable, Sendable {
    /// The score of a person who probably has the condition.
    case `case`
    /// A change larger than measurement error can explain.
    case reliableChange = "reliable_change"
    /// The smallest change that matters to people.
    case smallestImportantChange = "smallest_important_change"
  }

  package enum Comparison: String, CaseIterable, Sendable {
    case atLeast = "at_least"
    case above
    case atMost = "at_most"
    case below

    /// True if the comparison is true of the two numbers.
    package func holds(_ number: Double, _ other: Double) -> Bool {
      switch self {
      case .atLeast: number >= other
      case .above: number > other
      case .atMost: number <= other
      case .below: number < other
      }
    }

    /// The sign before the number, as in `≥ 10`.
    package var sign: String {
      switch self {
      case .atLeast: "≥"
      case .above: ">"
      case .atMost: "≤"
      case .below: "<"
      }
    }
  }

  /// - Parameter valueForWorse: nil if a change for the worse needs the same number of points.
  package init(
    _ kind: Kind, _ comparison: Comparison, _ value: Double, forWorse valueForWorse: Double? = nil,
    _ label: String, source: Source
  ) {
    self.kind = kind
    self.value = value
    self.valueForWorse = valueForWorse ?? value
    self.comparison = comparison
    self.label = label
    self.source = source
  }

  /// True if a change for the worse needs a different number of points than one for the better.
  package var differsForWorse: Bool { valueForWorse != value }

  /// True if a score meets a threshold of the kind `case`.
  package func isMet(by score: Double) -> Bool { comparison.holds(score, value) }
}
