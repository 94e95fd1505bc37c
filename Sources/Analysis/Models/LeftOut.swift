import Records

/// What a model could not use of one instrument.
package struct LeftOut: Sendable {
  /// In the order in which they were found to be in the way.
  package internal(set) var timepoints: [(timepoint: Timepoint, because: ModelObstacle)] = []
  package internal(set) var groups:
    [(group: CohortSelection.AttributeValue, because: ModelObstacle)] = []
  /// How many scores these timepoints and groups have; with those in the model they are all there
  /// are.
  package internal(set) var scores = 0
}
