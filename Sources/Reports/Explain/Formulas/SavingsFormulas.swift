import Documents
import Analysis
import Statistics

/// The formulas of savings, of the program's cost and of other valuations.
enum SavingsFormulas {
  private static let reconstruction =
    "reconstruction of Bravata et al. 2023, doi 10.2196/48864, whose formula was not read"
  private static let balance = "the estimate minus the program's cost"
  private static let valued = "valuations in program.json"

  private static let scenario = "one-way sensitivity analysis"

  static let all =
    money("", "participants scored at both times", .paired, people: "pairs")
    + money(
      "lost_taken_as_unchanged.", withLost, .pairedOrLost, people: "participants")
    + money(
      "everyone_enrolled.",
      "all enrolled participants, counting those not scored at both times as unchanged",
      .enrolled, people: "participants")
    + [
      Formula(
        "lost_taken_as_unchanged.participants",
        "participants scored at baseline for whom the timepoint is due", counting: .pairedOrLost),
      Formula(
        "everyone_enrolled.participants",
        "all selected participants who enrolled by the date of the analysis",
        counting: .enrolled),
    ] + range + sensitivity + cost("program_cost.", "participants scored at both times", .paired)
    + cost("program_cost.lost_taken_as_unchanged.", withLost, .pairedOrLost)
    + valuations

  private static let withLost =
    "participants scored at baseline, counting those lost to follow-up as unchanged"

  private static let range =
    [
      Formula("rate_range.low", "the low end of the rate's range", by: "program.json", of: nil),
      Formula("rate_range.high", "the high end of the rate's range", by: "program.json", of: nil),
    ]
    + end("at_low.", "low") + end("at_high.", "high")

  private static func end(_ section: String, _ rate: String) -> [Formula] {
    [
      Formula(
        section + "per_participant_per_year", "the estimate at the \(rate) end of the range",
        "unhealthy_days_avoided_per_month × \(rate) × discounted_months", by: scenario,
        of: .paired),
      Formula(
        section + "per_participant_per_year_ci95", "its interval, from the mean change only",
        by: scenario, of: .paired),
      Formula(
        section + "cohort_per_year", "the total for these participants",
        "per_participant_per_year × pairs", by: scenario, of: .paired),
      Formula(
        section + "cohort_per_year_ci95", "its interval, from the mean change only", by: scenario,
        of: .paired),
    ]
  }

  private static let sensitivity = [
    Formula(
      "sensitivity.value", "the changed value, all else as set", by: scenario,
      of: ofScenario),
    Formula(
      "sensitivity.per_participant_per_year",
      "the estimate with that value changed, all else as set", by: scenario, of: ofScenario),
    Formula(
      "sensitivity.per_participant_per_year_ci95", "its interval, with that value changed",
      by: scenario,
      of: ofScenario),
    Formula(
      "sensitivity.net_cohort_per_year", "the total saving − the cost", by: balance,
      of: ofScenario),
    Formula(
      "sensitivity.net_per_participant_per_year", "the same for each participant charged",
      by: balance, of: ofScenario),
    Formula(
      "sensitivity.net_per_participant_per_year_ci95", "its interval, per participant charged",
      by: balance,
      of: ofScenario),
  ]

  /// The participants in a scenario of the one-way sensitivity analysis.
  private static let ofScenario:
    @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion? = { number, _ in
      number.text("changed") == SavingsScenario.Assumption.lostUnchanged.key
        ? .pairedOrLost : .paired
    }

  /// The participants for whom the program's cost is charged.
  private static let charged: @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion? =
    { number, _ in
      switch number.text("charged_for").flatMap(ProgramCost.Basis.init) {
      case .enrolled: .enrolled
      case .assessed: .paired
      case nil: nil
      }
    }

  /// The formulas of the members of `program_cost`.
  private static func cost(
    _ section: String, _ whom: String, _ criterion: InclusionCriterion
  ) -> [Formula] {
    [
      Formula(
        section + "per_participant",
        "the program's cost for each participant charged, as entered",
        by: "--program-cost", of: nil),
      Formula(
        section + "participants_charged",
        "participants for whom the cost is charged, as set by `--cost-per`",
        counting: charged),
      Formula(
        section + "total", "the program's total cost", "per_participant × participants_charged",
        by: balance, of: charged),
      Formula(
        section + "net_cohort_per_year", "the total saving of \(whom) − the cost", by: balance,
        of: criterion),
      Formula(
        section + "net_cohort_per_year_ci95", "the interval of the saving − the cost", by: balance,
        of: criterion),
      Formula(
        section + "net_per_participant_per_year", "the net saving for each participant charged",
        "net_cohort_per_year / participants_charged", by: balance, of: criterion),
      Formula(
        section + "net_per_participant_per_year_ci95", "its interval, per participant charged",
        by: balance, of: criterion),
      Formula(
        section + "return", "the total saving of \(whom) / the cost", by: balance,
        of: criterion),
      Formula(
        section + "return_ci95", "the interval of the saving / the cost", by: balance,
        of: criterion),
      Formula(
        section + "break_even_cost_per_participant",
        "the cost for each participant charged where the net is 0: saving / participants charged",
        by: balance, of: criterion),
      Formula(
        section + "break_even_cost_per_participant_ci95", "its interval, per participant charged",
        by: balance, of: criterion),
      Formula(
        section + "break_even_unhealthy_days_per_month",
        "fewer unhealthy days in 30 where the net is 0: cost / (number of \(whom) × rate × months)",
        by: balance, of: criterion),
      Formula(
        section + "break_even_percent_of_baseline",
        "the same in percent of the baseline mean of \(whom)", by: balance, of: criterion),
    ]
  }

  private static let valuations =
    [
      Formula(
        "persistence_years", "the number of years the change is assumed to last",
        by: "program.json", of: nil),
      Formula(
        "discounted_years", "the number of years after discounting", by: DiscountWords.method,
        of: nil),
    ] + worth("", "the pairs", .paired)
    + worth(
      "lost_taken_as_unchanged.", "the pairs and those lost to follow-up, counted as unchanged",
      .pairedOrLost)

  private static func worth(
    _ section: String, _ whom: String, _ criterion: InclusionCriterion
  ) -> [Formula] {
    [
      Formula(
        section + "improvement", "mean change of \(whom), positive for better", by: valued,
        of: criterion),
      Formula(section + "improvement_ci95", "its paired t interval", by: valued, of: criterion),
      Formula(
        section + "per_participant", "the value of the improvement for one participant",
        "improvement × rate × discounted_years", by: valued, of: criterion),
      Formula(
        section + "per_participant_ci95", "its interval, valued at the same rate", by: valued,
        of: criterion),
    ]
  }

  private static func money(
    _ section: String, _ whom: String, _ criterion: InclusionCriterion, people: String
  ) -> [Formula] {
    [
      Formula(
        section + "unhealthy_days_avoided_per_month",
        "mean days in 30 at baseline − at the timepoint, of \(whom)", by: reconstruction,
        of: criterion),
      Formula(
        section + "per_participant_per_year", "fewer unhealthy days × rate × months",
        "unhealthy_days_avoided_per_month × rate × discounted_months", by: reconstruction,
        of: criterion),
      Formula(
        section + "per_participant_per_year_ci95",
        "the paired t interval of the fewer unhealthy days × rate × months", by: reconstruction,
        of: criterion),
      Formula(
        section + "cohort_per_year", "the total for these participants",
        "per_participant_per_year × \(people)", by: reconstruction, of: criterion),
      Formula(
        section + "cohort_per_year_ci95", "its interval, times the number of these participants",
        by: reconstruction, of: criterion),
    ]
  }
}
