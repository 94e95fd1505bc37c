import Instruments
import Statistics

/// A mean change with the money that a rate makes of it.
///
/// Money per participant = mean improvement × worth of a point. The interval is the t interval of
/// the mean change, carried through: the worth is taken to be exact.
package struct ValuedChange: Sendable, Equatable {
  /// How many people it is a mean over.
  package let participants: Int
  /// Mean change in the unit of the instrument, better being positive. Of unhealthy days in 30 it
  /// is how many were avoided. Nil for nobody.
  package let improvement: Double?
  /// Nil for one person, and where all changed alike.
  package let improvementInterval: ConfidenceInterval?
  /// Money for one point of improvement, for as long as it is taken to last.
  package let worth: Double

  package var perParticipant: Double? { improvement.map { $0 * worth } }

  package var perParticipantInterval: ConfidenceInterval? { improvementInterval?.scaled(by: worth) }

  /// For all these people together.
  package var total: Double? { perParticipant.map { $0 * Double(participants) } }

  /// The number of people is taken as it is: it is that of the mean change, times how many they
  /// are.
  package var totalInterval: ConfidenceInterval? {
    perParticipantInterval?.scaled(by: Double(participants))
  }

  /// - Parameters:
  ///   - sample: the scores of the same people at baseline and at the follow-up.
  ///   - direction: which way the score moves when people get better.
  ///   - worth: money for one point of improvement, for as long as it is taken to last.
  init(_ sample: PairedFrequencyTable, _ direction: Direction, worth: Double) {
    let test = PairedTTest(sample)
    participants = test.pairs
    improvement = test.meanChange.map(direction.improvement)
    improvementInterval = test.confidenceInterval.map { ends in
      let turned = [ends.lower, ends.upper].map(direction.improvement).sorted()
      return ConfidenceInterval(lower: turned[0], upper: turned[1])
    }
    self.worth = worth
  }

  private init(
    participants: Int, improvement: Double?, interval: ConfidenceInterval?, worth: Double
  ) {
    self.participants = participants
    self.improvement = improvement
    improvementInterval = interval
    self.worth = worth
  }

  /// The same change at another worth of a point.
  func valued(at worth: Double) -> ValuedChange {
    ValuedChange(
      participants: participants, improvement: improvement, interval: improvementInterval,
      worth: worth)
  }

  /// The same change divided among more people, all but these unchanged. The interval is divided
  /// alike.
  func spread(over everybody: Int) -> ValuedChange {
    let share = everybody > 0 ? Double(participants) / Double(everybody) : nil
    return ValuedChange(
      participants: everybody, improvement: share.flatMap { part in improvement.map { $0 * part } },
      interval: share.flatMap { part in improvementInterval?.scaled(by: part) }, worth: worth)
  }

  /// The same with an improvement of one decimal and a rounded number of people.
  func coarse(_ policy: SmallNumberPolicy) -> ValuedChange {
    let rounded = { (value: Double) in (value * 10).rounded() / 10 + 0 }
    return ValuedChange(
      participants: policy.rounded(participants), improvement: improvement.map(rounded),
      interval: improvementInterval.map {
        ConfidenceInterval(lower: rounded($0.lower), upper: rounded($0.upper))
      }, worth: worth)
  }
}

extension ConfidenceInterval {
  /// The interval of a multiple.
  /// - Parameter factor: 0 or more.
  func scaled(by factor: Double) -> ConfidenceInterval {
    ConfidenceInterval(lower: lower * factor, upper: upper * factor)
  }

  /// The interval of what is this much less.
  func lowered(by amount: Double) -> ConfidenceInterval {
    ConfidenceInterval(lower: lower - amount, upper: upper - amount)
  }
}
