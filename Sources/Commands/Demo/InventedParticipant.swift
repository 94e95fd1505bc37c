import Records

/// Who an invented participant is and when questionnaires come back, before any score is known.
struct InventedParticipant: Sendable {
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
  let visits: [InventedVisit?]
  /// Days from the last visit to a withdrawal, and its reason; nil for whoever does not withdraw.
  let withdrawal: (delay: Int, reason: String)?

  init(timepoints: [Timepoint], questionnaires: Int, using generator: inout SeededGenerator) {
    site = generator.choice(of: Self.sites)
    ageBand = generator.choice(of: Self.ageBands)
    let noted = generator.chance(Self.mistakenShare) ? generator.choice(of: Self.sites) : site
    mistakenSite = noted == site ? nil : noted
    severity = generator.deviate()
    course = generator.deviate()
    let attendance = InventedAttendance(severity: severity, using: &generator)
    visits = zip(timepoints, attendance.attends).map { timepoint, attends in
      attends
        ? InventedVisit(
          window: timepoint, questionnaires: questionnaires, using: &generator) : nil
    }
    let leaves = attendance.attends.last == false && generator.chance(Self.withdrawingShare)
    withdrawal =
      leaves ? (6 + generator.number(below: 15), generator.choice(of: Self.reasons)) : nil
  }

  /// Whether the change from baseline to `timepoint` can be computed for a questionnaire.
  func hasChange(questionnaire: Int, timepoint: Int) -> Bool {
    [0, timepoint].allSatisfy { visits[$0]?.fates[questionnaire].hasScoreInTheEnd == true }
  }

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
