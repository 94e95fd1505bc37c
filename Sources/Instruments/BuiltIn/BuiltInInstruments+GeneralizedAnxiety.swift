// The GAD anxiety family. It is in the public domain, so its wording is shipped.

extension BuiltInInstruments {
  package static let gad2 = Instrument(
    id: InstrumentID(builtIn: "gad-2"), name: "GAD-2",
    title: "Generalized Anxiety Disorder scale, two items", construct: "anxiety",
    direction: .lowerIsBetter, recall: lastTwoWeeks, stem: botheredStem,
    items: items(texts: Array(anxietyTexts.prefix(2)), answers: gadAnswers),
    scoring: .sum(multiplier: 1), range: 0...6,
    thresholds: [
      Threshold(
        .case, .atLeast, 3, "positive screen",
        source: Source(
          "Kroenke et al. 2007, Ann Intern Med 146(5):317-325",
          .quoted(by: "awell-score, gad_2")))
    ],
    permission: phqPermission, cautions: [codeZeroLabel], source: gadSource)

  package static let gad7 = Instrument(
    id: InstrumentID(builtIn: "gad-7"), name: "GAD-7",
    title: "Generalized Anxiety Disorder scale, seven items", construct: "anxiety",
    direction: .lowerIsBetter, recall: lastTwoWeeks, stem: botheredStem,
    items: items(
      texts: anxietyTexts, answers: gadAnswers,
      loinc: [
        "69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7",
      ]),
    scoring: .sum(multiplier: 1), range: 0...21,
    bands: [
      Band("minimal", from: 0, through: 4), Band("mild", from: 5, through: 9),
      Band("moderate", from: 10, through: 14), Band("severe", from: 15, through: 21),
    ],
    bandsSource: gadSource,
    thresholds: [
      Threshold(.case, .atLeast, 8, "NHS Talking Therapies caseness", source: iaptManual),
      Threshold(.case, .atLeast, 10, "probable anxiety disorder", source: gadSource),
      Threshold(.reliableChange, .atLeast, 4, "NHS reliable change", source: iaptManual),
      Threshold(
        .smallestImportantChange, .atLeast, 4, "smallest important change",
        source: Source(
          "Toussaint et al. 2020, J Affect Disord 265:395-401",
          .quoted(by: "public scoring code"))),
    ],
    reliabilities: [
      PublishedReliability(.cronbachAlpha, 0.92, source: spitzer2006),
      PublishedReliability(.retest, 0.83, sample: "intraclass correlation", source: spitzer2006),
    ],
    loinc: LOINCCodes(panel: "69737-5", score: "70274-6"),
    permission: phqPermission,
    cautions: [codeZeroLabel, "A score is not a diagnosis."], source: gadSource)

  private static let spitzer2006 = Source(
    "Spitzer et al. 2006, Arch Intern Med 166(10):1092-1097", .unverified)

  private static let anxietyTexts = [
    "Feeling nervous, anxious, or on edge",
    "Not being able to stop or control worrying",
    "Worrying too much about different things",
    "Trouble relaxing",
    "Being so restless that it's hard to sit still",
    "Becoming easily annoyed or irritable",
    "Feeling afraid as if something awful might happen",
  ]

  private static let gadAnswers = AnswerScale(0...3, labels: botheredLabels)

  private static let codeZeroLabel =
    "Code 0 is “Not at all”: many published copies wrongly print “Not at all sure”."

  private static let gadSource = Source(
    "PHQ and GAD-7 instructions", link: "http://www.phqscreeners.com/instructions/instructions.pdf",
    .quoted(by: "CamCOPS, gad7"))
}
