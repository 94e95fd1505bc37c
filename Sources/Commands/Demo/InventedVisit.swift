import Records

/// One time at which an invented participant filled in all questionnaires.
struct InventedVisit: Sendable {
  /// Days after the day on which the timepoint is due; negative for a little early.
  let delay: Int
  /// Seconds after midnight.
  let second: Int
  /// What became of each questionnaire, in the order of the program.
  let fates: [Fate]

  /// What became of one filled-in questionnaire.
  enum Fate: Sendable {
    case complete
    /// One item was not answered, so that it cannot be scored.
    case itemMissing
    /// One answer was typed wrongly and corrected later.
    case corrected
    /// It belonged to somebody else and does not count.
    case voided

    /// Whether there is a score in the end.
    var hasScoreInTheEnd: Bool { self == .complete || self == .corrected }
  }
}

extension InventedVisit {
  /// - Parameters:
  ///   - window: the timepoint it belongs to.
  ///   - questionnaires: how many are filled in.
  init(window: Timepoint, questionnaires: Int, using generator: inout SeededGenerator) {
    if generator.chance(Self.lateShare) {
      delay = window.late + 1 + generator.number(below: 6)
    } else {
      let earliest = min(window.early, 3)
      delay = generator.number(below: earliest + 10) - earliest
    }
    second = (9 * 60 + generator.number(below: 12 * 60)) * 60 + generator.number(below: 60)
    fates = (0..<questionnaires).map { _ in Self.fate(using: &generator) }
  }

  /// The share of visits after the window has closed.
  private static let lateShare = 0.03

  /// Of 10,000 questionnaires 2 are voided, 15 corrected and 120 lack an item.
  private static func fate(using generator: inout SeededGenerator) -> Fate {
    switch generator.number(below: 10_000) {
    case ..<2: .voided
    case ..<17: .corrected
    case ..<137: .itemMissing
    default: .complete
    }
  }
}
