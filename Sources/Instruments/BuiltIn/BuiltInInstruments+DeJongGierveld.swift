// The De Jong Gierveld Loneliness Scale. “More or less” always counts as lonely: together with yes
// for negatively worded (emotional) items, together with no for positively worded (social) items.

extension BuiltInInstruments {
  package static let deJongGierveld6 = Instrument(
    id: InstrumentID(builtIn: "djg-6"), name: "DJG-6",
    title: "De Jong Gierveld Loneliness Scale, six items", construct: "loneliness",
    direction: .lowerIsBetter,
    items: [
      emotional("emptiness"), social("people to lean on"), social("people to trust"),
      emotional("missing people"), social("feeling close to people"), emotional("rejection"),
    ],
    scoring: .sum(multiplier: 1), range: 0...6,
    missingItemRules: [
      MissingItemRule(
        name: "one missing allowed", atMost: 1, countAs: .points(0), source: manual)
    ],
    bands: [
      Band("not lonely", from: 0, through: 1), Band("moderately lonely", from: 2, through: 4),
      Band("severely lonely", from: 5, through: 6),
    ],
    bandsSource: manual,
    thresholds: [Threshold(.case, .atLeast, 2, "moderately or severely lonely", source: manual)],
    permission: manualPermission,
    cautions: [codesAreAnswers],
    source: manual)

  package static let deJongGierveld11 = Instrument(
    id: InstrumentID(builtIn: "djg-11"), name: "DJG-11",
    title: "De Jong Gierveld Loneliness Scale, eleven items", construct: "loneliness",
    direction: .lowerIsBetter,
    items: [
      social("someone to talk to"), emotional("missing a close friend"), emotional("emptiness"),
      social("people to lean on"), emotional("missing company"), emotional("a small circle"),
      social("people to trust"), social("feeling close to people"), emotional("missing people"),
      emotional("rejection"), social("friends to call on"),
    ],
    scoring: .sum(multiplier: 1), range: 0...11,
    missingItemRules: [
      MissingItemRule(
        name: "one missing allowed", atMost: 1, countAs: .points(0),
        source: vanTilburg1999)
    ],
    bands: [
      Band("not lonely", from: 0, through: 2), Band("moderately lonely", from: 3, through: 8),
      Band("severely lonely", from: 9, through: 10),
      Band("very severely lonely", from: 11, through: 11),
    ],
    bandsSource: vanTilburg1999,
    thresholds: [
      Threshold(.case, .atLeast, 3, "moderately lonely or worse", source: vanTilburg1999)
    ],
    permission: manualPermission,
    cautions: [codesAreAnswers],
    source: Source(
      manual.citation, link: manual.link,
      .computed(from: "the manual's coding of the six-item form, applied to all eleven items")))

  private static func emotional(_ topic: String) -> Item {
    Item(topic: topic, answers: noToYes, recode: .table([0, 1, 1]))
  }

  private static func social(_ topic: String) -> Item {
    Item(topic: topic, answers: noToYes, recode: .table([1, 1, 0]))
  }

  private static let noToYes = AnswerScale(1...3, labels: ["no", "more or less", "yes"])

  private static let manual = Source(
    "de Jong Gierveld and van Tilburg, Manual of the Loneliness Scale, VU Amsterdam",
    link: "https://home.fsw.vu.nl/TG.van.Tilburg/manual_loneliness_scale_1999.html", .read)

  private static let vanTilburg1999 = Source("van Tilburg and de Jong Gierveld 1999", .unverified)

  private static let manualPermission =
    "For scientific research, citing the manual or the 2006 paper. Made for surveys, not for"
    + " assessing one person. The wording is not shipped."

  private static let codesAreAnswers =
    "Enter the answers as given (1 no, 2 more or less, 3 yes), never the scored 0 or 1."
}
