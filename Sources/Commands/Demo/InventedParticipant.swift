import Records

/// The attributes and visits of an invented participant, drawn before any score.
struct InventedParticipant: Sendable {
  let site: String
  let ageBand: String
  /// The site recorded by mistake on the first day; nil if there was no mistake.
  let mistakenSite: String?
  /// The severity in standard deviations from the mean. It affects every score at baseline and the
  /// probability of dropping out. Given the scores at baseline, it affects no other score, so that
  /// scores are missing at random.
  let severity: Double
  /// The change relative to other participants, in standard deviations.
  let course: Double
  /// The visits, one per timepoint; nil if no questionnaire was returned.
  let visits: [InventedVisit?]
  /// The days from the last visit to the withdrawal, and the reason; nil if the participant does
  /// not withdraw.
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

  /// Returns true if the change from baseline to `timepoint` can be computed for a questionnaire.
  func hasChange(questionnaire: Int, timepoint: Int) -> Bool {
    [0, timepoint].allSatisfy { visits[$0]?.fates[questionnaire].hasFinalScore == true }
  }

  private static let mistakenShare = 0.03
  /// The share who withdraw among participants absent at the last timepoint.
  private static let withdrawingShare = 0.05

  private static let sites = ["Eastgate", "Harbor", "Harbor", "Millbrook", "Northside"]
  /// The age bands, repeated in proportion to their frequency.
  private static let ageBands = [
    "18-29", "18-29", "18-29", "30-44", "30-44", "30-44", "30-44", "45-59", "45-59", "60-70",
  ]
  private static let reasons = [
    "moved away", "no time at present", "found support nearer home",
    "does not wish to fill in more questionnaires", "prefers to meet in person",
  ]
}
