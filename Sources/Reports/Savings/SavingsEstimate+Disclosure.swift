import Analysis

extension SavingsEstimate {
  /// Where its numbers of people stand in the disclosed counts.
  var place: CountPlace {
    CountPlace(group: group, instrument: rate.instrument, timepoint: timepoint.id)
  }

  /// What may be said of those scored at both times.
  func rowOfPairs(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, place, basis: .pairs)
  }

  /// What may be said of everyone enrolled, whose number is the same at every timepoint.
  func rowOfEnrolled(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, CountPlace(group: group))
  }

  /// Whether there is more to say than that there is no estimate yet; where it must not be told how
  /// many pairs there are, it looks as if there were.
  func hasPairs(_ disclosure: Disclosure) -> Bool {
    pairs.participants > 0 || !rowOfPairs(disclosure).shows(.pairs)
  }

  /// What may be said of the pairs and those lost to follow-up together. Beside what is said of the
  /// pairs it would tell how many were lost: the same days, shared by more people.
  func rowOfLostUnchanged(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, place, basis: .pairs, .lost, .pairsAndLost)
  }

  /// The estimate as it may be computed with: where numbers of people are rounded, it is made of
  /// the rounded ones and of days avoided with one decimal, since money in full would tell by how
  /// many people it was divided.
  func disclosed(_ disclosure: Disclosure) -> SavingsEstimate {
    disclosure.roundingPolicy.map(coarse) ?? self
  }
}

extension ValuationEstimate {
  private var place: CountPlace {
    CountPlace(group: group, instrument: instrument.id, timepoint: timepoint.id)
  }

  /// What may be said of those scored at both times.
  func rowOfPairs(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, place, basis: .pairs)
  }

  /// What may be said of the pairs and those lost to follow-up together.
  func rowOfLostUnchanged(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, place, basis: .pairs, .lost, .pairsAndLost)
  }

  /// The estimate as it may be computed with, as that of savings.
  func disclosed(_ disclosure: Disclosure) -> ValuationEstimate {
    disclosure.roundingPolicy.map(coarse) ?? self
  }
}

extension Disclosure {
  /// The policy, where it rounds numbers of people; nil otherwise.
  var roundingPolicy: SmallNumberPolicy? {
    policy.flatMap { $0.roundTo == nil ? nil : $0 }
  }
}
