import Instruments
import Statistics

/// The agreement of two rules about the same participants.
package struct RuleAgreement: Sendable, Equatable {
  package let first: ChangeRule
  package let second: ChangeRule
  /// At [i][j], the number of participants with the i-th verdict by the first rule and the j-th by
  /// the second.
  package let counts: [[Int]]
  /// The share that both rules judge equally, and Cohen's kappa; nil if there are no participants.
  package let agreement: CategoryAgreement?

  init(
    _ first: ChangeRule, _ second: ChangeRule, of instrument: Instrument,
    _ sample: PairedFrequencyTable
  ) {
    let verdicts = ChangeVerdict.allCases
    var counts = verdicts.map { _ in verdicts.map { _ in 0 } }
    for cell in sample.cells {
      let pair = ScorePair(baseline: cell.baseline, followUp: cell.followUp)
      guard let row = verdicts.firstIndex(of: first.verdict(on: pair, of: instrument)),
        let column = verdicts.firstIndex(of: second.verdict(on: pair, of: instrument))
      else { continue }
      counts[row][column] += cell.count
    }
    self.first = first
    self.second = second
    self.counts = counts
    agreement = CategoryAgreement(counts)
  }
}
