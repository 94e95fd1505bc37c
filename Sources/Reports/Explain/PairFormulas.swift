import Analysis
import Statistics

/// The numbers that stand on those scored both at baseline and at a follow-up.
enum PairFormulas {
  static let all = change + percent + sizes + ranks + savings

  private static let lakens = "Lakens 2013, doi 10.3389/fpsyg.2013.00863"
  private static let hedges = "Hedges 1981, doi 10.3102/10769986006002107, eq. 6e, exact"

  private static let change = [
    Formula("pairs", "those scored at the timepoint and at baseline", counting: .paired),
    Formula("analyzed", "those scored at the timepoint and at baseline", counting: .paired),
    Formula("baseline_mean", "mean at baseline, of the pairs", by: "arithmetic mean", of: .paired),
    Formula(
      "followup_mean", "mean at the timepoint, of the pairs", by: "arithmetic mean", of: .paired),
    Formula(
      "mean_change", "mean of each participant's score − the same participant's baseline",
      "followup_mean − baseline_mean", of: .paired),
    Formula(
      "sd_change", "the spread of the changes, with pairs − 1", by: "sample standard deviation",
      of: .paired),
    Formula(
      "se_change", "standard error of the mean change", "sd_change / √pairs", of: .paired),
    Formula(
      "ci95", "mean_change ± quantile .975 of Student's t × se_change", by: "paired t interval",
      of: .paired),
    Formula(
      "t", "Student's t of a mean change of 0", "mean_change / se_change", by: "paired t test",
      of: .paired),
    Formula("df", "degrees of freedom", "pairs − 1", by: "paired t test", of: .paired),
    Formula(
      "p", "both tails of Student's t beyond t, with df degrees of freedom",
      by: "paired t test, two-sided", of: .paired),
    Formula(
      "p_holm",
      "p adjusted over all instruments and timepoints of the same people", by: "Holm 1979",
      of: .paired),
  ]

  private static let percent = [
    Formula(
      "percent_change", "change of the means in percent of the mean at baseline",
      "100 × (followup_mean − baseline_mean) / baseline_mean", of: .paired),
    Formula(
      "percent_change_ci95", "interval of the ratio of two paired means", by: "Fieller 1954",
      of: .paired),
    Formula(
      "mean_percent_change",
      "mean of each participant's 100 × change / baseline, those with a baseline of 0 left out",
      by: "arithmetic mean", of: .paired),
    Formula(
      "mean_percent_change_undefined", "pairs left out since their baseline is 0",
      counting: .paired { pair, _ in PercentChange.leavesOut(baseline: pair.baseline) }),
    Formula(
      "improvement_percent",
      "percent_change, its sign turned where a lower score is better, so that better is positive",
      of: .paired),
    Formula(
      "percent_of_distance",
      "how much of the mean distance to the better end of the scale was closed, in percent",
      of: .paired),
    Formula(
      "percent_of_distance_ci95", "interval of the ratio of two paired means", by: "Fieller 1954",
      of: .paired),
    Formula(
      "mean_percent_of_distance",
      "mean of each participant's own percent of the distance, those already at the end left out",
      by: "arithmetic mean", of: .paired),
    Formula(
      "mean_percent_of_distance_undefined", "pairs left out since they began at the better end",
      counting: .paired { pair, pairs in
        PercentOfDistance.leavesOut(baseline: pair.baseline, end: pairs.instrument.betterEnd)
      }),
  ]

  private static let sizes = [
    Formula(
      "cohens_dz", "in units of the spread of the changes", "mean_change / sd_change", by: lakens,
      of: .paired),
    Formula(
      "cohens_dz_ci95", "the noncentral t distributions in which t is at either end, / √pairs",
      by: "noncentral t", of: .paired),
    Formula(
      "cohens_dav", "mean_change / the mean of both standard deviations, of the pairs", by: lakens,
      of: .paired),
    Formula(
      "hedges_g_z", "J × cohens_dz, J with pairs − 1 degrees of freedom", by: hedges, of: .paired),
    Formula(
      "hedges_g_av", "J × cohens_dav, J with pairs − 1 degrees of freedom", by: hedges,
      of: .paired),
    Formula(
      "glass_delta", "mean_change / the standard deviation at baseline, of the pairs",
      by: "Glass 1976, doi 10.3102/0013189X005010003", of: .paired),
    Formula(
      "hedges_g_glass", "J × glass_delta, J with pairs − 1 degrees of freedom", by: hedges,
      of: .paired),
  ]

  private static let ranks = [
    Formula(
      "median_change", "the middle of all changes, those of 0 among them",
      by: "Hyndman and Fan 1996, type 7, as in R", of: .paired),
    Formula(
      "q1_change", "a quarter of all changes lies below",
      by: "Hyndman and Fan 1996, type 7, as in R", of: .paired),
    Formula(
      "q3_change", "a quarter of all changes lies above",
      by: "Hyndman and Fan 1996, type 7, as in R", of: .paired),
    Formula(
      "changed", "pairs whose score changed", counting: .paired { $1.isChanged($0) }),
    Formula(
      "unchanged", "pairs whose score did not change", "pairs − changed",
      counting: .paired { !$1.isChanged($0) }),
    Formula(
      "wilcoxon_v", "sum of the ranks of the rises among all changes", by: "Wilcoxon 1945",
      of: .paired),
    Formula(
      "wilcoxon_p",
      "exact below 50 changes without ties or zeros, else normal with corrections for ties and continuity",
      by: "Wilcoxon 1945; as R's wilcox.test, paired", of: .paired),
    Formula(
      "wilcoxon_p_holm",
      "wilcoxon_p adjusted over all instruments and timepoints of the same people",
      by: "Holm 1979", of: .paired),
    Formula(
      "hodges_lehmann",
      "pseudomedian: median of the averages of any two changes, pairs without change left out",
      by: "Hodges and Lehmann 1963, doi 10.1214/aoms/1177704172", of: .paired),
    Formula(
      "hodges_lehmann_ci95", "the values that the signed rank test does not reject",
      by: "Hodges and Lehmann 1963, doi 10.1214/aoms/1177704172", of: .paired),
    Formula(
      "rank_biserial", "ranks of the rises − ranks of the falls, / all ranks",
      "4 × wilcoxon_v / (changed × (changed + 1)) − 1",
      by: "Kerby 2014, doi 10.2466/11.IT.3.1", of: .paired),
  ]

  private static let reconstruction =
    "reconstruction of Bravata et al. 2023, doi 10.2196/48864, whose formula was not read"

  private static let savings =
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

  private static let balance = "the estimate less the program's cost"
  private static let valued = "valuations in program.json"

  private static let discounting = "the first year in full, each later one divided once more"

  private static let scenario = "one-way sensitivity analysis"

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
