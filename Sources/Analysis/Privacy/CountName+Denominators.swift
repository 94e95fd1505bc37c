extension CountName {
  package static let enrolled = CountName(rawValue: "enrolled")
  /// Participants withdrawn by the as-of date, among all selected.
  package static let withdrawnByNow = CountName(rawValue: "withdrawn_by_now")
  package static let scored = CountName(rawValue: "scored")
  package static let notDue = CountName(rawValue: "not_due")
  package static let notAssessed = CountName(rawValue: "not_assessed")
  package static let skipped = CountName(rawValue: "skipped")
  package static let withdrawn = CountName(rawValue: "withdrawn")
  package static let notScorable = CountName(rawValue: "not_scorable")
  package static let outsideWindow = CountName(rawValue: "outside_window")
  package static let scoredOutsideWindow = CountName(rawValue: "scored_outside_window")
  /// Scored at the timepoint and at baseline.
  package static let pairs = CountName(rawValue: "pairs")
  /// Scored at the timepoint and not at baseline.
  package static let unpaired = CountName(rawValue: "unpaired")
  /// Pairs whose baseline is 0, so that their individual percent change is undefined.
  package static let percentUndefined = CountName(rawValue: "percent_undefined")
  /// Participants scored at baseline and lost to follow-up.
  package static let lost = CountName(rawValue: "lost")
  /// Participants scored at baseline who are due: the pairs and those lost to follow-up.
  package static let pairsAndLost = CountName(rawValue: "pairs_and_lost")

  static let scoredInWindow = CountName(rawValue: "scored_in_window")
  static let percentDefined = CountName(rawValue: "percent_defined")
  static let notFollowed = CountName(rawValue: "not_followed")
  static let takingPart = CountName(rawValue: "taking_part")
  static let withdrawnOtherwise = CountName(rawValue: "withdrawn_otherwise")

  /// A number among participants not scored at baseline, by the property it counts at the
  /// follow-up.
  static func withoutBaseline(_ count: CountName) -> CountName {
    CountName(rawValue: "without_baseline_" + count.rawValue)
  }
}

extension Denominators {
  /// The reasons why participants are not scored, with the number for each. Together with those
  /// scored they are all enrolled.
  var absences: [(CountName, Int)] {
    [
      (.notDue, notDue), (.notAssessed, notAssessed), (.skipped, skipped),
      (.withdrawn, withdrawn), (.notScorable, notScorable), (.outsideWindow, outsideWindow),
    ]
  }

  /// The names of the reasons why participants who are due are not scored.
  package static let reasonsForLoss: [CountName] = [
    .notAssessed, .skipped, .withdrawn, .notScorable, .outsideWindow,
  ]
}
