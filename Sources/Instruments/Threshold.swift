/// A number that gives a score, or a change of score, its meaning.
package struct Threshold: Sendable, Equatable {
  package let kind: Kind
  /// A score for `case`, a number of points for the two kinds of change.
  package let value: Double
  /// How a score, or the size of a change, must stand to `value`.
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

  package init(
    _ kind: Kind, _ comparison: Comparison, _ value: Double, _ label: String, source: Source
  ) {
    self.kind = kind
    self.value = value
    self.comparison = comparison
    self.label = label
    self.source = source
  }

  /// Whether a score (for `case`) or the size of a change in points (for the others) meets it.
  package func isMet(by number: Double) -> Bool {
    switch comparison {
    case .atLeast: number >= value
    case .above: number > value
    case .atMost: number <= value
    case .below: number < value
    }
  }
}
