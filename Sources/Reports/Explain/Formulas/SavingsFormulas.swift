import Documents
import Analysis
import Statistics

/// The numbers of savings, of the program's cost beside them and of other valuations.
enum SavingsFormulas {
  private static let reconstruction =
    "reconstruction of Bravata et al. 2023, doi 10.2196/48864, whose formula was not read"
  private static let balance = "the estimate less the program's cost"
  private static let valued = "valuations in program.json"
  private static let discounting = "the first year in full, each later one divided once more"
  private static let scenario = "one-way sensitivity analysis"

  static let all =
    money("", "those scored at both", .paired, people: "pairs")
    + money(
      "lost_taken_as_unchanged.",
      "those scored at baseline, those lost to follow-up taken as unchanged", .pairedOrLost,
      people: "participants")
    + money(
      "everyone_enrolled.", "everyone enrolled, all who are not scored at both taken as unchanged",
      .enrolled, people: "participants")
    + [
      Formula(
        "lost_taken_as_unchanged.participants",
        "those scored at baseline for whom the timepoint was due", counting: .pairedOrLost),
      Formula(
        "everyone_enrolled.participants",
        "everybody asked about who was enrolled by the day of the question",
        counting: .enrolled),
    ] + range + sensitivity + cost("program_cost.", "those scored at both", .paired)
    + cost(
      "program_cost.lost_taken_as_unchanged.",
      "those scored at baseline, those lost to follow-up taken as unchanged", .pairedOrLost)
    + valuations

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
        section + "per_participant_per_year_ci95", "its interval, of the mean change alone",
        by: scenario, of: .paired),
      Formula(
        section + "cohort_per_year", "for all these people together",
        "per_participant_per_year × pairs", by: scenario, of: .paired),
      Formula(
        section + "cohort_per_year_ci95", "its interval, of the mean change alone", by: scenario,
        of: .paired),
    ]
  }

  private static let sensitivity = [
    Formula(
      "sensitivity.value", "what the value was changed to, all else as set", by: scenario,
      of: ofScenario),
    Formula(
      "sensitivity.per_participant_per_year",
      "the estimate with that value changed, all else as set", by: scenario, of: ofScenario),
    Formula(
      "sensitivity.per_participant_per_year_ci95", "its interval, changed alike", by: scenario,
      of: ofScenario),
    Formula(
      "sensitivity.net_cohort_per_year", "the saving of all together − the cost", by: balance,
      of: ofScenario),
    Formula(
      "sensitivity.net_per_participant_per_year", "the same for each participant charged",
      by: balance, of: ofScenario),
    Formula(
      "sensitivity.net_per_participant_per_year_ci95", "its interval, divided alike", by: balance,
      of: ofScenario),
  ]

  /// Whom a scenario of a one-way sensitivity analysis is about.
  private static let ofScenario:
    @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion? = { number, _ in
      number.text("changed") == SavingsScenario.Assumption.lostUnchanged.key
        ? .pairedOrLost : .paired
    }

  /// Whom the program's cost is charged for.
  private static let charged: @Sendable (DocumentNumber, ExplainedAnswer) -> InclusionCriterion? =
    { number, _ in
      switch number.text("charged_for").flatMap(ProgramCost.Basis.init) {
      case .enrolled: .enrolled
      case .assessed: .paired
      case nil: nil
      }
    }

  /// What stands under `program_cost`.
  private static func cost(
    _ section: String, _ whom: String, _ criterion: InclusionCriterion
  ) -> [Formula] {
    [
      Formula(
        section + "per_participant", "what the program cost for each participant charged, as typed",
        by: "--program-cost", of: nil),
      Formula(
        section + "participants_charged",
        "those for whom the cost is charged, as `--cost-per` says",
        counting: charged),
      Formula(
        section + "total", "what the program cost", "per_participant × participants_charged",
        by: balance, of: charged),
      Formula(
        section + "net_cohort_per_year", "the saving of \(whom), together, − the cost", by: balance,
        of: criterion),
      Formula(
        section + "net_cohort_per_year_ci95", "the interval of the saving − the cost", by: balance,
        of: criterion),
      Formula(
        section + "net_per_participant_per_year", "the net for each participant charged",
        "net_cohort_per_year / participants_charged", by: balance, of: criterion),
      Formula(
        section + "net_per_participant_per_year_ci95", "its interval, divided alike", by: balance,
        of: criterion),
      Formula(
        section + "return", "the saving of \(whom), together, / the cost", by: balance,
        of: criterion),
      Formula(
        section + "return_ci95", "the interval of the saving / the cost", by: balance,
        of: criterion),
      Formula(
        section + "break_even_cost_per_participant",
        "the cost for each participant charged at which the net is 0: saving / participants charged",
        by: balance, of: criterion),
      Formula(
        section + "break_even_cost_per_participant_ci95", "its interval, divided alike",
        by: balance, of: criterion),
      Formula(
        section + "break_even_unhealthy_days_per_month",
        "fewer unhealthy days in 30 at which the net is 0: cost / (how many \(whom) are × rate × months)",
        by: balance, of: criterion),
      Formula(
        section + "break_even_percent_of_baseline",
        "the same in percent of the mean at baseline of \(whom)", by: balance, of: criterion),
    ]
  }

  private static let valuations =
    [
      Formula(
        "persistence_years", "how long the change is taken to last", by: "program.json", of: nil),
      Formula(
        "discounted_years", "what is left of them after discounting", by: discounting, of: nil),
    ] + worth("", "the pairs", .paired)
    + worth(
      "lost_taken_as_unchanged.", "the pairs and those lost to follow-up, taken as unchanged",
      .pairedOrLost)

  private static func worth(
    _ section: String, _ whom: String, _ criterion: InclusionCriterion
  ) -> [Formula] {
    [
      Formula(
        section + "improvement", "mean change of \(whom), better counted up", by: valued,
        of: criterion),
      Formula(section + "improvement_ci95", "its paired t interval", by: valued, of: criterion),
      Formula(
        section + "per_participant", "what the improvement is worth for one participant",
        "improvement × rate × discounted_years", by: valued, of: criterion),
      Formula(
        section + "per_participant_ci95", "its interval, valued alike", by: valued, of: criterion),
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
        section + "cohort_per_year", "for all these people together",
        "per_participant_per_year × \(people)", by: reconstruction, of: criterion),
      Formula(
        section + "cohort_per_year_ci95", "its interval, times how many these people are",
        by: reconstruction, of: criterion),
    ]
  }
}
