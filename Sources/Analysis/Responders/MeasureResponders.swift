import Instruments
import Statistics

/// How many participants changed on one instrument, by every rule, for everybody or for one group.
package struct MeasureResponders: Sendable {
  /// What one rule says.
  package struct ByRule: Sendable {
    package let rule: ChangeRule
    package let counts: OutcomeCounts<ChangeVerdict>
  }

  /// What became of everybody by one line.
  package struct ByLine: Sendable {
    /// The rule that says whose change is reliable.
    package let rule: ChangeRule
    package let line: ClinicalLine
    package let counts: OutcomeCounts<ChangeCategory>
  }

  package let instrument: Instrument
  /// The group, nil for everybody.
  package let group: CohortSelection.AttributeValue?
  /// Of everybody, also in a group.
  package let criteria: ChangeCriteria
  /// How many are scored at both times.
  package let pairs: Int
  package let rules: [ByRule]
  /// Empty where no rule says who changed reliably.
  package let lines: [ByLine]
  /// Each two of the rules.
  package let agreements: [RuleAgreement]
  /// How many are cases, and in each band, at both times.
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
