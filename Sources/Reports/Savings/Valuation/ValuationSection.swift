import Documents
import Analysis
import Records

/// One valuation of a change.
struct ValuationSection {
  private let estimate: ValuationEstimate
  private let row: DisclosedRow
  private let ofLost: DisclosedRow

  private var valuation: Valuation { estimate.valuation }

  init(_ estimate: ValuationEstimate, _ disclosure: Disclosure) {
    self.estimate = estimate.disclosed(disclosure)
    row = estimate.rowOfPairs(disclosure)
    ofLost = estimate.rowOfLostUnchanged(disclosure)
  }

  /// The sections of all valuations, and the reason why they are not added; empty without any.
  static func blocks(of estimates: [ValuationEstimate], _ disclosure: Disclosure) -> [Block] {
    guard !estimates.isEmpty else { return [] }
    return estimates.flatMap { ValuationSection($0, disclosure).blocks } + [
      .paragraph(
        "Each valuation is separate. They are not added to each other or to the savings, and"
          + " there is no total: two valuations of the same change would count it twice.")
    ]
  }

  /// The caption of a table of estimates by a valuation.
  static func caption(of valuation: Valuation) -> String {
    "\(valuation.name): per participant, in \(valuation.currency)"
  }

  /// The columns of such a table.
  static let columns = [
    Column("pairs"), Column("improvement"), Column("each", key: "per_participant"),
    Column("95 % CI", key: "per_participant_ci95", holdsIntervals: true),
    Column("lost to follow-up", key: "lost"),
    Column(
      "each, with lost", key: "each_lost_unchanged",
      numbers: ["lost_taken_as_unchanged.per_participant"]),
  ]

  /// The cells of such a table.
  /// - Parameter estimate: the estimate with coarse numbers where required.
  static func cells(of estimate: ValuationEstimate, _ disclosure: Disclosure) -> [Cell] {
    let row = estimate.rowOfPairs(disclosure)
    let ofLost = estimate.rowOfLostUnchanged(disclosure)
    let undefined = SavingsTable.undefined(estimate.pairs)
    let money = { (value: Double) in
      Cell.money(value, currency: estimate.valuation.currency, decimals: 0)
    }
    return [
      row.people(.pairs, estimate.pairs.participants),
      row.statistic(
        .optional(estimate.pairs.improvement, else: undefined) { .decimal($0, decimals: 2) }),
      row.statistic(.optional(estimate.pairs.perParticipant, else: undefined, as: money)),
      row.statistic(
        .optional(estimate.pairs.perParticipantInterval, else: undefined) {
          .interval($0, decimals: 0)
        }),
      ofLost.people(.lost, estimate.lost),
      ofLost.statistic(
        .optional(estimate.lostUnchanged.perParticipant, else: undefined, as: money)),
    ]
  }

  private var blocks: [Block] {
    let heading = Block.heading("Another valuation: \(valuation.name)")
    let missing = MissingEstimate.sentence(
      estimate.pairs, on: estimate.instrument.id, at: estimate.timepoint.id, row)
    if let missing { return [heading, .paragraph(missing), rateNotes] }
    return [heading, .paragraph(headline), formula, rateNotes]
      + (valuation.caveats.isEmpty ? [] : [.notes("Before you quote it", valuation.caveats)])
  }

  private var headline: String {
    let saving = estimate.pairs.perParticipant ?? 0
    let count = estimate.pairs.participants
    let people = row.text(.pairs, count) + (count == 1 ? " participant" : " participants")
    let interval = self.interval(estimate.pairs)
    let sign = saving < 0 ? " Scores were worse than at baseline: a loss, not a gain." : ""
    return "\(money(saving)) per participant\(interval), estimated from \(people) scored on"
      + " \(estimate.instrument.id) at baseline and at \(estimate.timepoint.id)." + sign
      + " The rate is for \(valuation.population); for anyone else, it is an assumption." + lost
  }

  /// The estimate that counts those lost to follow-up as unchanged.
  private var lost: String {
    guard estimate.lost > 0 || !ofLost.shows(.lost), ofLost.showsStatistics else { return "" }
    let people = ofLost.text(.lost, estimate.lost)
    let noun = estimate.lost == 1 ? "participant" : "participants"
    return " Counting \(people) \(noun) lost to follow-up as unchanged, it is"
      + " \(money(estimate.lostUnchanged.perParticipant ?? 0))\(interval(estimate.lostUnchanged))."
  }

  private func interval(_ change: ValuedChange) -> String {
    change.perParticipantInterval.map {
      ", 95 % CI [\(money($0.lower)), \(money($0.upper))]"
    } ?? ""
  }

  private var formula: Block {
    let points = row.statistic(
      .optional(estimate.pairs.improvement, else: "") { .decimal($0, decimals: 3) })
    let years = DiscountWords.time(estimate.discountedYears, of: valuation.persistenceYears)
    let discount = valuation.appliedDiscount.map { percent in
      "\(ReadableNumber.plain(valuation.persistenceYears)) years count as \(years): "
        + DiscountWords.rule(percent, isUsual: valuation.discountPercent == nil)
    }
    let difference =
      switch estimate.instrument.direction {
      case .lowerIsBetter: "mean at baseline − mean at \(estimate.timepoint.id)"
      case .higherIsBetter: "mean at \(estimate.timepoint.id) − mean at baseline"
      }
    return .notes(
      "How it is computed",
      [
        "improvement in points × rate × years",
        "\(ReadableTable.text(points)) × \(price) × \(years)"
          + " = \(money(estimate.pairs.perParticipant ?? 0))",
      ] + [discount].compactMap(\.self) + [
        "improvement: \(difference), over participants scored at both times; the interval is that"
          + " of the paired t test"
      ])
  }

  private var rateNotes: Block {
    .notes(
      "The rate",
      [
        "\(price) per point of improvement per year", "source: \(valuation.source)",
        "price year: \(valuation.priceYear)", "population: \(valuation.population)",
      ])
  }

  private var price: String {
    ReadableNumber.money(
      valuation.rate, currency: valuation.currency,
      decimals: ReadableNumber.decimals(for: [valuation.rate]) == 0 ? 0 : 2)
  }

  private func money(_ value: Double) -> String {
    ReadableNumber.money(value, currency: valuation.currency, decimals: 0)
  }
}
