import Instruments
import Records

/// The identity of a number of people: the property it counts, and its place.
///
/// Reports that show the same number use the same address, so that it is hidden in all of them or
/// in none.
package struct CountAddress: Hashable, Sendable {
  package let place: CountPlace
  package let count: CountName

  package init(_ place: CountPlace, _ count: CountName) {
    self.place = place
    self.count = count
  }
}

/// The part of a cohort, the instrument and the timepoint to which numbers of people belong.
package struct CountPlace: Hashable, Sendable {
  /// The group; nil for all selected participants.
  package let group: CohortSelection.AttributeValue?
  /// Nil if the number does not depend on the instrument.
  package let instrument: InstrumentID?
  /// Nil if the number does not depend on the timepoint.
  package let timepoint: TimepointID?

  package init(
    group: CohortSelection.AttributeValue? = nil, instrument: InstrumentID? = nil,
    timepoint: TimepointID? = nil
  ) {
    self.group = group
    self.instrument = instrument
    self.timepoint = timepoint
  }

  /// The same place for all selected participants.
  package var ofEverybody: CountPlace {
    CountPlace(instrument: instrument, timepoint: timepoint)
  }
}

/// The property counted by a number of people.
package struct CountName: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A number among participants scored at baseline, by the property it counts at the follow-up.
  package static func sinceBaseline(_ count: CountName) -> CountName {
    CountName(rawValue: "since_baseline_" + count.rawValue)
  }
}
