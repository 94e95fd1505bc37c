/// The timepoints at which an invented participant returns questionnaires, and those missed:
/// dropout and return.
struct InventedAttendance: Sendable {
  /// One element per timepoint, true if questionnaires were returned; always true at baseline.
  let attends: [Bool]

  /// - Parameter severity: the severity in standard deviations from the mean; participants with a
  ///   high severity miss slightly more follow-ups.
  init(severity: Double, using generator: inout SeededGenerator) {
    attends = Self.shares.reduce(into: [true]) { attends, share in
      let expected = attends.last == true ? share.staying : share.comingBack
      attends.append(generator.chance(expected * (1 - Self.severityWeight * severity)))
    }
  }

  /// For each follow-up, the share that attends among participants present at the timepoint before,
  /// and the share that comes back among those absent: together 62, 52 and 45 % of all.
  private static let shares: [(staying: Double, comingBack: Double)] = [
    (0.62, 0), (0.75, 0.145), (0.78, 0.0925),
  ]
  /// The reduction of these shares per standard deviation of severity.
  private static let severityWeight = 0.05
}
