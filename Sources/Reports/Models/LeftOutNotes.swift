import Documents
import Analysis

/// The notes on timepoints, groups and scores that a model could not use.
struct LeftOutNotes {
  private let leftOut: LeftOut
  private let disclosed: ModelDisclosure

  init(_ leftOut: LeftOut, _ disclosed: ModelDisclosure) {
    self.leftOut = leftOut
    self.disclosed = disclosed
  }

  /// Notes under a title; none where everything is in the model, and none in shared output.
  func blocks(_ title: String) -> [Block] {
    guard disclosed.showsEverything else { return [] }
    let timepoints = leftOut.timepoints.map { "\($0.timepoint.id): \($0.because.words)." }
    let groups = leftOut.groups.map {
      "\($0.group.attribute) = \($0.group.words): \($0.because.wordsOfGroup)."
    }
    let scores =
      leftOut.scores > 0
      ? [
        "In all, \(ReadableNumber.count(leftOut.scores, "score"))"
          + " \(leftOut.scores == 1 ? "is" : "are") left out."
      ] : []
    let notes = timepoints + groups + scores
    return notes.isEmpty ? [] : [.notes(title, notes)]
  }
}
