/// A questionnaire as data: its items, its scoring and the meaning of its scores.
package struct Instrument: Sendable, Equatable {
  package let id: InstrumentID
  /// The short name used in tables: `PHQ-9`.
  package let name: String
  /// The full name.
  package let title: String
  /// The construct it measures, in lower case: `loneliness`, `depression`, `quality of life`.
  package let construct: String
  package let direction: Direction
  package let metric: Metric
  /// The period that answers look back on: `last 2 weeks`.
  package let recall: String?
  /// The question before all items; nil if it may not be reproduced freely.
  package let stem: String?
  /// The items in the order of the form; empty if only totals are entered.
  package let items: [Item]
  /// The numbers, counted from 1, of the items that the score is made of.
  package let scoredItems: [Int]
  package let scoring: ScoringRule
  /// The lowest and the highest possible score.
  package let range: ClosedRange<Double>
  /// The missing-item rules that a program may choose, besides complete items only.
  package let missingItemRules: [MissingItemRule]
  /// The bands from the lowest scores to the highest, covering the range; or empty.
  package let bands: [Band]
  /// The source of the bands; nil if there are none.
  package let bandsSource: Source?
  /// The thresholds; the first of each kind is used where only one is needed.
  package let thresholds: [Threshold]
  /// Published reliabilities; the first is used where only one is needed.
  package let reliabilities: [PublishedReliability]
  package let riskItems: [RiskItem]
  package let loinc: LOINCCodes
  /// Who may use the instrument, and whether its wording is shipped.
  package let permission: String?
  /// Common mistakes in using it.
  package let cautions: [String]
  /// The source of the items, codes and scoring.
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

  /// True if only totals are entered, never answers.
  package var isEnteredAsTotal: Bool { items.isEmpty }

  /// True if the score is the number of unhealthy days in 30, so that a rate per unhealthy day
  /// applies.
  package var countsUnhealthyDays: Bool {
    metric == .days && range == 0...30 && direction == .lowerIsBetter
  }

  /// The band of a score; nil outside the range or if there are no bands.
  package func band(for score: Double) -> Band? {
    guard range.contains(score) else { return nil }
    return bands.last { $0.from <= score }
  }

  /// The first threshold of a kind, if any.
  package func threshold(_ kind: Threshold.Kind) -> Threshold? {
    thresholds.first { $0.kind == kind }
  }

  /// The missing-item rule with that name: `complete`, or one that this instrument allows.
  package func missingItemRule(named name: String) -> MissingItemRule? {
    ([.completeOnly] + missingItemRules).first { $0.name == name }
  }
}
