// PROMIS Global Health: two scores of four items each, converted to T scores.

extension BuiltInInstruments {
  package static let promisMentalHealth = Instrument(
    id: InstrumentID(builtIn: "promis-gmh"), name: "PROMIS GMH",
    title: "PROMIS Global Mental Health", construct: "mental health",
    direction: .higherIsBetter, metric: .tScore,
    items: [
      Item(topic: "Global02, quality of life", answers: poorToExcellent, loinc: "61578-1"),
      Item(topic: "Global04, mental health", answers: poorToExcellent, loinc: "61580-7"),
      Item(topic: "Global05, social life", answers: poorToExcellent, loinc: "61581-5"),
      Item(
        topic: "Global10, emotional problems",
        answers: AnswerScale(1...5, labels: ["never", "rarely", "sometimes", "often", "always"]),
        recode: .reversed),
    ],
    scoring: .table([
      21.2, 25.1, 28.4, 31.3, 33.8, 36.3, 38.8, 41.1, 43.5, 45.8, 48.3, 50.8, 53.3, 56.0, 59.0,
      62.5, 67.6,
    ]),
    range: 21.2...67.6,
    permission: permission, cautions: cautions, source: scoringTables)

  package static let promisPhysicalHealth = Instrument(
    id: InstrumentID(builtIn: "promis-gph"), name: "PROMIS GPH",
    title: "PROMIS Global Physical Health", construct: "physical health",
    direction: .higherIsBetter, metric: .tScore,
    items: [
      Item(topic: "Global03, physical health", answers: poorToExcellent, loinc: "61579-9"),
      Item(
        topic: "Global06, everyday physical activities",
        answers: AnswerScale(
          1...5, labels: ["not at all", "a little", "moderately", "mostly", "completely"])),
      Item(
        topic: "Global07, pain from 0 none to 10 worst", answers: AnswerScale(0...10),
        recode: .table([5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 1])),
      Item(
        topic: "Global08, fatigue",
        answers: AnswerScale(1...5, labels: ["none", "mild", "moderate", "severe", "very severe"]),
        recode: .reversed),
    ],
    scoring: .table([
      16.2, 19.9, 23.5, 26.7, 29.6, 32.4, 34.9, 37.4, 39.8, 42.3, 44.9, 47.7, 50.8, 54.1, 57.7,
      61.9, 67.7,
    ]),
    range: 16.2...67.7,
    permission: permission, cautions: cautions, source: scoringTables)

  private static let poorToExcellent = AnswerScale(
    1...5, labels: ["poor", "fair", "good", "very good", "excellent"])

  private static let permission =
    "Free under the PROMIS terms of use (not confirmed). The wording is not shipped."

  private static let cautions = [
    "A T score of 50 is the mean of the U.S. general population. Report points, never"
      + " percent.",
    "Forms of version 1.2 print the codes for fatigue and emotional problems already reversed:"
      + " enter 1 for never or none, as on older forms.",
    "Items Global01 and Global09 belong to neither score.",
  ]

  private static let scoringTables = Source(
    "HealthMeasures, PROMIS Global Health scoring manual", .quoted(by: "awell-score, promis_10"))
}
