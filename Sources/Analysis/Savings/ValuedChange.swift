import Instruments
import Statistics

/// A mean change and its value in money at a rate.
///
/// Money per participant = mean improvement × value of a point. The interval is computed from the t
/// interval of the mean change: the value of a point is assumed to be exact.
package struct ValuedChange: Sendable, Equatable {
  /// The number of people in the mean.
  package let participants: Int
  /// The mean change in the unit of the instrument, with better as positive. For unhealthy days in
  /// 30 it is the number avoided. Nil if there are no people.
  package let improvement: Double?
  /// Nil for one person, and if all changed equally.
  package let improvementInterval: ConfidenceInterval?
  /// The money for one point of improvement, for as long as it is assumed to last.
  package let worth: Double

  package var perParticipant: Double? { improvement.map { $0 * worth } }

  package var perParticipantInterval: ConfidenceInterval? { improvementInterval?.scaled(by: worth) }

  /// The total for all these people.
  package var total: Double? { perParticipant.map { $0 * Double(participants) } }

  /// The interval of the mean change multiplied by the number of people, which is assumed to be
  /// exact.
  package var totalInterval: ConfidenceInterval? {
    perParticipantInterval?.scaled(by: Double(participants))
  }

  /// - Parameters:
  ///   - sample: the scores of the same people at baseline and at the follow-up.
  ///   - direction: the direction of scores when people get better.
  ///   - worth: the money for one point of improvement, for as long as it is assumed to last.
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

  /// The same change at another value of a point.
  func valued(at worth: Double) -> ValuedChange {
    ValuedChange(
      participants: participants, improvement: improvement, interval: improvementInterval,
      worth: worth)
  }

  /// The same change averaged over more people, the additional ones unchanged. The interval is
  /// divided equally.
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
  /// The interval multiplied by a factor.
  ///
  /// - Parameter factor: 0 or more.
  func scaled(by factor: Double) -> ConfidenceInterval {
    ConfidenceInterval(lower: lower * factor, upper: upper * factor)
  }

  /// The interval reduced by an amount.
  func lowered(by amount: Double) -> ConfidenceInterval {
    ConfidenceInterval(lower: lower - amount, upper: upper - amount)
  }
}
