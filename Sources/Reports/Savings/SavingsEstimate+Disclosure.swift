import Analysis

extension SavingsEstimate {
  /// The place of its numbers of participants in the disclosed counts.
  var place: CountPlace {
    CountPlace(group: group, instrument: rate.instrument, timepoint: timepoint.id)
  }

  /// The row of the participants scored at both times.
  func rowOfPairs(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, place, basis: .pairs)
  }

  /// The row of all enrolled participants, whose number is the same at every timepoint.
  func rowOfEnrolled(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, CountPlace(group: group))
  }

  /// True if there are pairs, or their number is hidden: a hidden 0 must look like any other
  /// number.
  func hasPairs(_ disclosure: Disclosure) -> Bool {
    pairs.participants > 0 || !rowOfPairs(disclosure).shows(.pairs)
  }

  /// The row of the pairs and those lost to follow-up together. Beside the row of the pairs it
  /// would disclose the number lost: the same days are shared by more people.
  func rowOfLostUnchanged(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, place, basis: .pairs, .lost, .pairsAndLost)
  }

  /// The estimate with coarse numbers where required: where numbers of participants are rounded, it
  /// is computed from the rounded ones and from days avoided with one decimal, since exact amounts
  /// of money would disclose the number they were divided by.
  func disclosed(_ disclosure: Disclosure) -> SavingsEstimate {
    disclosure.roundingPolicy.map(coarse) ?? self
  }
}

extension ValuationEstimate {
  private var place: CountPlace {
    CountPlace(group: group, instrument: instrument.id, timepoint: timepoint.id)
  }

  /// The row of the participants scored at both times.
  func rowOfPairs(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, place, basis: .pairs)
  }

  /// The row of the pairs and those lost to follow-up together.
  func rowOfLostUnchanged(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(disclosure, place, basis: .pairs, .lost, .pairsAndLost)
  }

  /// The estimate with coarse numbers where required, as for savings.
  func disclosed(_ disclosure: Disclosure) -> ValuationEstimate {
    disclosure.roundingPolicy.map(coarse) ?? self
  }
}

extension Disclosure {
  /// The policy if it rounds numbers of participants; nil otherwise.
  var roundingPolicy: SmallNumberPolicy? {
    policy.flatMap { $0.roundTo == nil ? nil : $0 }
  }
}
