import Documents
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

  /// The estimate with its interval, how many people it stands on, and for whom the rate is.
  var headline: String {
    let missing = MissingEstimate.sentence(
      estimate.pairs, on: rate.instrument, at: timepoint.id, ofPairs)
    guard missing == nil, let saving = estimate.pairs.perParticipant else { return missing ?? "" }
    let count = estimate.pairs.participants
    let people = ofPairs.text(.pairs, count) + (count == 1 ? " participant" : " participants")
    return "Estimated saving: " + money(saving) + " per participant " + rate.period
      + interval(estimate.pairs.perParticipantInterval)
      + ", from \(people) scored at baseline and at \(timepoint.id)." + sign(saving)
      + " It assumes that the program caused all of the change, and that the change lasts"
      + " \(ReadableNumber.plain(rate.months)) months. The rate is for \(rate.population); for anyone"
      + " else it is an assumption."
  }

  /// What the interval is of, where there is one, and what the rate's own uncertainty makes of the
  /// estimate; nil without an estimate.
  var uncertainty: String? {
    guard ofPairs.showsStatistics, estimate.pairs.perParticipant != nil else { return nil }
    let interval =
      estimate.pairs.perParticipantInterval == nil
      ? "" : "The interval is that of the mean change, at the rate as set. "
    guard let range = rate.range else {
      return interval + "The uncertainty of the rate itself is not known."
    }
    let ends = estimate.endsOfTheRate.map { end in
      money(end.saving.perParticipant ?? 0) + self.interval(end.saving.perParticipantInterval)
    }
    return interval + "The rate itself may lie between \(price(range.low)) and"
      + " \(price(range.high)) (\(range.source)): at the low end the estimate is \(ends[0]); at the"
      + " high end it is \(ends[1])."
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
    guard let saving = estimate.lostUnchanged.perParticipant else { return "" }
    guard ofLost.showsStatistics else {
      return " With them taken as unchanged, the estimate is hidden here; it cannot be farther from"
        + " 0."
    }
    return
      " With them taken as unchanged, the estimate is \(money(saving)) per participant"
      + " \(rate.period)."
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
    let months = DiscountWords.time(estimate.discountedMonths, of: rate.months)
    let discount = rate.appliedDiscount.map { percent in
      "\(ReadableNumber.plain(rate.months)) months count as \(months): "
        + DiscountWords.rule(percent, isUsual: rate.discountPercent == nil)
    }
    return .notes(
      "How it is made",
      [
        "fewer unhealthy days in 30 × rate × months",
        "\(ReadableTable.text(days)) × \(price(rate.rate)) × \(months)"
          + " = \(ReadableTable.text(saving))",
      ] + [discount].compactMap(\.self) + [
        "fewer unhealthy days: mean at baseline − mean at \(timepoint.id), over the participants"
          + " scored at both; the interval is that of the paired t test"
      ])
  }

  /// The rate and where it comes from.
  var rateNotes: Block {
    .notes(
      "The rate",
      [
        "\(price(rate.rate)) per participant and month for each unhealthy day",
        "source: \(rate.source)",
        "range: \(range)", "price year: \(rate.priceYear)", "population: \(rate.population)",
      ])
  }

  private var range: String {
    guard let range = rate.range else {
      return "not known; `outcomes set savings.rate_range` takes one, with its source"
    }
    return "\(price(range.low)) to \(price(range.high)), \(range.source)"
  }

  /// What a reader must know before quoting the estimate.
  var caveats: Block {
    .notes("Before you quote it", SavingsCaveats.list(for: estimate))
  }

  /// The figure of the published study.
  var comparison: Block {
    let published = ReadableNumber.money(
      BuiltInBenchmarks.publishedSavings, currency: "USD", decimals: 0)
    return .paragraph(
      "The published study gives \(published) per participant per year"
        + " (\(BuiltInBenchmarks.publishedStudy.source.text)). How it was made was not read: the formula"
        + " here was chosen because it gives that figure, so that agreeing with it confirms nothing."
    )
  }

  private func price(_ value: Double) -> String {
    ReadableNumber.money(value, currency: rate.currency, decimals: 2)
  }

  private func interval(_ ends: ConfidenceInterval?) -> String {
    guard let ends else { return "" }
    return ", 95 % CI [\(money(ends.lower)), \(money(ends.upper))]"
  }

  private func sign(_ saving: Double) -> String {
    saving < 0 ? " There were more unhealthy days than at baseline: a cost, not a saving." : ""
  }

  private func money(_ value: Double) -> String {
    ReadableNumber.money(value, currency: rate.currency, decimals: 0)
  }
}

extension SavingsRate {
  /// The time that an estimate is for: a year, or however many months are valued.
  var period: String {
    months == 12 ? "per year" : "over \(ReadableNumber.plain(months)) months"
  }
}
