extension DisclosedCounts {
  /// Adds all numbers of people that a summary of one instrument shows, for all participants or for
  /// a group.
  ///
  /// - Precondition: the numbers enrolled, in `place.group`, and withdrawn by now, among all
  ///   participants, are in the disclosed counts.
  mutating func add(_ measure: MeasureSummary) {
    for point in measure.timepoints {
      addDenominators(point, measure.place(point))
      if let change = point.change {
        addPairs(change, of: point, measure, measure.place(point))
      }
    }
  }

  /// Adds the sums of the groups' numbers, for each number of all participants in the disclosed
  /// counts.
  mutating func addSums(of groups: [CountPlace], at places: [CountPlace]) {
    for place in places {
      for entry in entries where entry.address.place == place {
        let parts = groups.map {
          CountAddress(
            CountPlace(
              group: $0.group, instrument: place.instrument, timepoint: place.timepoint),
            entry.address.count)
        }
        if parts.allSatisfy({ position(of: $0) != nil }) { addSum(entry.address, of: parts) }
      }
    }
  }

  private mutating func addDenominators(_ point: MeasureSummary.AtTimepoint, _ place: CountPlace) {
    let denominators = point.denominators
    let scored = CountAddress(place, .scored)
    add(scored, denominators.scored, .description)
    for (name, count) in denominators.absences { add(CountAddress(place, name), count, .detail) }
    addSum(
      CountAddress(CountPlace(group: place.group), .enrolled),
      of: [scored] + denominators.absences.map { CountAddress(place, $0.0) })
    split(
      scored, denominators.scoredOutsideWindow, as: .scoredOutsideWindow, .detail,
      rest: .scoredInWindow)
  }

  private mutating func addPairs(
    _ change: ChangeSummary, of point: MeasureSummary.AtTimepoint, _ measure: MeasureSummary,
    _ place: CountPlace
  ) {
    let pairs = change.test.pairs
    split(
      CountAddress(place, .scored), pairs, as: .pairs, .result, rest: .unpaired, .detail)
    if let undefined = change.percent?.individualsLeftOut {
      split(
        CountAddress(place, .pairs), undefined, as: .percentUndefined, .detail,
        rest: .percentDefined)
    }
    let before = CountAddress(measure.place(measure.timepoints[0]), .scored)
    let notFollowed = CountAddress(place, .notFollowed)
    add(notFollowed, point.denominatorsSinceBaseline.enrolled - pairs, .unprinted)
    addSum(before, of: [CountAddress(place, .pairs), notFollowed])
  }

  /// Adds a part of a number in the disclosed counts, and the rest.
  mutating func split(
    _ whole: CountAddress, _ count: Int, as part: CountName, _ use: Use, rest: CountName,
    _ useOfRest: Use = .unprinted
  ) {
    let parts = [part, rest].map { CountAddress(whole.place, $0) }
    add(parts[0], count, use)
    add(parts[1], (self.count(whole) ?? 0) - count, useOfRest)
    addSum(whole, of: parts)
  }
}

extension MeasureSummary {
  /// The place of the measure's numbers at a timepoint.
  package func place(_ point: AtTimepoint) -> CountPlace {
    CountPlace(group: group, instrument: instrument.id, timepoint: point.timepoint.id)
  }
}
