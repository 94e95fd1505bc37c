extension Census {
  /// Adds every number of people that an estimate of savings from this instrument shows, for each
  /// follow-up.
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
    add(lost, ledger.enrolled - ledger.scored - ledger.notDue, .detail)
    addSum(
      lost,
      of: ledger.absences.map(\.0).filter { $0 != .notDue }.map {
        CensusAddress(place, .sinceBaseline($0))
      })
    addSum(
      CensusAddress(place, .notFollowed), of: [lost, CensusAddress(place, .sinceBaseline(.notDue))])
    let both = CensusAddress(place, .pairsAndLost)
    add(both, ledger.enrolled - ledger.notDue, .description)
    addSum(both, of: [CensusAddress(place, .pairs), lost])
  }
}
