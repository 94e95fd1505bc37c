import Analysis

extension SavingsEstimate {
  /// Where its numbers of people stand in a census.
  var place: CensusPlace {
    CensusPlace(instrument: rate.instrument, timepoint: timepoint.id)
  }

  /// What may be said of those scored at both times.
  func rowOfPairs(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, place, basis: .pairs)
  }

  /// Whether there is more to say than that there is no estimate yet; where it must not be told how
  /// many pairs there are, it looks as if there were.
  func hasPairs(_ disclosure: Disclosure) -> Bool {
    pairs.participants > 0 || !rowOfPairs(disclosure).shows(.pairs)
  }

  /// What may be said of the pairs and the lost together. Beside what is said of the pairs it would
  /// tell how many were lost: the same days, shared by more people.
  func rowOfLostUnchanged(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, place, basis: .pairs, .lost, .pairsAndLost)
  }

  /// The estimate as it may be computed with: where numbers of people are rounded, days avoided have
  /// one decimal, since money in full would tell by how many people it was divided.
  func disclosed(_ disclosure: Disclosure) -> SavingsEstimate {
    disclosure.policy?.roundTo == nil ? self : coarse
  }
}
