import Instruments
import Statistics

/// How reliable a questionnaire is, from 0 to 1, with where the number comes from.
package struct Reliability: Sendable, Equatable {
  package enum Origin: Sendable, Equatable {
    /// Somebody gave it, and said whose it is or not.
    case given(source: String?)
    /// It was published for the instrument.
    case published(PublishedReliability)
    /// Cronbach's alpha of this cohort's own complete forms at baseline.
    case alphaOfCohort(CronbachAlpha)
  }

  package let value: Double
  package let origin: Origin

  package init(_ value: Double, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }

  /// The lowest alpha of a cohort that a reliable change is computed from: .70, which Nunnally
  /// (1978, Psychometric Theory, second edition; recalled, not read) asks of scales in research.
  package static let lowestAlpha = 0.7
}
