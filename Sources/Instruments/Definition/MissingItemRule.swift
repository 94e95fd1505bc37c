/// A rule for scoring a form on which some scored items were not answered.
package struct MissingItemRule: Sendable, Equatable {
  /// The name used in settings and beside a score: `prorated`.
  package let name: String
  /// The number of scored items that may be missing.
  package let atMost: Int
  package let countAs: Substitute
  /// The source that allows the rule; nil only for `completeOnly`, which needs no permission.
  package let source: Source?

  /// The value that a missing item counts as.
  package enum Substitute: Sendable, Equatable {
    /// The mean of the answered items. Unless the score is itself a mean, the total is then rounded
    /// to a whole number, halves away from zero.
    case meanOfAnswered
    /// A fixed number of points.
    case points(Int)
  }

  package init(name: String, atMost: Int, countAs: Substitute, source: Source?) {
    self.name = name
    self.atMost = atMost
    self.countAs = countAs
    self.source = source
  }

  /// The rule that applies unless another one is chosen: every scored item must be answered.
  package static let completeOnly = MissingItemRule(
    name: "complete", atMost: 0, countAs: .points(0), source: nil)
}
