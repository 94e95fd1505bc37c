import Instruments
import Records

/// Which number of people is meant: whom it counts, and where.
///
/// Two reports that show the same number use the same address, so that it is hidden in both or in
/// none.
package struct CountAddress: Hashable, Sendable {
  package let place: CountPlace
  package let count: CountName

  package init(_ place: CountPlace, _ count: CountName) {
    self.place = place
    self.count = count
  }
}

/// The part of a cohort, the instrument and the timepoint that numbers of people belong to.
package struct CountPlace: Hashable, Sendable {
  /// Nil for everybody asked about.
  package let group: CohortSelection.AttributeValue?
  /// Nil where the number does not depend on it.
  package let instrument: InstrumentID?
  /// Nil where the number does not depend on it.
  package let timepoint: TimepointID?

  package init(
    group: CohortSelection.AttributeValue? = nil, instrument: InstrumentID? = nil,
    timepoint: TimepointID? = nil
  ) {
    self.group = group
    self.instrument = instrument
    self.timepoint = timepoint
  }

  /// The same place for everybody asked about.
  package var ofEverybody: CountPlace {
    CountPlace(instrument: instrument, timepoint: timepoint)
  }
}

/// What a number of people counts.
package struct CountName: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A number of those scored at baseline alone, by what it counts at the follow-up.
  package static func sinceBaseline(_ count: CountName) -> CountName {
    CountName(rawValue: "since_baseline_" + count.rawValue)
  }
}
