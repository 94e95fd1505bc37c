// The PHQ depression family. It is in the public domain, so its wording is shipped.

extension BuiltInInstruments {
  package static let phq2 = Instrument(
    id: InstrumentID(builtIn: "phq-2"), name: "PHQ-2",
    title: "Patient Health Questionnaire, two items", construct: "depression",
    direction: .lowerIsBetter, recall: lastTwoWeeks, stem: botheredStem,
    items: items(
      texts: Array(depressionTexts.prefix(2)), answers: phqAnswers,
      loinc: Array(phq9ItemCodes.prefix(2))),
    scoring: .sum(multiplier: 1), range: 0...6,
    thresholds: [
      Threshold(
        .case, .atLeast, 3, "positive screen",
        source: Source(
          "Kroenke and Spitzer 2002, Psychiatric Annals 32:509-521",
          .quoted(by: "the R package erikmisc, phq2_categories")))
    ],
    loinc: LOINCCodes(panel: "55757-9", score: "55758-7"),
    permission: phqPermission,
    cautions: [
      "With only two items, a small baseline makes one person's percent change unstable."
    ],
    source: phqSource)

  package static let phq8 = Instrument(
    id: InstrumentID(builtIn: "phq-8"), name: "PHQ-8",
    title: "Patient Health Questionnaire, eight items", construct: "depression",
    direction: .lowerIsBetter, recall: lastTwoWeeks, stem: botheredStem,
    items: items(
      texts: Array(depressionTexts.prefix(8)),
      answers: AnswerScale(phqAnswers.codes, labels: phqAnswers.labels)),
    scoring: .sum(multiplier: 1), range: 0...24,
    bands: depressionBands(highest: 24), bandsSource: phqSource,
    thresholds: [
      Threshold(.case, .atLeast, 10, "probable depression", source: phqSource)
    ],
    permission: phqPermission,
    cautions: ["It is the PHQ-9 without item 9, so it cannot show thoughts of self-harm."],
    source: phqSource)

  package static let phq9 = Instrument(
    id: InstrumentID(builtIn: "phq-9"), name: "PHQ-9",
    title: "Patient Health Questionnaire, nine items", construct: "depression",
    direction: .lowerIsBetter, recall: lastTwoWeeks, stem: botheredStem,
    items: items(texts: depressionTexts, answers: phqAnswers, loinc: phq9ItemCodes),
    scoring: .sum(multiplier: 1), range: 0...27,
    missingItemRules: [
      MissingItemRule(
        name: "prorated", atMost: 2, countAs: .meanOfAnswered,
        source: Source("Kroenke et al. 2010, Gen Hosp Psychiatry 32(4):345-359", .unverified))
    ],
    bands: depressionBands(highest: 27), bandsSource: phqSource,
    thresholds: [
      Threshold(.case, .atLeast, 10, "NHS Talking Therapies caseness", source: iaptManual),
      Threshold(.reliableChange, .atLeast, 6, "NHS reliable change", source: iaptManual),
      Threshold(
        .smallestImportantChange, .atLeast, 5, "smallest important change",
        source: Source(
          "Löwe et al. 2004, Med Care 42(12):1194-1201", .quoted(by: "public scoring code"))),
    ],
    reliabilities: [
      PublishedReliability(
        .cronbachAlpha, 0.89, sample: "primary care", source: kroenke2001),
      PublishedReliability(
        .cronbachAlpha, 0.86, sample: "obstetrics and gynecology", source: kroenke2001),
      PublishedReliability(.retest, 0.84, sample: "over 48 hours", source: kroenke2001),
    ],
    riskItems: [RiskItem(item: 9, atLeast: 1)],
    loinc: LOINCCodes(panel: "44249-1", score: "44261-6"),
    permission: phqPermission,
    cautions: [
      "An answer above 0 to item 9 needs a person's attention, whatever the total is.",
      "A score is not a diagnosis.",
    ],
    source: phqSource)

  static let lastTwoWeeks = "last 2 weeks"

  static let botheredStem =
    "Over the last 2 weeks, how often have you been bothered by any of the following problems?"

  static let botheredLabels = [
    "Not at all", "Several days", "More than half the days", "Nearly every day",
  ]

  static let phqPermission =
    "Public domain: no permission is required to reproduce, translate, display or distribute it."

  static let iaptManual = Source(
    "NHS Talking Therapies (IAPT) manual", .quoted(by: "cbtwatch.com"))

  private static let kroenke2001 = Source(
    "Kroenke et al. 2001, J Gen Intern Med 16(9):606-613", .unverified)

  private static let depressionTexts = [
    "Little interest or pleasure in doing things",
    "Feeling down, depressed, or hopeless",
    "Trouble falling or staying asleep, or sleeping too much",
    "Feeling tired or having little energy",
    "Poor appetite or overeating",
    "Feeling bad about yourself - or that you are a failure or have let yourself or your family"
      + " down",
    "Trouble concentrating on things, such as reading the newspaper or watching television",
    "Moving or speaking so slowly that other people could have noticed? Or the opposite - being so"
      + " fidgety or restless that you have been moving around a lot more than usual",
    "Thoughts that you would be better off dead or of hurting yourself in some way",
  ]

  private static let phq9ItemCodes = [
    "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
    "44260-8",
  ]

  private static let phqAnswers = AnswerScale(
    0...3, labels: botheredLabels, loinc: ["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"])

  private static let phqSource = Source(
    "PHQ and GAD-7 instructions", link: "http://www.phqscreeners.com/instructions/instructions.pdf",
    .quoted(by: "CamCOPS, phq9, and awell-score, phq_9"))

  private static func depressionBands(highest: Double) -> [Band] {
    [
      Band("minimal", from: 0, through: 4), Band("mild", from: 5, through: 9),
      Band("moderate", from: 10, through: 14),
      Band("moderately severe", from: 15, through: 19),
      Band("severe", from: 20, through: highest),
    ]
  }
}
