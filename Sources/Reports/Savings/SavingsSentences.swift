import Analysis
import Records
import Statistics

/// An estimate in sentences.
struct SavingsSentences {
  private let estimate: SavingsEstimate
  private let ofPairs: DisclosedRow
  private let ofLost: DisclosedRow

  private var rate: SavingsRate { estimate.rate }
  private var timepoint: Timepoint { estimate.timepoint }

  init(_ estimate: SavingsEstimate, _ disclosure: Disclosure) {
    self.estimate = estimate.disclosed(disclosure)
    ofPairs = estimate.rowOfPairs(disclosure)
    ofLost = estimate.rowOfLostUnchanged(disclosure)
  }

  /// The estimate with its interval and how many people it stands on.
  var headline: String {
    let missing = MissingEstimate.sentence(
      estimate.pairs, on: rate.instrument, at: timepoint.id, ofPairs)
    guard missing == nil, let saving = estimate.pairs.perParticipant else { return missing ?? "" }
    let count = estimate.pairs.participants
    let people = ofPairs.text(.pairs, count) + (count == 1 ? " participant" : " participants")
    return money(saving) + " per participant per year" + interval
      + ", estimated from \(people) scored at baseline and at \(timepoint.id)." + sign(saving)
  }

  /// The estimate again, with everybody who was lost taken as unchanged.
  var lost: String {
    guard estimate.lost > 0 || !ofLost.shows(.lost) else {
      return "Everybody due and scored at baseline is scored at \(timepoint.id) too." + notDue
    }
    let isOne = estimate.lost == 1 && ofLost.shows(.lost)
    let people = ofLost.text(.lost, estimate.lost) + (isOne ? " participant" : " participants")
    return
      "\(people) with a score at baseline \(isOne ? "is" : "are") lost to follow-up at"
      + " \(timepoint.id): \(reasons)." + withLost + notDue
  }

  private var reasons: String {
    AbsenceReason.all.filter { $0.key != "not_due" }.compactMap { reason in
      let count = reason.count(estimate.sinceBaseline)
      let name = CountName.sinceBaseline(reason.name)
      guard count > 0 || !ofLost.shows(name) else { return nil }
      return "\(ofLost.text(name, count)) \(reason.words)"
    }.joined(separator: ", ")
  }

  private var withLost: String {
    guard ofLost.showsStatistics, let saving = estimate.lostUnchanged.perParticipant else {
      return ""
    }
    return
      " With them taken as unchanged, the estimate is \(money(saving)) per participant per year."
  }

  /// Those who may still be scored are neither lost nor counted.
  private var notDue: String {
    let count = estimate.sinceBaseline.notDue
    let name = CountName.sinceBaseline(.notDue)
    guard count > 0 || !ofLost.shows(name) else { return "" }
    let verb = count == 1 && ofLost.shows(name) ? "is" : "are"
    return " \(ofLost.text(name, count)) more \(verb) not due yet."
  }

  /// The formula, in words and with its numbers.
  var formula: Block {
    let days = ofPairs.statistic(
      .optional(estimate.pairs.improvement, else: "") { .decimal($0, decimals: 3) })
    let saving = ofPairs.statistic(
      .optional(estimate.pairs.perParticipant, else: "") {
        .money($0, currency: rate.currency, decimals: 0)
      })
    let months = ReadableNumber.decimal(
      rate.months, decimals: ReadableNumber.decimals(for: [rate.months]))
    return .notes(
      "How it is made",
      [
        "unhealthy days avoided in 30 days × rate × months",
        "\(ReadableTable.text(days)) × \(price) × \(months) = \(ReadableTable.text(saving))",
        "unhealthy days avoided: mean at baseline − mean at \(timepoint.id), over the participants"
          + " scored at both; the interval is that of the paired t test",
      ])
  }

  /// The rate and where it comes from.
  var rateNotes: Block {
    .notes(
      "The rate",
      [
        "\(price) per unhealthy day, participant and month", "source: \(rate.source)",
        "price year: \(rate.priceYear)", "population: \(rate.population)",
      ])
  }

  /// What a reader must know before quoting the estimate.
  var caveats: Block {
    .notes(
      "Before you quote it",
      rate.caveats + [
        "only those who came back are counted, and every unhealthy day counts the same"
      ])
  }

  /// The figure of the published study.
  var comparison: Block {
    let published = ReadableNumber.money(
      BuiltInBenchmarks.publishedSavings, currency: "USD", decimals: 0)
    return .paragraph(
      "The published study gives \(published) per participant per year"
        + " (\(BuiltInBenchmarks.publishedStudy.source.text)). Its formula was not read: the one here"
        + " is a reconstruction of the published figure.")
  }

  private var price: String {
    ReadableNumber.money(rate.rate, currency: rate.currency, decimals: 2)
  }

  private var interval: String {
    guard let ends = estimate.pairs.perParticipantInterval else { return "" }
    return ", 95 % CI [\(money(ends.lower)), \(money(ends.upper))]"
  }

  private func sign(_ saving: Double) -> String {
    saving < 0 ? " There were more unhealthy days than at baseline: a cost, not a saving." : ""
  }

  private func money(_ value: Double) -> String {
    ReadableNumber.money(value, currency: rate.currency, decimals: 0)
  }
}
