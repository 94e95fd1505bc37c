extension DisclosedCounts {
  /// Adds all numbers of people shown with an estimate of this instrument's change in money, for
  /// each follow-up. They are added for all participants only, not for groups, so that a group's
  /// number lost to follow-up is never shared.
  ///
  /// - Precondition: the measure is that of all participants and in the disclosed counts.
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
