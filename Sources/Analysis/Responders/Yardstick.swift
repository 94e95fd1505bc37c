import Instruments
import Statistics

/// What the changes of single participants on one instrument are measured by: the same for everybody and
/// for every group.
package struct Yardstick: Sendable {
  /// Nil where none was given and no answers were entered to compute it from.
  package let reliability: Reliability?
  /// The people whose spread the error of measurement is computed with; nil where they are too few.
  package let clinical: JacobsonTruaxCutoffs.Population?
  /// Nil without a reliability from 0 to below 1, and where scores do not vary.
  package let reliableChange: ReliableChange?
  /// Nil where too few are scored.
  package let cutoffs: JacobsonTruaxCutoffs?
  /// The reliable change index first where it can be computed, then what was published.
  package let rules: [ChangeRule]
  /// The computed cut-off first where there is one, then published ones.
  package let lines: [ClinicalLine]

  /// - Parameters:
  ///   - pairs: of everybody scored at both times.
  ///   - baselines: of everybody scored at baseline.
  ///   - alpha: of the answers at baseline.
  init(
    _ question: ResponderQuestion, _ instrument: Instrument, pairs: PairedFrequencyTable,
    baselines: FrequencyTable, alpha: CronbachAlpha?
  ) {
    reliability =
      question.reliability
      ?? alpha.map { Reliability($0.alpha, .alphaOfCohort(forms: $0.forms)) }
    let clinical = Self.clinical(question.spread, pairs: pairs.baseline, baselines: baselines)
    self.clinical = clinical
    reliableChange = reliability.flatMap { reliability in
      clinical.flatMap {
        ReliableChange(
          standardDeviation: $0.standardDeviation, reliability: reliability.value)
      }
    }
    cutoffs = clinical.map {
      JacobsonTruaxCutoffs(
        clinical: $0, functional: question.functional,
        improvement: instrument.direction == .lowerIsBetter ? .downward : .upward)
    }
    rules =
      (reliableChange.map { [ChangeRule($0)] } ?? []) + ChangeRule.published(for: instrument)
    let chosen = question.cutoff ?? (cutoffs?.c == nil ? .a : .c)
    let computed = cutoffs?[chosen].map { [ClinicalLine(chosen, at: $0)] } ?? []
    lines =
      computed + instrument.thresholds.filter { $0.kind == .case }.map { ClinicalLine($0) }
  }

  /// The rule that says who changed reliably: the index, or else the first that was published.
  package var reliableRule: ChangeRule? { rules.first { $0.kind != .important } }

  private static func clinical(
    _ spread: ResponderQuestion.Spread, pairs: FrequencyTable, baselines: FrequencyTable
  ) -> JacobsonTruaxCutoffs.Population? {
    let (sample, given): (FrequencyTable, Double?) =
      switch spread {
      case .pairs: (pairs, nil)
      case .allBaselines: (baselines, nil)
      case .given(let standardDeviation): (pairs, standardDeviation)
      }
    guard let mean = sample.mean, let standardDeviation = given ?? sample.standardDeviation
    else { return nil }
    return .init(mean: mean, standardDeviation: standardDeviation)
  }
}

extension JacobsonTruaxCutoffs {
  /// A cut-off by its name.
  package subscript(cutoff: ClinicalLine.Cutoff) -> Double? {
    switch cutoff {
    case .a: a
    case .b: b
    case .c: c
    }
  }
}
