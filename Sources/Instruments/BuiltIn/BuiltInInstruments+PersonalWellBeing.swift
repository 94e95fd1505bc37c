extension BuiltInInstruments {
  /// Life satisfaction, one of the four personal well-being questions of the Office for National
  /// Statistics. The four are never added up: anxiety is scored in the other direction.
  package static let onsLifeSatisfaction = Instrument(
    id: InstrumentID(builtIn: "ons-life-satisfaction"), name: "ONS life satisfaction",
    title: "ONS personal well-being, life satisfaction", construct: "life satisfaction",
    direction: .higherIsBetter, recall: "nowadays",
    items: [Item(topic: "satisfaction with life, 0 not at all to 10 completely", answers: ladder)],
    scoring: .sum(multiplier: 1), range: 0...10,
    bands: [
      Band("low", from: 0, through: 4), Band("medium", from: 5, through: 6),
      Band("high", from: 7, through: 8), Band("very high", from: 9, through: 10),
    ],
    bandsSource: Source(
      "Office for National Statistics, personal well-being thresholds", .unverified),
    permission: "Probably under the Open Government Licence (unverified). The wording is not"
      + " shipped.",
    cautions: ["One point for one person for one year is one WELLBY."],
    source: Source(
      "Office for National Statistics, Personal well-being frequently asked questions",
      link: "https://www.ons.gov.uk/peoplepopulationandcommunity/wellbeing/methodologies/"
        + "personalwellbeingfrequentlyaskedquestions", .unverified))

  private static let ladder = AnswerScale(0...10)
}
