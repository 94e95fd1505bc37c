import Analysis
import Records

/// What one valuation makes of a change, for people.
struct ValuationSection {
  private let estimate: ValuationEstimate
  private let row: DisclosedRow

  private var valuation: Valuation { estimate.valuation }

  init(_ estimate: ValuationEstimate, _ disclosure: Disclosure) {
    self.estimate = estimate.disclosed(disclosure)
    row = estimate.rowOfPairs(disclosure)
  }

  /// The sections of all valuations, and why they are not added; nothing without any.
  static func blocks(of estimates: [ValuationEstimate], _ disclosure: Disclosure) -> [Block] {
    guard !estimates.isEmpty else { return [] }
    return estimates.flatMap { ValuationSection($0, disclosure).blocks } + [
      .paragraph(
        "Each valuation stands for itself. They are not added to each other or to the savings, and"
          + " there is no total: two valuations of the same change would count it twice.")
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
    let interval = estimate.pairs.perParticipantInterval.map {
      ", 95 % CI [\(money($0.lower)), \(money($0.upper))]"
    }
    let sign = saving < 0 ? " Scores were worse than at baseline: a loss, not a gain." : ""
    return "\(money(saving)) per participant\(interval ?? ""), estimated from \(people) scored on"
      + " \(estimate.instrument.id) at baseline and at \(estimate.timepoint.id)." + sign
  }

  private var formula: Block {
    let points = row.statistic(
      .optional(estimate.pairs.improvement, else: "") { .decimal($0, decimals: 3) })
    let years = ReadableNumber.decimal(
      valuation.persistenceYears,
      decimals: ReadableNumber.decimals(for: [valuation.persistenceYears]))
    let difference =
      switch estimate.instrument.direction {
      case .lowerIsBetter: "mean at baseline − mean at \(estimate.timepoint.id)"
      case .higherIsBetter: "mean at \(estimate.timepoint.id) − mean at baseline"
      }
    return .notes(
      "How it is made",
      [
        "improvement in points × rate × years",
        "\(ReadableTable.text(points)) × \(price) × \(years)"
          + " = \(money(estimate.pairs.perParticipant ?? 0))",
        "improvement: \(difference), over the participants scored at both; the interval is that of"
          + " the paired t test",
      ])
  }

  private var rateNotes: Block {
    .notes(
      "The rate",
      [
        "\(price) per point of improvement and year", "source: \(valuation.source)",
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
