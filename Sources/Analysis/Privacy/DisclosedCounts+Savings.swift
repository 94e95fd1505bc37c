extension Census {
  /// Adds every number of people that is shown where this instrument's change is told in money, for
  /// each follow-up. Of groups none of them is in a census, so that how many were lost is never
  /// shared.
  /// - Precondition: the measure is of everybody and in the census.
  mutating func addSavings(_ measure: MeasureSummary) {
    for point in measure.timepoints where point.change != nil {
      addSinceBaseline(point, measure.place(point))
    }
  }

  private mutating func addSinceBaseline(
    _ point: MeasureSummary.AtTimepoint, _ place: CensusPlace
  ) {
    let ledger = point.ledgerSinceBaseline
    for (name, count) in ledger.absences {
      split(
        CensusAddress(place, name), count, as: .sinceBaseline(name), .detail,
        rest: .withoutBaseline(name))
    }
    let lost = CensusAddress(place, .lost)
    add(lost, ledger.lostToFollowUp, .detail)
    addSum(
      lost,
      of: DenominatorLedger.reasonsForLoss.map { CensusAddress(place, .sinceBaseline($0)) })
    addSum(
      CensusAddress(place, .notFollowed), of: [lost, CensusAddress(place, .sinceBaseline(.notDue))])
    let both = CensusAddress(place, .pairsAndLost)
    add(both, ledger.due, .description)
    addSum(both, of: [CensusAddress(place, .pairs), lost])
  }
}
