import Instruments
import Statistics

/// The numbers of participants at the ends of a scale, beyond which a score cannot move, and, for a
/// score that counts days, with many days.
package struct ScoreEnds: Sendable, Equatable {
  /// Participants with the lowest possible score.
  package let atFloor: Int
  /// Participants with the highest possible score.
  package let atCeiling: Int
  /// Participants with 14 or more unhealthy days in 30; nil for a score that does not count days.
  package let manyDays: ManyDays?

  /// The number of scored participants with many days, and their share of those scored; the share
  /// is nil if nobody is scored.
  package struct ManyDays: Sendable, Equatable {
    package let count: Int
    package let share: WilsonInterval?
  }

  /// The number of days from which the Centers for Disease Control and Prevention speak of frequent
  /// distress. They use it for the mental and the physical item separately; here it is applied to
  /// the sum of both.
  package static let daysThatAreMany = 14.0

  /// True if a score is the lowest possible.
  package static func isFloor(_ score: Double, on instrument: Instrument) -> Bool {
    score == instrument.range.lowerBound
  }

  /// True if a score is the highest possible.
  package static func isCeiling(_ score: Double, on instrument: Instrument) -> Bool {
    score == instrument.range.upperBound
  }

  /// True if a score counts days, and there are many.
  package static func isManyDays(_ score: Double, on instrument: Instrument) -> Bool {
    instrument.metric == .days && score >= daysThatAreMany
  }

  init(_ sample: FrequencyTable, _ instrument: Instrument) {
    func count(where condition: (Double, Instrument) -> Bool) -> Int {
      zip(sample.values, sample.counts).reduce(0) { $0 + (condition($1.0, instrument) ? $1.1 : 0) }
    }
    atFloor = count(where: Self.isFloor)
    atCeiling = count(where: Self.isCeiling)
    guard instrument.metric == .days else {
      manyDays = nil
      return
    }
    let days = count(where: Self.isManyDays)
    manyDays = ManyDays(
      count: days, share: WilsonInterval(successes: days, trials: sample.total))
  }
}
