import Analysis
import Records
import Statistics

extension SavingsEstimate {
  /// The estimate with its interval and how many people it stands on.
  var headline: String {
    guard let saving = pairs.perParticipant else {
      return "No estimate yet: nobody is scored on \(rate.instrument) both at baseline and at"
        + " \(timepoint.id). It will stand here as soon as somebody is."
    }
    let people = ReadableNumber.count(pairs.participants, "participant")
    return money(saving) + " per participant per year" + interval
      + ", estimated from \(people) scored at baseline and at \(timepoint.id)." + sign(saving)
  }

  /// The estimate again, with everybody who was lost taken as unchanged.
  var lostSentence: String {
    guard lost > 0, let saving = lostUnchanged.perParticipant else {
      return "Everybody due and scored at baseline is scored at \(timepoint.id) too." + notDue
    }
    let people = ReadableNumber.count(lost, "participant")
    let verb = lost == 1 ? "has" : "have"
    let reasons = AbsenceReason.all.filter { $0.key != "not_due" }.compactMap { reason in
      let count = reason.count(sinceBaseline)
      return count > 0 ? "\(ReadableNumber.integer(count)) \(reason.words)" : nil
    }
    return
      "\(people) with a score at baseline \(verb) none at \(timepoint.id), although it was due:"
      + " \(reasons.joined(separator: ", ")). With them taken as unchanged, the estimate is"
      + " \(money(saving)) per participant per year." + notDue
  }

  /// Those who may still be scored are neither lost nor counted.
  private var notDue: String {
    guard sinceBaseline.notDue > 0 else { return "" }
    let verb = sinceBaseline.notDue == 1 ? "is" : "are"
    return " \(ReadableNumber.integer(sinceBaseline.notDue)) more \(verb) not due yet."
  }

  /// The formula, in words and with its numbers.
  var formula: Block {
    let days = pairs.daysAvoided.map { ReadableNumber.decimal($0, decimals: 3) } ?? ""
    let saving = pairs.perParticipant.map { money($0) } ?? ""
    let months = ReadableNumber.decimal(
      rate.months, decimals: ReadableNumber.decimals(for: [rate.months]))
    return .notes(
      "How it is made",
      [
        "unhealthy days avoided in 30 days × rate × months",
        "\(days) × \(price) × \(months) = \(saving)",
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
    guard let ends = pairs.perParticipantInterval else { return "" }
    return ", 95 % CI [\(money(ends.lower)), \(money(ends.upper))]"
  }

  private func sign(_ saving: Double) -> String {
    saving < 0 ? " There were more unhealthy days than at baseline: a cost, not a saving." : ""
  }

  private func money(_ value: Double) -> String {
    ReadableNumber.money(value, currency: rate.currency, decimals: 0)
  }
}
