import Documents
import Analysis
import Instruments
import Records

/// The numbers of one model that may be shown. A model uses all participants with any score, so
/// shared output shows its numbers only where the number scored and the number of pairs are shown
/// at each of its timepoints.
///
/// No other report has the model's number of participants, so shared output hides this number and
/// everything that would disclose it: likelihoods, covariances, the share lost to follow-up.
struct ModelDisclosure {
  let disclosure: Disclosure
  private let instrument: InstrumentID
  private let showsStatistics: Bool

  init(_ disclosure: Disclosure, _ measure: MeasureModel) {
    self.disclosure = disclosure
    instrument = measure.instrument.id
    let fitted = try? measure.repeatedMeasures.get()
    let growth = try? measure.growth?.get()
    let groups = (fitted?.means.map(\.group) ?? []) + (growth?.fitted.lines.map(\.group) ?? [])
    let timepoints = (fitted?.timepoints ?? []) + (growth?.timepoints ?? [])
    let places = Set(groups).flatMap { group in
      timepoints.map {
        (
          place: CountPlace(
            group: group, instrument: measure.instrument.id, timepoint: $0.id),
          isFollowUp: $0.day > 0
        )
      }
    }
    showsStatistics = places.allSatisfy { place, isFollowUp in
      disclosure.shows(CountAddress(place, .scored))
        && (!isFollowUp || disclosure.shows(CountAddress(place, .pairs)))
    }
  }

  /// True if everything is shown.
  var showsEverything: Bool { disclosure.policy == nil }

  /// The row of a group's numbers at a timepoint.
  func row(_ group: CohortSelection.AttributeValue?, _ timepoint: Timepoint) -> DisclosedRow {
    let place = CountPlace(group: group, instrument: instrument, timepoint: timepoint.id)
    return showsStatistics
      ? DisclosedRow(disclosure, place, basis: .scored) : DisclosedRow(disclosure, place)
  }

  /// The row of the numbers that disclose how many participants the model has.
  var rowOfParticipants: DisclosedRow {
    DisclosedRow(disclosure, CountPlace(instrument: instrument))
  }
}

extension ModelDisclosure {
  /// The number of participants that an answer covers.
  func participants(of answer: MissingDataAnswers.Answer, at timepoint: Timepoint) -> Cell {
    let row = row(of: answer, at: timepoint)
    switch answer.assumption {
    case .completePairs: return row.people(.pairs, answer.participants)
    case .baselineCarriedForward, .lastCarriedForward:
      return row.people(.pairsAndLost, answer.participants)
    case .missingAtRandom: return rowOfParticipants.statistic(.integer(answer.participants))
    }
  }

  /// The row of an answer's numbers.
  func row(of answer: MissingDataAnswers.Answer, at timepoint: Timepoint) -> DisclosedRow {
    let place = CountPlace(instrument: instrument, timepoint: timepoint.id)
    switch answer.assumption {
    case .completePairs: return DisclosedRow(disclosure, place, basis: .pairs)
    case .baselineCarriedForward, .lastCarriedForward:
      return DisclosedRow(disclosure, place, basis: .pairs, .pairsAndLost)
    case .missingAtRandom: return row(nil, timepoint)
    }
  }
}
