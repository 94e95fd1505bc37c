import Analysis

/// Every number that the evaluator's commands print, by its key.
enum FormulaCatalogue {
  /// The formula of a number.
  /// - Parameter path: the command and the keys that lead to it, joined by points; the more of the
  ///   last ones a formula names, the rather it is meant.
  static func formula(for path: String) -> Formula? {
    var keys = path.split(separator: ".")
    while !keys.isEmpty {
      if let formula = byKey[keys.joined(separator: ".")] { return formula }
      keys.removeFirst()
    }
    return nil
  }

  private static let byKey = Dictionary(
    uniqueKeysWithValues: (counts + scores + settings + PairFormulas.all + GroupFormulas.all
      + ResponderFormulas.all + ModelFormulas.all)
      .map { ($0.key, $0) })

  private static let everybody = LedgerQuestion.enrollment(withdrawnOnly: false)

  private static let counts =
    [
      Formula(
        "enrolled", "everybody asked about who was enrolled by the day of the question",
        by: "count", of: everybody),
      Formula(
        "cohort.withdrawn", "those who withdrew by the day of the question", by: "count",
        of: .enrollment(withdrawnOnly: true)),
      Formula(
        "withdrawals.participants", "those who withdrew for this reason, as it was entered",
        by: "count", of: .enrollment(withdrawnOnly: true)),
      Formula(
        "n", "everybody scored at the timepoint, with or without a baseline", by: "count",
        of: .scored),
      Formula(
        "scored", "everybody scored at the timepoint, with or without a baseline", by: "count",
        of: .scored),
      Formula(
        "scored_outside_window", "those scored whose assessment lies outside the window",
        by: "count", of: .standings([.scoredOutsideWindow], sinceBaseline: false)),
      Formula(
        "due",
        "everybody scored, or withdrawn before the window closed, or whose window has closed",
        "enrolled − not_due", by: "count",
        of: .standings(LedgerPlace.due, sinceBaseline: false)),
      Formula(
        "lost_to_follow_up", "those due who are not scored", "due − scored", by: "count",
        of: .standings(LedgerPlace.lostToFollowUp, sinceBaseline: false)),
      Formula(
        "assessed", "those with answers or a total, whether it counts or not",
        "scored + not_scorable + outside_window", by: "count",
        of: .standings(
          [.scored, .scoredOutsideWindow, .notScorable, .outsideWindow], sinceBaseline: false)),
      Formula(
        "complete", "those scored at every timepoint", by: "count", of: .patterns(.complete)),
      Formula(
        "monotone", "those who missed no timepoint before one at which they are scored",
        by: "count", of: .patterns(.monotone)),
      Formula(
        "intermittent", "those who missed a timepoint and came back", by: "count",
        of: .patterns(.intermittent)),
      Formula(
        "patterns.participants", "those scored at these timepoints and at no others", by: "count",
        of: .patterns(.any)),
    ]
    + AbsenceReason.all.map { reason in
      Formula(
        reason.key, "those enrolled who are, at the timepoint, \(reason.words)", by: "count",
        of: LedgerPlace(rawValue: reason.key).map { .standings([$0], sinceBaseline: false) })
    }

  private static let scores = [
    Formula("mean", "the sum of the scores / n", by: "arithmetic mean", of: .scored),
    Formula(
      "sd", "the root of the sum of squared distances from the mean / (n − 1)",
      by: "sample standard deviation", of: .scored),
    Formula("median", "the middle score", by: "Hyndman and Fan 1996, type 7, as in R", of: .scored),
    Formula(
      "q1", "a quarter of the scores lies below", by: "Hyndman and Fan 1996, type 7, as in R",
      of: .scored),
    Formula(
      "q3", "a quarter of the scores lies above", by: "Hyndman and Fan 1996, type 7, as in R",
      of: .scored),
    Formula("min", "the lowest score", by: "order of the scores", of: .scored),
    Formula("max", "the highest score", by: "order of the scores", of: .scored),
    Formula(
      "at_floor", "those scored who have the lowest possible score", by: "count", of: .scored),
    Formula(
      "at_ceiling", "those scored who have the highest possible score", by: "count", of: .scored),
    Formula(
      "days_14_or_more", "those scored who have 14 days or more", by: "count", of: .scored),
    Formula(
      "share_14_or_more", "the share of those scored who have 14 days or more",
      "days_14_or_more / n", of: .scored),
    Formula(
      "share_14_or_more_ci95", "95 % interval of the share", by: "Wilson 1927", of: .scored),
    Formula(
      "alpha_forms", "those scored whose form is complete, item by item", by: "count",
      of: .scored),
    Formula(
      "alpha",
      "k / (k − 1) × (1 − sum of the items' variances / variance of the total), k items, of"
        + " complete forms", by: "Cronbach 1951, doi 10.1007/BF02310555", of: .scored),
    Formula(
      "alpha_ci95",
      "(1 − true alpha) / (1 − alpha) has about the F distribution with n − 1 and (n − 1)(k − 1)"
        + " degrees of freedom", by: "Feldt 1965, doi 10.1007/BF02289499", of: .scored),
  ]

  /// Numbers that nobody's scores go into.
  private static let settings = [
    Formula(
      "day", "the timepoint's day, counted from enrollment", by: "program.json", of: nil),
    Formula("rate", "worth of one unhealthy day avoided", by: "program.json", of: nil),
    Formula("months", "how many months are counted", by: "program.json", of: nil),
    Formula(
      "discount_percent", "discount rate per year, after the first year", by: "program.json",
      of: nil),
    Formula(
      "discounted_months", "what is left of the months after discounting",
      by: "the first year in full, each later one divided once more", of: nil),
    Formula(
      "published", "the published saving per participant and year",
      by: "Bravata et al. 2023, doi 10.2196/48864, as quoted in public articles", of: nil),
    Formula("published_day", "the day of the published follow-up", by: "published", of: nil),
    Formula(
      "published_participants", "how many the published figure stands on", by: "published",
      of: nil),
    Formula(
      "published_percent_change", "the published percent change of the means", by: "published",
      of: nil),
  ]
}
