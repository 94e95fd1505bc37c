import Records

/// The data of one instrument that a model could not use.
package struct LeftOut: Sendable {
  /// The timepoints left out, in the order in which they were left out, with the reason.
  package internal(set) var timepoints: [(timepoint: Timepoint, because: ModelObstacle)] = []
  package internal(set) var groups:
    [(group: CohortSelection.AttributeValue, because: ModelObstacle)] = []
  /// The number of scores at these timepoints and in groups left out; these and the scores in the
  /// model are all scores.
  package internal(set) var scores = 0
}
