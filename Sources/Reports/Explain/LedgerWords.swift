import Analysis

extension LedgerReason {
  /// What programs call it.
  var key: String {
    switch self {
    case .stands(let place): place.rawValue
    case .lacksBaseline(let place): "baseline_" + place.rawValue
    case .scoredAt: "scored_at"
    case .takesPart: "takes_part"
    case .withdrew: "withdrew"
    case .enrolledLater: "enrolled_later"
    case .notAskedAbout: "not_asked_about"
    }
  }

  /// What people read.
  var words: String {
    switch self {
    case .stands(let place): place.words
    case .lacksBaseline(let place): "without a score at baseline: \(place.words) then"
    case .scoredAt(let timepoints):
      timepoints.isEmpty
        ? "scored at no timepoint" : "scored at " + timepoints.joined(separator: " + ")
    case .takesPart: "enrolled, and did not withdraw"
    case .withdrew(let reason):
      reason.isEmpty ? "withdrew, no reason given" : "withdrew: \(reason)"
    case .enrolledLater: "enrolled after the day of the question"
    case .notAskedAbout: "without the values that were asked for"
    }
  }
}

extension LedgerPlace {
  fileprivate var words: String {
    switch self {
    case .scored: "scored"
    case .scoredOutsideWindow: "scored outside the window"
    default: AbsenceReason.all.first { $0.key == rawValue }?.words ?? rawValue
    }
  }
}
