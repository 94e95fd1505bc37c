import Records

/// Who an invented participant is and when questionnaires come back, before any score is known.
struct InventedPerson: Sendable {
  let site: String
  let ageBand: String
  /// The site noted on the first day where that was a mistake.
  let mistakenSite: String?
  /// How badly off, in standard deviations from the mean. It bears on every score at baseline, and
  /// on dropping out; beyond the baseline it bears on nothing, so that scores are missing at
  /// random.
  let severity: Double
  /// How much better or worse than others the program goes, in standard deviations.
  let course: Double
  /// One a timepoint, nil where nothing came back.
  let sittings: [InventedSitting?]
  /// Days from the last sitting to a withdrawal, and its reason; nil for whoever does not withdraw.
  let withdrawal: (delay: Int, reason: String)?

  init(timepoints: [Timepoint], questionnaires: Int, using generator: inout SeededGenerator) {
    site = generator.choice(of: Self.sites)
    ageBand = generator.choice(of: Self.ageBands)
    let noted = generator.chance(Self.mistakenShare) ? generator.choice(of: Self.sites) : site
    mistakenSite = noted == site ? nil : noted
    severity = generator.deviate()
    course = generator.deviate()
    let attends = Self.attendance(severity: severity, using: &generator)
    sittings = zip(timepoints, attends).map { timepoint, attends in
      attends
        ? InventedSitting(
          window: timepoint, questionnaires: questionnaires, using: &generator) : nil
    }
    let leaves = attends.last == false && generator.chance(Self.withdrawingShare)
    withdrawal =
      leaves ? (6 + generator.number(below: 15), generator.choice(of: Self.reasons)) : nil
  }

  /// At which timepoints somebody comes: always at the first.
  private static func attendance(
    severity: Double, using generator: inout SeededGenerator
  ) -> [Bool] {
    shares.reduce(into: [true]) { attends, share in
      let expected = attends.last == true ? share.staying : share.comingBack
      attends.append(generator.chance(expected * (1 - severityWeight * severity)))
    }
  }

  /// Whether the change from baseline to `timepoint` can be computed for a questionnaire.
  func hasChange(questionnaire: Int, timepoint: Int) -> Bool {
    [0, timepoint].allSatisfy { sittings[$0]?.fates[questionnaire].hasScoreInTheEnd == true }
  }

  /// For each follow-up, the share of those present at the timepoint before who come again, and of
  /// those absent who come back: together 62, 52 and 45 % of all.
  private static let shares: [(staying: Double, comingBack: Double)] = [
    (0.62, 0), (0.75, 0.145), (0.78, 0.0925),
  ]
  /// How much a standard deviation of severity takes off the share who come.
  private static let severityWeight = 0.05
  private static let mistakenShare = 0.03
  /// The share of those absent at the end who say that they leave.
  private static let withdrawingShare = 0.05

  private static let sites = ["Eastgate", "Harbor", "Harbor", "Millbrook", "Northside"]
  /// As often as they stand here.
  private static let ageBands = [
    "18-29", "18-29", "18-29", "30-44", "30-44", "30-44", "30-44", "45-59", "45-59", "60-70",
  ]
  private static let reasons = [
    "moved away", "no time at present", "found support nearer home",
    "does not wish to fill in more questionnaires", "prefers to meet in person",
  ]
}
