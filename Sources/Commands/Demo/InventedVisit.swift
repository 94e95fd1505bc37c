import Records

/// A visit in which an invented participant filled in all questionnaires.
struct InventedVisit: Sendable {
  /// The days after the due date of the timepoint; negative if early.
  let delay: Int
  /// The time in seconds after midnight.
  let second: Int
  /// The fate of each questionnaire, in the order of the program.
  let fates: [Fate]

  /// The fate of one filled-in questionnaire.
  enum Fate: Sendable {
    case complete
    /// One item was not answered, so that it cannot be scored.
    case itemMissing
    /// One answer was typed wrongly and corrected later.
    case corrected
    /// It belonged to another person and does not count.
    case voided

    /// True if a score remains in the end.
    var hasFinalScore: Bool { self == .complete || self == .corrected }
  }
}

extension InventedVisit {
  /// - Parameters:
  ///   - window: the timepoint of the visit.
  ///   - questionnaires: the number of questionnaires.
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

  /// Draws the fate of a questionnaire: of 10,000, 2 are voided, 15 corrected and 120 lack an item.
  private static func fate(using generator: inout SeededGenerator) -> Fate {
    switch generator.number(below: 10_000) {
    case ..<2: .voided
    case ..<17: .corrected
    case ..<137: .itemMissing
    default: .complete
    }
  }
}
