extension Census {
  /// Adds every number of people that a summary of one instrument shows of everybody or of a group.
  /// - Precondition: the numbers of those enrolled, in `place.group`, and withdrawn by now, in
  ///   everybody, are in the census.
  mutating func add(_ measure: MeasureSummary) {
    for point in measure.timepoints {
      addLedger(point, measure.place(point))
      if let change = point.change {
        addPairs(change, of: point, measure, measure.place(point))
      }
    }
  }

  /// Says that a group's numbers add up to everybody's, wherever everybody's are in the census.
  mutating func addSums(of groups: [CensusPlace], at places: [CensusPlace]) {
    for place in places {
      for entry in entries where entry.address.place == place {
        let parts = groups.map {
          CensusAddress(
            CensusPlace(
              group: $0.group, instrument: place.instrument, timepoint: place.timepoint),
            entry.address.count)
        }
        if parts.allSatisfy({ position(of: $0) != nil }) { addSum(entry.address, of: parts) }
      }
    }
  }

  private mutating func addLedger(_ point: MeasureSummary.AtTimepoint, _ place: CensusPlace) {
    let ledger = point.ledger
    let scored = CensusAddress(place, .scored)
    add(scored, ledger.scored, .description)
    for (name, count) in ledger.absences { add(CensusAddress(place, name), count, .detail) }
    addSum(
      CensusAddress(CensusPlace(group: place.group), .enrolled),
      of: [scored] + ledger.absences.map { CensusAddress(place, $0.0) })
    split(
      scored, ledger.scoredOutsideWindow, as: .scoredOutsideWindow, .detail,
      rest: .scoredInWindow)
  }

  private mutating func addPairs(
    _ change: ChangeSummary, of point: MeasureSummary.AtTimepoint, _ measure: MeasureSummary,
    _ place: CensusPlace
  ) {
    let pairs = change.test.pairs
    split(
      CensusAddress(place, .scored), pairs, as: .pairs, .result, rest: .unpaired, .detail)
    if let undefined = change.percent?.individualsLeftOut {
      split(
        CensusAddress(place, .pairs), undefined, as: .percentUndefined, .detail,
        rest: .percentDefined)
    }
    let before = CensusAddress(measure.place(measure.timepoints[0]), .scored)
    let notFollowed = CensusAddress(place, .notFollowed)
    add(notFollowed, point.ledgerSinceBaseline.enrolled - pairs, .unprinted)
    addSum(before, of: [CensusAddress(place, .pairs), notFollowed])
  }

  /// Adds a part of a number that is in the census, and the rest of it.
  mutating func split(
    _ whole: CensusAddress, _ count: Int, as part: CountName, _ use: Use, rest: CountName,
    _ useOfRest: Use = .unprinted
  ) {
    let parts = [part, rest].map { CensusAddress(whole.place, $0) }
    add(parts[0], count, use)
    add(parts[1], (self.count(whole) ?? 0) - count, useOfRest)
    addSum(whole, of: parts)
  }
}

extension MeasureSummary {
  /// Where the measure's numbers at a timepoint stand in a census.
  package func place(_ point: AtTimepoint) -> CensusPlace {
    CensusPlace(group: group, instrument: instrument.id, timepoint: point.timepoint.id)
  }
}
