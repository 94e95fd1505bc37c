/// What to do with a form on which some scored items were not answered.
package struct MissingItemRule: Sendable, Equatable {
  /// The name that settings ask for it by, which also stands beside a score: `prorated`.
  package let name: String
  /// How many scored items may be missing.
  package let atMost: Int
  package let countAs: Substitute
  /// Who allows it; nil only for `completeOnly`, which needs no permission.
  package let source: Source?

  /// What a missing item counts as.
  package enum Substitute: Sendable, Equatable {
    /// The mean of the answered items; unless the score is a mean itself, the total is then rounded
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

  /// The rule everywhere unless another one is asked for: every scored item must be answered.
  package static let completeOnly = MissingItemRule(
    name: "complete", atMost: 0, countAs: .points(0), source: nil)
}
