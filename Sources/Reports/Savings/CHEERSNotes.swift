import Documents
import Analysis
import Records

/// The items of CHEERS 2022, the reporting standard of health economics, that a savings report
/// answers.
///
/// Source: Husereau et al. 2022, Consolidated Health Economic Evaluation Reporting Standards 2022,
/// doi 10.1186/s12916-021-02204-0, table 1; read up to item 15, the others cited from memory.
enum CHEERSNotes {
  static func block(for estimate: SavingsEstimate, _ selection: CohortSelection) -> Block {
    let rate = estimate.rate
    let uncertainty =
      rate.range == nil
      ? "that of the rate is not known" : "the rate at both ends of its range"
    return .notes(
      "Answers to CHEERS 2022, the standard for reporting such estimates",
      [
        "7 comparators: none; the same participants at baseline",
        "8 perspective: those who bear the costs that the rate counts, for \(rate.population)",
        "9 time horizon: \(ReadableNumber.plain(rate.months)) months; change is observed only until"
          + " \(estimate.timepoint.id)",
        "10 discount rate: "
          + (rate.appliedDiscount.map {
            DiscountWords.rule($0, isUsual: rate.discountPercent == nil)
          } ?? "none, since no more than 12 months are valued"),
        "14 valuation of costs: one rate for every unhealthy day, see “The rate”",
        "15 dates, currency, price year: scores as of \(selection.asOf); \(rate.currency);"
          + " \(rate.priceYear)",
        "16–17 model and assumptions: fewer unhealthy days × rate × months; see “How it is"
          + " computed” and “Before you quote it”",
        "20, 24 uncertainty: interval of the mean change; \(uncertainty); one value changed at a"
          + " time",
      ])
  }
}
