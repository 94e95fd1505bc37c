import Documents
import Analysis

/// The formulas of all numbers that the evaluating commands print, by key.
enum FormulaCatalog {
  /// The formula of a number.
  /// - Parameter path: the command and the keys that lead to the number, joined by periods. The
  ///   formula with the longest key that ends the path is returned.
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
        "enrolled", "all selected participants who enrolled by the date of the analysis",
        counting: .enrolled),
      Formula(
        "cohort.withdrawn", "participants who withdrew by the date of the analysis",
        counting: .withdrawn),
      Formula(
        "withdrawn_from_use",
        "participants who withdrew from the use of what was recorded, and count nowhere else",
        counting: .withdrawnFromUse),
      Formula(
        "withdrawals.participants", "participants who withdrew for this reason, as entered",
        counting: { number, _ in number.text("reason").map(InclusionCriterion.withdrawn) }),
      Formula(
        "n", "all participants scored at the timepoint, with or without a baseline score",
        counting: .scored),
      Formula(
        "scored", "all participants scored at the timepoint, with or without a baseline score",
        counting: .scored),
      Formula(
        "scored_outside_window", "participants scored by an assessment outside the window",
        counting: .status(.scoredOutsideWindow)),
      Formula(
        "due",
        "participants scored, or withdrawn before the window closed, or whose window has closed",
        "enrolled − not_due", counting: .due),
      Formula(
        "lost_to_follow_up", "participants who are due but not scored", "due − scored",
        counting: .lostToFollowUp),
      Formula(
        "assessed", "participants with answers or a total, whether it counts or not",
        "scored + not_scorable + outside_window",
        counting: .status(.scored, .scoredOutsideWindow, .notScorable, .outsideWindow)),
      Formula(
        "complete", "participants scored at every timepoint",
        counting: .pattern(where: \.isComplete)),
      Formula(
        "monotone",
        "participants scored at baseline and at every timepoint up to their last score",
        counting: .pattern(where: \.isMonotone)),
      Formula(
        "intermittent", "participants not scored at one timepoint but scored at a later one",
        counting: .pattern(where: \.isIntermittent)),
      Formula(
        "never_scored", "participants not scored at any timepoint",
        counting: .pattern(where: \.isNeverScored)),
      Formula(
        "patterns.participants", "participants scored at exactly these timepoints",
        counting: { number, _ in number.texts["scored"].map(InclusionCriterion.scored(atExactly:)) }
      ),
    ]
    + AbsenceReason.all.map { reason in
      Formula(
        reason.key, "enrolled participants who are, at the timepoint, \(reason.words)",
        counting: { _, _ in
          AssessmentStatus(rawValue: reason.key).map { .status($0) }
        })
    }

  private static let scores = [
    Formula("mean", "the sum of the scores / n", by: "arithmetic mean", of: .scored),
    Formula(
      "sd", "the square root of the sum of squared differences from the mean / (n − 1)",
      by: "sample standard deviation", of: .scored),
    Formula("median", "the middle score", by: "Hyndman and Fan 1996, type 7, as in R", of: .scored),
    Formula(
      "q1", "a quarter of the scores lie below", by: "Hyndman and Fan 1996, type 7, as in R",
      of: .scored),
    Formula(
      "q3", "a quarter of the scores lie above", by: "Hyndman and Fan 1996, type 7, as in R",
      of: .scored),
    Formula("min", "the lowest score", by: "order of the scores", of: .scored),
    Formula("max", "the highest score", by: "order of the scores", of: .scored),
    Formula(
      "at_floor", "participants with the lowest possible score",
      counting: .scored(where: ScoreEnds.isFloor)),
    Formula(
      "at_ceiling", "participants with the highest possible score",
      counting: .scored(where: ScoreEnds.isCeiling)),
    Formula(
      "days_14_or_more", "scored participants with 14 days or more",
      counting: .scored(where: ScoreEnds.isManyDays)),
    Formula(
      "share_14_or_more", "the share of scored participants with 14 days or more",
      "days_14_or_more / n", of: .scored),
    Formula(
      "share_14_or_more_ci95", "95 % interval of the share", by: "Wilson 1927", of: .scored),
    Formula(
      "alpha_forms", "scored participants who answered every item",
      counting: .completeForms),
    Formula(
      "alpha",
      "k / (k − 1) × (1 − sum of the items' variances / variance of the total), with k items, over"
        + " complete forms", by: "Cronbach 1951, doi 10.1007/BF02310555",
      of: .completeForms),
    Formula(
      "alpha_ci95",
      "(1 − true alpha) / (1 − alpha) approximately follows the F distribution with n − 1 and (n −"
        + " 1)(k − 1)"
        + " degrees of freedom", by: "Feldt 1965, doi 10.1007/BF02289499", of: .completeForms),
  ]

  /// Numbers that do not depend on any scores.
  private static let settings = [
    Formula(
      "day", "the timepoint's day, counted from enrollment", by: "program.json", of: nil),
    Formula("rate", "the value of one unhealthy day avoided", by: "program.json", of: nil),
    Formula("months", "the number of months valued", by: "program.json", of: nil),
    Formula(
      "discount_percent", "discount rate per year, after the first year", by: "program.json",
      of: nil),
    Formula(
      "discounted_months", "the number of months after discounting",
      by: DiscountWords.method, of: nil),
    Formula(
      "published", "the published saving per participant per year",
      by: "Bravata et al. 2023, doi 10.2196/48864, as quoted in public articles", of: nil),
    Formula("published_day", "the day of the published follow-up", by: "published", of: nil),
    Formula(
      "published_participants", "the number of participants in the published figure",
      by: "published", of: nil),
    Formula(
      "published_percent_change", "the published percent change of the means", by: "published",
      of: nil),
  ]
}
