import Instruments
import Statistics

/// How many participants stand at the ends of a scale, where a score cannot move any further, and,
/// for a score that counts days, how many have many of them.
package struct ScoreEnds: Sendable, Equatable {
  /// With the lowest possible score.
  package let atFloor: Int
  /// With the highest possible score.
  package let atCeiling: Int
  /// With 14 unhealthy days or more in 30; nil for a score that counts no days.
  package let manyDays: ManyDays?

  /// How many of those scored have many days, and which share of them that is; the share is nil for
  /// nobody scored.
  package struct ManyDays: Sendable, Equatable {
    package let count: Int
    package let share: WilsonInterval?
  }

  /// From how many days the Centers for Disease Control and Prevention speak of frequent distress,
  /// for its mental and its physical item alone; the sum of both is counted by the same number
  /// here.
  package static let daysThatAreMany = 14.0

  /// Whether a score is the lowest possible.
  package static func isFloor(_ score: Double, on instrument: Instrument) -> Bool {
    score == instrument.range.lowerBound
  }

  /// Whether a score is the highest possible.
  package static func isCeiling(_ score: Double, on instrument: Instrument) -> Bool {
    score == instrument.range.upperBound
  }

  /// Whether a score counts days, and many of them.
  package static func isManyDays(_ score: Double, on instrument: Instrument) -> Bool {
    instrument.metric == .days && score >= daysThatAreMany
  }

  init(_ sample: FrequencyTable, _ instrument: Instrument) {
    func count(where isMeant: (Double, Instrument) -> Bool) -> Int {
      zip(sample.values, sample.counts).reduce(0) { $0 + (isMeant($1.0, instrument) ? $1.1 : 0) }
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
