import Instruments
import Records

extension SmallCohort {
  /// Four people who lost 2, 4, 0 and 6 unhealthy days from 10, 14, 5 and 20.
  static func fourPeople(savings: SavingsRate?) -> SmallCohort {
    var cohort = SmallCohort([(10, 8), (14, 10), (5, 5), (20, 14)], instrument: "healthy-days")
    cohort.savings = savings
    return cohort
  }
}

extension SavingsRate {
  /// Ten dollars a day, for half a year unless said otherwise.
  static func tenDollars(
    rate: Double = 10, range: Range? = nil, months: Double = 6, discountPercent: Double? = nil
  ) -> SavingsRate {
    SavingsRate(
      instrument: BuiltInInstruments.healthyDays.id, rate: rate, range: range, currency: "USD",
      months: months,
      discountPercent: discountPercent, priceYear: "2026", population: "invented",
      source: "invented", caveats: [])
  }
}
