import Instruments
import Statistics

/// A mean change with the money that a rate makes of it.
///
/// Money per participant = mean improvement × worth of a point. The interval is the t interval of the
/// mean change, carried through: the worth is taken to be exact.
package struct ValuedChange: Sendable, Equatable {
  /// How many people it is a mean over.
  package let participants: Int
  /// Mean change in the unit of the instrument, better being positive. Of unhealthy days in 30 it is how
  /// many were avoided. Nil for nobody.
  package let improvement: Double?
  /// Nil for one person, and where all changed alike.
  package let improvementInterval: ConfidenceInterval?
  package let perParticipant: Double?
  package let perParticipantInterval: ConfidenceInterval?
  /// For all these people together.
  package let total: Double?

  /// - Parameters:
  ///   - sample: the scores of the same people at baseline and at the follow-up.
  ///   - direction: which way the score moves when people get better.
  ///   - worth: money for one point of improvement, for as long as it is taken to last.
  init(_ sample: PairedFrequencyTable, _ direction: Direction, worth: Double) {
    let test = PairedTTest(sample)
    let interval = test.confidenceInterval.map { ends in
      let turned = [ends.lower, ends.upper].map(direction.improvement).sorted()
      return ConfidenceInterval(lower: turned[0], upper: turned[1])
    }
    self.init(
      participants: test.pairs, improvement: test.meanChange.map(direction.improvement),
      interval: interval, worth: worth)
  }

  private init(
    participants: Int, improvement: Double?, interval: ConfidenceInterval?, worth: Double
  ) {
    self.participants = participants
    self.improvement = improvement
    improvementInterval = interval
    perParticipant = improvement.map { $0 * worth }
    perParticipantInterval = interval.map {
      ConfidenceInterval(lower: $0.lower * worth, upper: $0.upper * worth)
    }
    total = perParticipant.map { $0 * Double(participants) }
  }

  /// The same change at another worth of a point.
  func valued(at worth: Double) -> ValuedChange {
    ValuedChange(
      participants: participants, improvement: improvement, interval: improvementInterval,
      worth: worth)
  }

  /// The same with an improvement of one decimal, as one would compute by hand.
  func coarse(worth: Double) -> ValuedChange {
    let rounded = { (value: Double) in (value * 10).rounded() / 10 + 0 }
    return ValuedChange(
      participants: participants, improvement: improvement.map(rounded),
      interval: improvementInterval.map {
        ConfidenceInterval(lower: rounded($0.lower), upper: rounded($0.upper))
      }, worth: worth)
  }
}
