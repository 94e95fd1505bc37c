import Documents
import Analysis

/// Every number that the evaluator's commands print, by its key.
enum FormulaCatalog {
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
    uniqueKeysWithValues: (counts + scores + settings + PairFormulas.all + SavingsFormulas.all
      + GroupFormulas.all + ResponderFormulas.all + ModelFormulas.all)
      .map { ($0.key, $0) })

  private static let counts =
    [
      Formula(
        "enrolled", "everybody asked about who was enrolled by the day of the question",
        counting: .enrolled),
      Formula(
        "cohort.withdrawn", "those who withdrew by the day of the question", counting: .withdrawn),
      Formula(
        "withdrawals.participants", "those who withdrew for this reason, as it was entered",
        counting: { number, _ in number.text("reason").map(InclusionCriterion.withdrawn) }),
      Formula(
        "n", "everybody scored at the timepoint, with or without a baseline", counting: .scored),
      Formula(
        "scored", "everybody scored at the timepoint, with or without a baseline",
        counting: .scored),
      Formula(
        "scored_outside_window", "those scored whose assessment lies outside the window",
        counting: .status(.scoredOutsideWindow)),
      Formula(
        "due",
        "everybody scored, or withdrawn before the window closed, or whose window has closed",
        "enrolled − not_due", counting: .due),
      Formula(
        "lost_to_follow_up", "those due who are not scored", "due − scored",
        counting: .lostToFollowUp),
      Formula(
        "assessed", "those with answers or a total, whether it counts or not",
        "scored + not_scorable + outside_window",
        counting: .status(.scored, .scoredOutsideWindow, .notScorable, .outsideWindow)),
      Formula(
        "complete", "those scored at every timepoint", counting: .pattern(where: \.isComplete)),
      Formula(
        "monotone",
        "those scored at baseline who missed no timepoint before one at which they are scored",
        counting: .pattern(where: \.isMonotone)),
      Formula(
        "intermittent", "those who missed a timepoint and are scored at a later one",
        counting: .pattern(where: \.isIntermittent)),
      Formula(
        "never_scored", "those scored at no timepoint", counting: .pattern(where: \.isNeverScored)),
      Formula(
        "patterns.participants", "those scored at these timepoints and at no others",
        counting: { number, _ in number.texts["scored"].map(InclusionCriterion.scored(atExactly:)) }
      ),
    ]
    + AbsenceReason.all.map { reason in
      Formula(
        reason.key, "those enrolled who are, at the timepoint, \(reason.words)",
        counting: { _, _ in
          AssessmentStatus(rawValue: reason.key).map { .status($0) }
        })
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
      "at_floor", "those scored who have the lowest possible score",
      counting: .scored(where: ScoreEnds.isFloor)),
    Formula(
      "at_ceiling", "those scored who have the highest possible score",
      counting: .scored(where: ScoreEnds.isCeiling)),
    Formula(
      "days_14_or_more", "those scored who have 14 days or more",
      counting: .scored(where: ScoreEnds.isManyDays)),
    Formula(
      "share_14_or_more", "the share of those scored who have 14 days or more",
      "days_14_or_more / n", of: .scored),
    Formula(
      "share_14_or_more_ci95", "95 % interval of the share", by: "Wilson 1927", of: .scored),
    Formula(
      "alpha_forms", "those scored whose form is complete, item by item",
      counting: .completeForms),
    Formula(
      "alpha",
      "k / (k − 1) × (1 − sum of the items' variances / variance of the total), k items, of"
        + " complete forms", by: "Cronbach 1951, doi 10.1007/BF02310555",
      of: .completeForms),
    Formula(
      "alpha_ci95",
      "(1 − true alpha) / (1 − alpha) has about the F distribution with n − 1 and (n − 1)(k − 1)"
        + " degrees of freedom", by: "Feldt 1965, doi 10.1007/BF02289499", of: .completeForms),
  ]

  /// Numbers that nobody's scores go into.
  private static let settings = [
    Formula(
      "day", "the timepoint's day, counted from enrollment", by: "program.json", of: nil),
    Formula("rate", "worth of one unhealthy day fewer", by: "program.json", of: nil),
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
