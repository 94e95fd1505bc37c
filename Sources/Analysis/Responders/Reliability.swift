/// How reliable a questionnaire is, from 0 to 1, with where the number comes from.
package struct Reliability: Sendable, Equatable {
  package enum Origin: Sendable, Equatable {
    /// Somebody gave it, and said whose it is or not.
    case given(source: String?)
    /// Cronbach's alpha of this cohort's own complete forms at baseline.
    case alphaOfCohort(forms: Int)
  }

  package let value: Double
  package let origin: Origin

  package init(_ value: Double, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }
}
