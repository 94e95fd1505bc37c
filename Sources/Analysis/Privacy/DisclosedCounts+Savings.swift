extension DisclosedCounts {
  /// Adds every number of people that is shown where this instrument's change is told in money, for
  /// each follow-up. Of groups none of them is in the disclosed counts, so that how many were lost
  /// is never shared.
  /// - Precondition: the measure is of everybody and in the disclosed counts.
  mutating func addSavings(_ measure: MeasureSummary) {
    for point in measure.timepoints where point.change != nil {
      addSinceBaseline(point, measure.place(point))
    }
  }

  private mutating func addSinceBaseline(
    _ point: MeasureSummary.AtTimepoint, _ place: CountPlace
  ) {
    let denominators = point.denominatorsSinceBaseline
    for (name, count) in denominators.absences {
      split(
        CountAddress(place, name), count, as: .sinceBaseline(name), .detail,
        rest: .withoutBaseline(name))
    }
    let lost = CountAddress(place, .lost)
    add(lost, denominators.lostToFollowUp, .detail)
    addSum(
      lost,
      of: Denominators.reasonsForLoss.map { CountAddress(place, .sinceBaseline($0)) })
    addSum(
      CountAddress(place, .notFollowed), of: [lost, CountAddress(place, .sinceBaseline(.notDue))])
    let both = CountAddress(place, .pairsAndLost)
    add(both, denominators.due, .description)
    addSum(both, of: [CountAddress(place, .pairs), lost])
  }
}
