import Documents
import Analysis
import Instruments

/// The number of participants with one outcome: a row of CSV or an object of JSON.
struct OutcomeRow: Sendable {
  /// The key of the criterion.
  let judgedBy: String
  /// The criterion in words.
  let label: String
  /// The number of points of a rule, or the score of a cutoff; nil where there are several.
  let value: Double?
  /// The number of points of a rule for a change for the worse; nil for anything but a rule.
  var valueForWorse: Double?
  /// The key of the outcome.
  let outcome: String
  let share: Share
  /// The participants that the share counts.
  let counted: InclusionCriterion
  /// The participants in the denominator of the share.
  let all: InclusionCriterion
  /// The source of the rule or the cutoff, and whether it was verified.
  let source: String
  /// The number's name in the disclosed counts; nil where it is not among them and so never shared.
  let name: CountName?

  /// True if the value is computed from this cohort rather than published.
  var isComputed: Bool {
    judgedBy == ChangeRule.Kind.statistical.rawValue
      || ClinicalLine.Cutoff.allCases.map(\.key).contains(judgedBy)
  }

  static let columns = [
    Column("judged_by", .leading), Column("label", .leading), Column("value"),
    Column("value_for_worse"), Column("outcome", .leading), Column("count"), Column("of"),
    Column("share"),
    Column("share_ci95", holdsIntervals: true), Column("source", .leading),
  ]

  /// One cell for each of `columns`, hidden or rounded as the disclosure requires.
  /// - Parameter place: the place of the pairs that it counts.
  func cells(_ disclosure: Disclosure, _ place: CountPlace) -> [Cell] {
    let name = name ?? CountName(rawValue: outcome)
    let row = DisclosedRow(disclosure, place, basis: .pairs, name)
    let rule = DisclosedRow(disclosure, place, basis: .pairs)
    let points = { (value: Double?) in
      value.map { rule.statistic(.decimal($0, decimals: 2)) } ?? .blank
    }
    return [
      .text(judgedBy), .text(label), points(value), points(valueForWorse),
      .text(outcome), row.people(name, share.count), row.people(.pairs, share.total),
      row.cell(
        share.interval.map { .decimal($0.proportion, decimals: 3) } ?? .blank, .revealing),
      row.cell(
        share.interval?.confidenceInterval.map { .interval($0, decimals: 3) } ?? .blank, .revealing),
      .text(source),
    ]
  }
}

extension MeasureResponders {
  /// The number of participants with each outcome, by each rule and cutoff.
  var outcomes: [OutcomeRow] {
    rules.enumerated().flatMap { position, byRule in
      ChangeVerdict.allCases.map { verdict in
        OutcomeRow(
          judgedBy: byRule.rule.kind.rawValue, label: byRule.rule.threshold.label,
          value: byRule.rule.threshold.value,
          valueForWorse: byRule.rule.threshold.valueForWorse, outcome: verdict.rawValue,
          share: byRule.counts[verdict], counted: .verdict(verdict, by: byRule.rule), all: .paired,
          source: byRule.rule.threshold.source.text,
          name: .rule(position, verdict))
      }
    }
      + lines.enumerated().flatMap { position, byLine in
        ChangeCategory.allCases.map { category in
          OutcomeRow(
            judgedBy: byLine.line.key, label: byLine.line.label, value: byLine.line.score,
            outcome: category.rawValue, share: byLine.counts[category],
            counted: .category(category, by: byLine.rule, across: byLine.line), all: .paired,
            source: byLine.line.source.text, name: .line(position, category))
        }
      }
  }
}

extension ClinicalLine {
  /// The key in CSV and JSON.
  fileprivate var key: String {
    switch origin {
    case .computed(let cutoff): cutoff.key
    case .published: "case"
    }
  }

  /// The name that tables show.
  var label: String {
    switch origin {
    case .computed(let cutoff): "cutoff \(cutoff.rawValue)"
    case .published(let threshold): threshold.label
    }
  }

  /// The publication that defines it.
  var source: Source {
    switch origin {
    case .computed: .jacobsonAndTruax
    case .published(let threshold): threshold.source
    }
  }
}

extension TalkingTherapies {
  /// The share with each outcome.
  var outcomes: [OutcomeRow] {
    Outcome.allCases.map { outcome in
      OutcomeRow(
        judgedBy: "nhs_talking_therapies_criteria",
        label: "by the criteria of NHS Talking Therapies", value: nil, outcome: outcome.rawValue,
        share: self[outcome], counted: .talkingTherapies(where: outcome.isReached),
        all: .talkingTherapies(where: outcome.isOf), source: Self.source.text, name: nil)
    }
  }
}

extension DepressionResponse {
  /// The share with each outcome.
  var outcomes: [OutcomeRow] {
    Outcome.allCases.map { outcome in
      OutcomeRow(
        judgedBy: "hedis_style", label: "HEDIS-style, not HEDIS", value: nil,
        outcome: outcome.rawValue, share: self[outcome],
        counted: .depression(where: outcome.isReached), all: .depression(where: outcome.isOf),
        source: Self.source.text, name: nil)
    }
  }
}

extension ClinicalLine.Cutoff {
  /// The key in CSV and JSON.
  fileprivate var key: String { "cutoff_\(rawValue)" }
}
