// The CDC's Healthy Days measures. They are in the public domain, so their wording is shipped.

extension BuiltInInstruments {
  package static let healthyDays = Instrument(
    id: InstrumentID(builtIn: "healthy-days"), name: "Healthy Days",
    title: "CDC Healthy Days, physically and mentally unhealthy days", construct: "quality of life",
    direction: .lowerIsBetter, metric: .days, recall: pastThirtyDays,
    items: [physicalDays, mentalDays],
    scoring: .cappedSum(cap: 30), range: 0...30,
    permission: cdcPermission, cautions: dayCautions, source: unhealthyDays)

  package static let hrqol4 = Instrument(
    id: InstrumentID(builtIn: "hrqol-4"), name: "HRQOL-4",
    title: "CDC health-related quality of life, four items", construct: "quality of life",
    direction: .lowerIsBetter, metric: .days, recall: pastThirtyDays,
    items: [
      Item(
        text: "Would you say that in general your health is",
        answers: AnswerScale(1...5, labels: ["Excellent", "Very good", "Good", "Fair", "Poor"])),
      physicalDays, mentalDays,
      Item(
        text: "During the past 30 days, for about how many days did poor physical or mental health"
          + " keep you from doing your usual activities, such as self-care, work, or recreation?",
        answers: daysInThirty),
    ],
    scoredItems: [2, 3], scoring: .cappedSum(cap: 30), range: 0...30,
    permission: cdcPermission,
    cautions: ["Only items 2 and 3 count toward the score; 1 and 4 are recorded but not scored."]
      + dayCautions,
    source: unhealthyDays)

  private static let pastThirtyDays = "past 30 days"

  private static let daysInThirty = AnswerScale(0...30)

  private static let physicalDays = Item(
    text: "Now thinking about your physical health, which includes physical illness and injury, for"
      + " how many days during the past 30 days was your physical health not good?",
    answers: daysInThirty)

  private static let mentalDays = Item(
    text: "Now thinking about your mental health, which includes stress, depression, and problems"
      + " with emotions, for how many days during the past 30 days was your mental health not"
      + " good?",
    answers: daysInThirty)

  private static let cdcPermission =
    "Public domain: no permission and no fee (CDC, HRQOL frequently asked questions, read at"
    + " https://archive.cdc.gov/www_cdc_gov/hrqol/faqs.htm)."

  private static let dayCautions = [
    "Survey files use 88 for no days (enter 0), and 77 and 99 for no answer (leave it out).",
    "The sum is capped at 30, so people at the maximum can improve without it showing.",
    "Counts unhealthy days: healthy days are 30 minus the score.",
  ]

  private static let unhealthyDays = Source(
    "CDC 2000, Measuring Healthy Days",
    .quoted(by: "State Health Compare (SHADAC), All Unhealthy Days, and awell-score, hrqol_4"))
}
