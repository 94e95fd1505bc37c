/// A number that gives a score, or a change of score, its meaning.
package struct Threshold: Sendable, Equatable {
  package let kind: Kind
  /// A score for `case`; for the two kinds of change, the number of points for the better.
  package let value: Double
  /// The number of points for the worse, which is `value` where the source has one for both.
  package let valueForWorse: Double
  /// How a score, or the size of a change, must stand to its value.
  package let comparison: Comparison
  /// What it is called, such as `NHS Talking Therapies caseness`.
  package let label: String
  package let source: Source

  package enum Kind: String, CaseIterable, Sendable {
    /// The score of somebody who probably has the condition.
    case `case`
    /// A change larger than measurement error explains.
    case reliableChange = "reliable_change"
    /// The smallest change that matters to people.
    case smallestImportantChange = "smallest_important_change"
  }

  package enum Comparison: String, CaseIterable, Sendable {
    case atLeast = "at_least"
    case above
    case atMost = "at_most"
    case below

    /// Whether a number stands so to another.
    package func holds(_ number: Double, _ other: Double) -> Bool {
      switch self {
      case .atLeast: number >= other
      case .above: number > other
      case .atMost: number <= other
      case .below: number < other
      }
    }

    /// The sign in front of the number: `≥ 10`.
    package var sign: String {
      switch self {
      case .atLeast: "≥"
      case .above: ">"
      case .atMost: "≤"
      case .below: "<"
      }
    }
  }

  /// - Parameter valueForWorse: nil where a change for the worse needs as many points.
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

  /// Whether a change needs another number of points for the worse than for the better.
  package var differsForWorse: Bool { valueForWorse != value }

  /// Whether a score meets a threshold of the kind `case`.
  package func isMet(by score: Double) -> Bool { comparison.holds(score, value) }
}
