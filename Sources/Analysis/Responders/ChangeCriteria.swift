import Instruments
import Statistics

/// The criteria for judging individual changes on one instrument, the same for all participants and
/// for every group.
package struct ChangeCriteria: Sendable {
  /// The reliability given, or the first one published for the instrument, or the cohort's
  /// Cronbach's alpha if it is at least `Reliability.lowestAlpha`.
  package let reliability: Reliability?
  /// Cronbach's alpha of the cohort's answers at baseline; nil if it is not needed, and without
  /// answers.
  package let cohortAlpha: CronbachAlpha?
  /// The population whose standard deviation determines the measurement error; nil if there are too
  /// few people.
  package let clinical: JacobsonTruaxCutoffs.Population?
  /// The size of a reliable change by Jacobson and Truax, or the reason why it is not known.
  package let index: Result<ReliableChange, IndexObstacle>
  /// Nil if too few participants are scored.
  package let cutoffs: JacobsonTruaxCutoffs?
  /// Published reliable changes, then the index if it can be computed, then the smallest important
  /// changes.
  package let rules: [ChangeRule]
  /// The rule that defines reliable change, as requested; nil if there is none.
  package let reliableRule: ChangeRule?
  /// The computed cutoff first, if there is one, then published ones.
  package let lines: [ClinicalLine]

  /// - Parameters:
  ///   - pairs: of all participants scored at both times.
  ///   - baselines: of all participants scored at baseline.
  ///   - alpha: of the answers at baseline, computed only if no other reliability is known.
  init(
    _ question: ResponderQuestion, _ instrument: Instrument, pairs: PairedFrequencyTable,
    baselines: FrequencyTable, alpha: @autoclosure () -> CronbachAlpha?
  ) {
    let known = question.reliability(of: instrument)
    cohortAlpha = known == nil ? alpha() : nil
    reliability = known ?? cohortAlpha.flatMap(Reliability.init(ofCohort:))
    let clinical = Self.clinical(question.spread, pairs: pairs.baseline, baselines: baselines)
    self.clinical = clinical
    index = Self.index(reliability, cohortAlpha, clinical)
    cutoffs = clinical.map {
      JacobsonTruaxCutoffs(
        clinical: $0, functional: question.functional,
        improvement: instrument.direction == .lowerIsBetter ? .downward : .upward)
    }
    let rules = ChangeRule.all(for: instrument, index: try? index.get())
    self.rules = rules
    reliableRule =
      switch question.reliableBy {
      case .published: rules.first { $0.kind != .important }
      case .index: rules.first { $0.kind == .statistical }
      }
    let chosen = question.cutoff ?? (cutoffs?.c == nil ? .a : .c)
    let computed = cutoffs?[chosen].map { [ClinicalLine(chosen, at: $0)] } ?? []
    lines =
      computed + instrument.thresholds.filter { $0.kind == .case }.map { ClinicalLine($0) }
  }

  /// Nil if there is no index.
  package var reliableChange: ReliableChange? { try? index.get() }

  private static func index(
    _ reliability: Reliability?, _ alpha: CronbachAlpha?,
    _ clinical: JacobsonTruaxCutoffs.Population?
  ) -> Result<ReliableChange, IndexObstacle> {
    guard let reliability else {
      return .failure(alpha.map(IndexObstacle.alphaIsLow) ?? .noReliability)
    }
    guard let clinical else { return .failure(.tooFewPairs) }
    let change = ReliableChange(
      standardDeviation: clinical.standardDeviation, reliability: reliability.value)
    return change.map { .success($0) }
      ?? .failure(
        clinical.standardDeviation > 0
          ? .impossibleReliability(reliability.value) : .noSpread)
  }

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

extension ResponderQuestion {
  /// The reliability given, or the first one published for an instrument.
  package func reliability(of instrument: Instrument) -> Reliability? {
    reliability
      ?? instrument.reliabilities.first.map { Reliability($0.value, .published($0)) }
  }
}

extension Reliability {
  /// The cohort's own alpha; nil if it is too low for computing a reliable change.
  fileprivate init?(ofCohort alpha: CronbachAlpha) {
    guard alpha.alpha >= Self.lowestAlpha else { return nil }
    self.init(alpha.alpha, .alphaOfCohort(alpha))
  }
}

extension JacobsonTruaxCutoffs {
  /// A cutoff by its name.
  package subscript(cutoff: ClinicalLine.Cutoff) -> Double? {
    switch cutoff {
    case .a: a
    case .b: b
    case .c: c
    }
  }
}
