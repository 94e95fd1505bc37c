// The UCLA Loneliness Scale and its short forms. Their wording is the copyright of D. Russell, so
// items have only a topic.

extension BuiltInInstruments {
  package static let ucla3 = Instrument(
    id: InstrumentID(builtIn: "ucla-3"), name: "UCLA-3",
    title: "UCLA Loneliness Scale, three items", construct: "loneliness",
    direction: .lowerIsBetter,
    items: items(
      topics: ["lacking companionship", "feeling left out", "feeling isolated"],
      answers: AnswerScale(1...3, labels: ["hardly ever or never", "some of the time", "often"])),
    scoring: .sum(multiplier: 1), range: 3...9,
    bands: [Band("not lonely", from: 3, through: 5), Band("lonely", from: 6, through: 9)],
    bandsSource: steptoe2013,
    thresholds: [
      Threshold(.case, .atLeast, 6, "lonely", source: steptoe2013),
      Threshold(
        .reliableChange, .atLeast, 3, "reliable change",
        source: Source(
          "Jacobson and Truax 1991, J Consult Clin Psychol 59(1):12-19",
          link: "doi:10.1037/0022-006X.59.1.12",
          .computed(from: "SD 1.5 and alpha .72 (both unverified), 2.2 points rounded up"))),
    ],
    reliabilities: [PublishedReliability(.cronbachAlpha, 0.72, source: hughes2004)],
    permission: russellPermission,
    cautions: [lowestScoreIsNotZero(3), versionsDiffer],
    source: hughes2004)

  package static let uls8 = Instrument(
    id: InstrumentID(builtIn: "uls-8"), name: "ULS-8",
    title: "UCLA Loneliness Scale, eight items", construct: "loneliness",
    direction: .lowerIsBetter,
    items: items(
      topics: [
        "lacking companionship", "nobody to turn to", "being outgoing", "feeling left out",
        "feeling isolated", "finding company when wanted", "being withdrawn", "feeling apart",
      ],
      answers: neverToOften, reversed: [3, 6]),
    scoring: .sum(multiplier: 1), range: 8...32,
    thresholds: [
      Threshold(
        .reliableChange, .atLeast, 5, "reliable change",
        source: Source(
          "Jacobson and Truax 1991, J Consult Clin Psychol 59(1):12-19",
          link: "doi:10.1037/0022-006X.59.1.12",
          .computed(
            from: "SD 4.32 (Bruehlman-Senecal et al. 2020) and alpha .84 (unverified),"
              + " 4.8 points rounded up")))
    ],
    reliabilities: [
      PublishedReliability(
        .cronbachAlpha, 0.84,
        source: Source(
          "Hays and DiMatteo 1987, J Pers Assess 51(1):69-81", .unverified))
    ],
    permission: russellPermission,
    cautions: [
      lowestScoreIsNotZero(8), versionsDiffer,
      "Items 3 and 6 are reverse-scored: check that your form has them in these positions.",
    ],
    source: Source(
      "Hays and DiMatteo 1987, A short-form measure of loneliness",
      .quoted(
        by: "public scoring code for the All of Us survey, which reverse-scores the same two"
          + " questions (their positions on the form are unverified)")))

  package static let ucla20 = Instrument(
    id: InstrumentID(builtIn: "ucla-20"), name: "UCLA-20",
    title: "UCLA Loneliness Scale, version 3, twenty items", construct: "loneliness",
    direction: .lowerIsBetter,
    items: items(
      topics: [
        "being in tune with people", "lacking companionship", "nobody to turn to",
        "feeling alone", "belonging to a group", "having much in common", "closeness lost",
        "interests not shared", "being outgoing", "closeness", "feeling left out",
        "shallow relationships", "not being known", "feeling isolated",
        "finding company when wanted", "being understood", "shyness", "feeling apart",
        "people to talk to", "people to turn to",
      ],
      answers: neverToOften, reversed: [1, 5, 6, 9, 10, 15, 16, 19, 20]),
    scoring: .sum(multiplier: 1), range: 20...80,
    thresholds: [
      Threshold(
        .reliableChange, .atLeast, 9, "reliable change by internal consistency",
        source: Source(
          "Russell 1996, J Pers Assess 66(1):20-40",
          .computed(from: "SD 9.5 (unverified) and alpha .89, 8.7 points rounded up"))),
      Threshold(
        .reliableChange, .atLeast, 14, "reliable change by one-year retest",
        source: Source(
          "Russell 1996, J Pers Assess 66(1):20-40",
          .computed(from: "SD 9.5 (unverified) and retest r .73, 13.7 points rounded up"))),
    ],
    reliabilities: [
      PublishedReliability(
        .cronbachAlpha, 0.89, sample: "the lowest of .89 to .94 in several samples",
        source: russell1996),
      PublishedReliability(.retest, 0.73, sample: "over one year", source: russell1996),
    ],
    permission: russellPermission,
    cautions: [
      lowestScoreIsNotZero(20), versionsDiffer,
      "There is no official cutoff, so no bands are given.",
    ],
    source: Source(
      "Russell 1996, J Pers Assess 66(1):20-40",
      .quoted(by: "a published study protocol that lists the nine reverse-scored items")))

  private static let neverToOften = AnswerScale(
    1...4, labels: ["never", "rarely", "sometimes", "often"])

  private static let hughes2004 = Source(
    "Hughes et al. 2004, Research on Aging 26(6):655-672", .unverified)

  /// Only the abstract was read.
  private static let russell1996 = Source("Russell 1996, J Pers Assess 66(1):20-40", .read)

  private static let steptoe2013 = Source(
    "Steptoe et al. 2013, Proc Natl Acad Sci 110(15):5797-5801", .unverified)

  private static let russellPermission =
    "Copyright D. Russell: ask for permission (terms unverified). The wording is not shipped."

  private static let versionsDiffer =
    "Never compare it with another version of the UCLA scale, not even in percent."

  private static func lowestScoreIsNotZero(_ lowest: Int) -> String {
    "The lowest score is \(lowest), not 0, so a percent change understates the change."
  }
}
