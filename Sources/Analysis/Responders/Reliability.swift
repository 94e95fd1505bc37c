import Instruments
import Statistics

/// The reliability of a questionnaire, from 0 to 1, with its origin.
package struct Reliability: Sendable, Equatable {
  package enum Origin: Sendable, Equatable {
    /// Given by the user, with or without a source.
    case given(source: String?)
    /// Published for the instrument.
    case published(PublishedReliability)
    /// Cronbach's alpha of the cohort's own complete forms at baseline.
    case alphaOfCohort(CronbachAlpha)
  }

  package let value: Double
  package let origin: Origin

  package init(_ value: Double, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }

  /// The lowest alpha of a cohort from which a reliable change is computed: .70, which Nunnally
  /// (1978, Psychometric Theory, second edition; recalled, not read) recommends for scales in
  /// research.
  package static let lowestAlpha = 0.7
}
