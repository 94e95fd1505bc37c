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

  /// The estimate with its interval, its number of participants, and the population of the rate.
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
      + " \(ReadableNumber.plain(rate.months)) months. The rate is for \(rate.population); for"
      + " anyone else, it is an assumption."
  }

  /// The meaning of the interval, where there is one, and the estimate at both ends of the rate's
  /// range; nil without an estimate.
  var uncertainty: String? {
    guard ofPairs.showsStatistics, estimate.pairs.perParticipant != nil else { return nil }
    let interval =
      estimate.pairs.perParticipantInterval == nil
      ? "" : "The interval covers only the uncertainty of the mean change. "
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

  /// The number lost to follow-up, and the estimate that counts them as unchanged.
  var lost: String {
    guard estimate.lost > 0 || !ofLost.shows(.lost) else {
      return "All participants due and scored at baseline are scored at \(timepoint.id) too."
        + notDue
    }
    let isOne = estimate.lost == 1 && ofLost.shows(.lost)
    let people = ofLost.text(.lost, estimate.lost) + (isOne ? " participant" : " participants")
    return
      "\(people) with a baseline score \(isOne ? "is" : "are") lost to follow-up at"
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
      return
        " If they are counted as unchanged, the estimate is hidden here; it cannot be farther from 0."
    }
    return
      " If they are counted as unchanged, the estimate is \(money(saving)) per participant"
      + " \(rate.period)."
  }

  /// The number whose window has not closed: they are neither lost nor counted.
  private var notDue: String {
    let count = estimate.sinceBaseline.notDue
    let name = CountName.sinceBaseline(.notDue)
    guard count > 0 || !ofLost.shows(name) else { return "" }
    return " \(ofLost.text(name, count)) more may still be scored: the window has not closed."
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
      "How it is computed",
      [
        "fewer unhealthy days in 30 × rate × months",
        "\(ReadableTable.text(days)) × \(price(rate.rate)) × \(months)"
          + " = \(ReadableTable.text(saving))",
      ] + [discount].compactMap(\.self) + [
        "fewer unhealthy days: mean at baseline − mean at \(timepoint.id), over participants"
          + " scored at both times; the interval is that of the paired t test"
      ])
  }

  /// The rate and its source.
  var rateNotes: Block {
    .notes(
      "The rate",
      [
        "\(price(rate.rate)) per participant per month for each unhealthy day",
        "source: \(rate.source)",
        "range: \(range)", "price year: \(rate.priceYear)", "population: \(rate.population)",
      ])
  }

  private var range: String {
    guard let range = rate.range else {
      return "not known; set one, with its source, with `outcomes set savings.rate_range`"
    }
    return "\(price(range.low)) to \(price(range.high)), \(range.source)"
  }

  /// The caveats that a reader must know before quoting the estimate.
  var caveats: Block {
    .notes("Before you quote it", SavingsCaveats.list(for: estimate))
  }

  /// The figure of the published study.
  var comparison: Block {
    let published = ReadableNumber.money(
      BuiltInBenchmarks.publishedSavings, currency: "USD", decimals: 0)
    return .paragraph(
      "The published study gives \(published) per participant per year"
        + " (\(BuiltInBenchmarks.publishedStudy.source.text)). Its method has not been read: the"
        + " formula here was chosen because it gives that figure, so agreeing with it confirms"
        + " nothing."
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
  /// The period of an estimate: a year, or another number of months.
  var period: String {
    months == 12 ? "per year" : "over \(ReadableNumber.plain(months)) months"
  }
}
