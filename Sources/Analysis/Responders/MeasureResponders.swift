import Instruments
import Statistics

/// The numbers of participants who changed on one instrument, by every rule, for all participants
/// or for one group.
package struct MeasureResponders: Sendable {
  /// The result by one rule.
  package struct ByRule: Sendable {
    package let rule: ChangeRule
    package let counts: OutcomeCounts<ChangeVerdict>
  }

  /// The result by one line.
  package struct ByLine: Sendable {
    /// The rule that defines reliable change.
    package let rule: ChangeRule
    package let line: ClinicalLine
    package let counts: OutcomeCounts<ChangeCategory>
  }

  package let instrument: Instrument
  /// The group; nil for all participants.
  package let group: CohortSelection.AttributeValue?
  /// The criteria computed from all participants, used for groups too.
  package let criteria: ChangeCriteria
  /// The number of participants scored at both times.
  package let pairs: Int
  package let rules: [ByRule]
  /// Empty if no rule defines reliable change.
  package let lines: [ByLine]
  /// The agreement of every two rules.
  package let agreements: [RuleAgreement]
  /// The numbers of participants above each threshold and in each band, at both times.
  package let proportions: [ClassProportions]
  /// The pairs themselves.
  let sample: PairedFrequencyTable

  init(
    _ sample: PairedFrequencyTable, of instrument: Instrument,
    group: CohortSelection.AttributeValue?, _ criteria: ChangeCriteria
  ) {
    self.instrument = instrument
    self.group = group
    self.criteria = criteria
    self.sample = sample
    pairs = sample.total
    proportions = ScoreClass.all(of: instrument).map {
      ClassProportions($0, of: instrument, sample)
    }
    let rules = criteria.rules
    self.rules = rules.map { rule in
      ByRule(rule: rule, counts: OutcomeCounts(sample) { rule.verdict(on: $0, of: instrument) })
    }
    lines =
      criteria.reliableRule.map { rule in
        criteria.lines.map { line in
          ByLine(
            rule: rule, line: line,
            counts: OutcomeCounts(sample) {
              ChangeCategory($0, of: instrument, reliableBy: rule, across: line)
            })
        }
      } ?? []
    agreements = rules.indices.flatMap { first in
      rules[(first + 1)...].map { RuleAgreement(rules[first], $0, of: instrument, sample) }
    }
  }
}
