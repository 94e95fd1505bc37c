import Instruments
import Records

/// The distribution of the invented participants' scores on one questionnaire.
struct InventedMeasure: Sendable {
  let instrument: Instrument
  /// The mean at baseline of participants whose change to the last timepoint can be computed.
  let baselineMean: Double
  /// The mean at baseline of all other participants, who feel slightly worse.
  let baselineMeanOfOthers: Double
  /// The standard deviation at baseline, before scores are limited to their range.
  let baselineSpread: Double
  /// The mean at each follow-up, as a share of the same participants' mean at baseline.
  let remaining: [Double]
  /// The share of a participant's deviation from the mean at baseline that remains at a follow-up:
  /// less than 1, because of regression to the mean.
  let carriedOver: Double
  /// The standard deviation at a follow-up among participants with the same baseline score.
  let followUpSpread: Double

  /// The correlation pattern of the answers to single items.
  let answerPattern: AnswerPattern

  /// The lowest and the highest score.
  var range: ClosedRange<Int> {
    Int(instrument.range.lowerBound)...Int(instrument.range.upperBound)
  }

  /// The four questionnaires of the published study, with its changes: Bravata et al. 2023, JMIR
  /// Form Res 7:e48864, doi 10.2196/48864. Changes that were not published are on the straight line
  /// between those that were. Means at baseline and standard deviations are invented but plausible.
  ///
  /// The answers correlate so that Cronbach's alpha is near the published one at every timepoint:
  /// .72 for UCLA-3 (Hughes et al. 2004) and .92 for GAD-7 (Spitzer et al. 2006), both widely cited
  /// but not checked in the source; the value for PHQ-2 is invented. UCLA-3 needs a different
  /// pattern at baseline, where its scores vary less. Days of illness do not measure a single
  /// construct and have no alpha.
  static let all = [
    InventedMeasure(
      instrument: BuiltInInstruments.ucla3, baselineMean: 7.58, baselineMeanOfOthers: 7.8,
      baselineSpread: 1.3, remaining: [1 - 0.116, 1 - 0.131, 1 - 0.146], carriedOver: 0.7,
      followUpSpread: 1.5,
      answerPattern: AnswerPattern(
        agreement: [8, 1, 0.125], baselineScatter: 0.02, followUpScatter: 0.2)),
    InventedMeasure(
      instrument: BuiltInInstruments.phq2, baselineMean: 3.79, baselineMeanOfOthers: 4.1,
      baselineSpread: 1.6, remaining: onStraightLine(to: 1 - 0.501), carriedOver: 0.5,
      followUpSpread: 1.5,
      answerPattern: AnswerPattern(
        agreement: [1, 1.25], baselineScatter: 0.15, followUpScatter: 0.15)),
    InventedMeasure(
      instrument: BuiltInInstruments.gad7, baselineMean: 14.0, baselineMeanOfOthers: 14.8,
      baselineSpread: 4.4, remaining: onStraightLine(to: 1 - 0.29), carriedOver: 0.65,
      followUpSpread: 4.2,
      answerPattern: AnswerPattern(
        agreement: [1.5, 1.25, 1.5, 1, 0.5, 1, 0.5], baselineScatter: 0.125,
        followUpScatter: 0.125)),
    InventedMeasure(
      instrument: BuiltInInstruments.healthyDays, baselineMean: 25.2, baselineMeanOfOthers: 26.0,
      baselineSpread: 6.5, remaining: onStraightLine(to: 1 - unhealthyDaysAvoided / 25.2),
      carriedOver: 0.7, followUpSpread: 7, answerPattern: .anyAnswers(items: 2)),
  ]

  /// The unhealthy days per month that give the published US$615 per participant and year at the
  /// published rate per day: 13.0 % of a baseline of 25.2.
  private static let unhealthyDaysAvoided: Double = {
    let rate = SavingsRate.humana2019(instrument: BuiltInInstruments.healthyDays.id)
    return BuiltInBenchmarks.publishedSavings / (rate.rate * rate.months)
  }()

  /// Returns the shares that remain after a third, two thirds and all of the time.
  private static func onStraightLine(to last: Double) -> [Double] {
    [1 - (1 - last) / 3, 1 - (1 - last) * 2 / 3, last]
  }
}
