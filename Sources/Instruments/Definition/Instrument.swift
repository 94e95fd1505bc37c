/// A questionnaire as data: what is asked, how it is scored, what a score means.
package struct Instrument: Sendable, Equatable {
  package let id: InstrumentID
  /// What a table calls it: `PHQ-9`.
  package let name: String
  /// Its full name.
  package let title: String
  /// What it measures, in lower case: `loneliness`, `depression`, `quality of life`.
  package let construct: String
  package let direction: Direction
  package let metric: Metric
  /// The time an answer looks back on: `last 2 weeks`.
  package let recall: String?
  /// The question in front of all items, only where it may be reproduced freely.
  package let stem: String?
  /// In the order of the form; empty where only totals are entered.
  package let items: [Item]
  /// The numbers, counted from 1, of the items that make the score.
  package let scoredItems: [Int]
  package let scoring: ScoringRule
  /// The lowest and the highest possible score.
  package let range: ClosedRange<Double>
  /// The rules, besides complete items only, that a program may ask for.
  package let missingItemRules: [MissingItemRule]
  /// From the lowest scores to the highest, covering the range; or empty.
  package let bands: [Band]
  /// Who drew the bands; nil where there are none.
  package let bandsSource: Source?
  /// The first of a kind is the one to use where a single one is wanted.
  package let thresholds: [Threshold]
  /// The first is the one to use where a single one is wanted.
  package let reliabilities: [PublishedReliability]
  package let riskItems: [RiskItem]
  package let loinc: LOINCCodes
  /// Who may use it and whether its wording is shipped.
  package let permission: String?
  /// What people get wrong with it.
  package let cautions: [String]
  /// Where items, codes and scoring come from.
  package let source: Source?

  package init(
    id: InstrumentID, name: String, title: String, construct: String, direction: Direction,
    metric: Metric = .points, recall: String? = nil, stem: String? = nil, items: [Item],
    scoredItems: [Int]? = nil, scoring: ScoringRule, range: ClosedRange<Double>,
    missingItemRules: [MissingItemRule] = [], bands: [Band] = [], bandsSource: Source? = nil,
    thresholds: [Threshold] = [], reliabilities: [PublishedReliability] = [],
    riskItems: [RiskItem] = [], loinc: LOINCCodes = LOINCCodes(),
    permission: String? = nil, cautions: [String] = [], source: Source? = nil
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.construct = construct
    self.direction = direction
    self.metric = metric
    self.recall = recall
    self.stem = stem
    self.items = items
    self.scoredItems = scoredItems ?? Array(1..<(items.count + 1))
    self.scoring = scoring
    self.range = range
    self.missingItemRules = missingItemRules
    self.bands = bands
    self.bandsSource = bandsSource
    self.thresholds = thresholds
    self.reliabilities = reliabilities
    self.riskItems = riskItems
    self.loinc = loinc
    self.permission = permission
    self.cautions = cautions
    self.source = source
  }

  /// Whether only totals are entered, never answers.
  package var isEnteredAsTotal: Bool { items.isEmpty }

  /// Whether the score is how many of 30 days were unhealthy, which is what a rate per unhealthy
  /// day can be multiplied with.
  package var countsUnhealthyDays: Bool {
    metric == .days && range == 0...30 && direction == .lowerIsBetter
  }

  /// The band a score belongs to; nil outside the range or without bands.
  package func band(for score: Double) -> Band? {
    guard range.contains(score) else { return nil }
    return bands.last { $0.from <= score }
  }

  /// The first threshold of a kind, if any.
  package func threshold(_ kind: Threshold.Kind) -> Threshold? {
    thresholds.first { $0.kind == kind }
  }

  /// The missing-item rule of that name: `complete`, or one that this instrument allows.
  package func missingItemRule(named name: String) -> MissingItemRule? {
    ([.completeOnly] + missingItemRules).first { $0.name == name }
  }
}
