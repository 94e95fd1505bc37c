import Instruments

/// The classification of one participant by reliable change and a clinical line together.
///
/// Jacobson & Truax (1991), doi 10.1037/0022-006X.59.1.12, with participants who crossed the line
/// without a reliable change separated from those unchanged, and the same distinctions among those
/// who got worse.
package enum ChangeCategory: String, CaseIterable, Sendable {
  /// Reliably better, and across the line.
  case recovered
  /// Reliably better, not across the line.
  case improved
  /// Across the line for the better, not reliably.
  case crossedNotReliable = "crossed_not_reliable"
  /// Neither reliable nor across the line.
  case unchanged
  /// Across the line for the worse, not reliably.
  case crossedBackNotReliable = "crossed_back_not_reliable"
  /// Reliably worse, not across the line.
  case deteriorated
  /// Reliably worse, and across the line.
  case deterioratedAndCrossed = "deteriorated_and_crossed"

  init(
    _ pair: ScorePair, of instrument: Instrument, reliableBy rule: ChangeRule,
    across line: ClinicalLine
  ) {
    let isForBetter = line.isCrossedForBetter(pair, on: instrument)
    let isForWorse = line.isCrossedForWorse(pair, on: instrument)
    self =
      switch rule.verdict(on: pair, of: instrument) {
      case .better: isForBetter ? .recovered : .improved
      case .worse: isForWorse ? .deterioratedAndCrossed : .deteriorated
      case .same:
        isForBetter ? .crossedNotReliable : isForWorse ? .crossedBackNotReliable : .unchanged
      }
  }
}
