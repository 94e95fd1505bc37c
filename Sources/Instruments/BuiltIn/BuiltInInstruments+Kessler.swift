// Kessler's distress scales. Two ways of coding are in use; here the K6 counts from 0 and the K10
// from 1.

extension BuiltInInstruments {
  package static let k6 = Instrument(
    id: InstrumentID(builtIn: "k6"), name: "K6",
    title: "Kessler Psychological Distress Scale, six items", construct: "psychological distress",
    direction: .lowerIsBetter, recall: "past 30 days",
    items: items(
      topics: [
        "nervous", "hopeless", "restless", "beyond cheering up", "everything an effort",
        "worthless",
      ],
      answers: AnswerScale(0...4, labels: frequencies)),
    scoring: .sum(multiplier: 1), range: 0...24,
    bands: [
      Band("none or low", from: 0, through: 4), Band("moderate", from: 5, through: 12),
      Band("serious", from: 13, through: 24),
    ],
    bandsSource: prochaska2012,
    thresholds: [
      Threshold(
        .case, .atLeast, 13, "probable serious mental illness",
        source: Source(
          "Kessler et al. 2003, Arch Gen Psychiatry 60(2):184-189",
          .quoted(by: "Prochaska et al. 2012, abstract"))),
      Threshold(.case, .atLeast, 5, "moderate distress", source: prochaska2012),
    ],
    permission: kesslerPermission,
    cautions: ["Some forms code the answers 1 to 5, or in reverse order: here 0 means none."],
    source: Source("Kessler et al. 2003, Arch Gen Psychiatry 60(2):184-189", .unverified))

  package static let k10 = Instrument(
    id: InstrumentID(builtIn: "k10"), name: "K10",
    title: "Kessler Psychological Distress Scale, ten items", construct: "psychological distress",
    direction: .lowerIsBetter, recall: "past 4 weeks",
    items: items(
      topics: [
        "tired out", "nervous", "too nervous to calm down", "hopeless", "restless",
        "too restless to sit still", "depressed", "everything an effort", "beyond cheering up",
        "worthless",
      ],
      answers: AnswerScale(1...5, labels: frequencies)),
    scoring: .sum(multiplier: 1), range: 10...50,
    bands: [
      Band("low", from: 10, through: 15), Band("moderate", from: 16, through: 21),
      Band("high", from: 22, through: 29), Band("very high", from: 30, through: 50),
    ],
    bandsSource: australianBureau,
    permission: kesslerPermission,
    cautions: [
      "Some forms code the answers 0 to 4, or in reverse order: here 1 means none.",
      "The lowest score is 10, not 0, so a percent change understates the change.",
      "Other bands are also in use: these are the ones used in Australian surveys.",
    ],
    source: australianBureau)

  private static let frequencies = [
    "none of the time", "a little of the time", "some of the time", "most of the time",
    "all of the time",
  ]

  private static let prochaska2012 = Source(
    "Prochaska et al. 2012, Int J Methods Psychiatr Res 21(2):88-97, abstract",
    link: "doi:10.1002/mpr.1349", .read)

  private static let australianBureau = Source(
    "Australian Bureau of Statistics 2012, Use of the Kessler Psychological Distress Scale in ABS"
      + " Health Surveys, 4817.0.55.001",
    link: "http://abs.gov.au/ausstats/abs@.nsf/Lookup/34333D54F054CE51CA2579D50015D786", .read)

  private static let kesslerPermission =
    "Free to use with citation (terms unverified). The wording is not shipped."
}
