import Analysis
import Records

/// Which items of CHEERS 2022, the reporting standard of health economics, a report of savings answers.
///
/// Source: Husereau et al. 2022, Consolidated Health Economic Evaluation Reporting Standards 2022.
enum CHEERSNotes {
  static func block(for estimate: SavingsEstimate, _ selection: CohortSelection) -> Block {
    let rate = estimate.rate
    let months = ReadableNumber.decimal(
      rate.months, decimals: ReadableNumber.decimals(for: [rate.months]))
    return .notes(
      "Answers to CHEERS 2022, the standard for reporting such estimates",
      [
        "8 perspective: of whoever bears the costs that the rate counts, for \(rate.population)",
        "9 time horizon: \(months) months; change is seen until \(estimate.timepoint.id) only",
        "10 discount rate: none applied",
        "14 valuation of costs: one rate for every unhealthy day, under “The rate”",
        "15 dates, currency, price year: scores as of \(selection.asOf); \(rate.currency);"
          + " \(rate.priceYear)",
        "16–17 model and assumptions: unhealthy days avoided × rate × months; under “How it is made”"
          + " and “Before you quote it”",
        "uncertainty: interval of the mean change, and one value changed at a time; the rate's own"
          + " uncertainty is not known",
      ])
  }
}
