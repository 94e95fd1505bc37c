extension BuiltInInstruments {
  /// The WHO-5 Well-Being Index. Its license excludes commercial use, so no wording is shipped.
  package static let who5 = Instrument(
    id: InstrumentID(builtIn: "who-5"), name: "WHO-5", title: "WHO-5 Well-Being Index",
    construct: "well-being", direction: .higherIsBetter, recall: "last 2 weeks",
    items: items(
      topics: ["good spirits", "calm", "energy", "waking rested", "interest in daily life"],
      answers: AnswerScale(
        0...5,
        labels: [
          "at no time", "some of the time", "less than half of the time",
          "more than half of the time", "most of the time", "all of the time",
        ])),
    scoring: .sum(multiplier: 4), range: 0...100,
    thresholds: [
      Threshold(.case, .below, 50, "poor well-being", source: source),
      Threshold(
        .smallestImportantChange, .atLeast, 10, "clinically relevant change",
        source: Source("Topp et al. 2015, Psychother Psychosom 84(3):167-176", .unverified)),
    ],
    permission: "Copyright WHO 2024, CC BY-NC-SA 3.0 IGO: not for commercial use without WHO's"
      + " permission. The wording is not shipped.",
    cautions: [
      "Forms print the answers from 5 down to 0: enter the printed code.",
      "The score is the sum of the items times 4, from 0 to 100.",
    ],
    source: source)

  private static let source = Source(
    "WHO 2024, The World Health Organization-Five Well-Being Index, WHO/UCN/MSD/MHE/2024.1",
    .quoted(by: "awell-score, who_5"))
}
