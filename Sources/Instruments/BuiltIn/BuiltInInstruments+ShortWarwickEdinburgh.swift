extension BuiltInInstruments {
  /// The short Warwick-Edinburgh scale. Its license forbids distributing the wording.
  package static let swemwbs = Instrument(
    id: InstrumentID(builtIn: "swemwbs"), name: "SWEMWBS",
    title: "Short Warwick-Edinburgh Mental Wellbeing Scale", construct: "well-being",
    direction: .higherIsBetter,
    items: items(
      topics: [
        "hope for the future", "usefulness", "relaxation", "coping", "clear thinking",
        "closeness to others", "making up one's mind",
      ],
      answers: AnswerScale(1...5)),
    scoring: .table(metricScores), range: 7...35,
    permission: "Copyright University of Warwick: register for a license, free for non-commercial"
      + " organizations. It does not allow passing the scale on: the wording is not shipped.",
    cautions: ["The sum of the items is converted by a table before use: 20 becomes 18.59."],
    source: Source(
      "University of Warwick, WEMWBS, how to use",
      link: "https://warwick.ac.uk/fac/sci/med/research/platform/wemwbs/using/howto",
      .quoted(by: "three public analysis files with the same conversion table")))

  /// The scores for the raw totals 7 to 35.
  private static let metricScores = [
    7.00, 9.51, 11.25, 12.40, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59,
    19.25, 19.98, 20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.70,
    32.55, 35.00,
  ]
}
