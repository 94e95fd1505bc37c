/// The patterns of scored and missing timepoints of an instrument, with the number of participants
/// in each.
package struct MissingPatterns: Sendable, Equatable {
  /// One pattern: for each timepoint, true if it is scored.
  package struct Pattern: Sendable, Equatable {
    package let isScored: [Bool]
    package let participants: Int

    /// True if every timepoint is scored.
    package var isComplete: Bool { !isScored.contains(false) }

    /// True if the first timepoint, the baseline, is scored and none is missing before a scored
    /// one.
    package var isMonotone: Bool {
      isScored.first == true && zip(isScored, isScored.dropFirst()).allSatisfy { $0 || !$1 }
    }

    /// True if a timepoint is missing before a scored one.
    package var isIntermittent: Bool { !isMonotone && !isNeverScored }

    package var isNeverScored: Bool { !isScored.contains(true) }
  }

  /// The patterns in the data, complete ones first, those without any score last.
  package let patterns: [Pattern]

  /// Participants scored at every timepoint.
  package var complete: Int { count(\.isComplete) }
  /// Participants scored at baseline who missed no timepoint before a scored one, including the
  /// complete ones.
  package var monotone: Int { count(\.isMonotone) }
  /// Participants who missed a timepoint and were scored at a later one.
  package var intermittent: Int { count(\.isIntermittent) }
  /// Participants scored at no timepoint. Monotone, intermittent and never scored add up to all
  /// enrolled.
  package var neverScored: Int { count(\.isNeverScored) }

  /// True if the first pattern sorts before the second: complete ones first, then those scored
  /// earlier.
  static func comesFirst(_ first: [Bool], _ second: [Bool]) -> Bool {
    zip(first, second).first { $0 != $1 }?.0 ?? false
  }

  private func count(_ condition: (Pattern) -> Bool) -> Int {
    patterns.reduce(0) { $0 + (condition($1) ? $1.participants : 0) }
  }
}

extension SelectedCohort {
  /// The patterns of each group; a timepoint whose window is yet to close counts as
  /// not scored.
  func missingPatterns(_ readers: [ScoreStatusReader]) -> [MissingPatterns] {
    // All participants start in one class, and each timepoint splits every class in two. A pattern
    // is thus a number, regardless of the number of timepoints.
    var classes = [[Bool]](arrayLiteral: [])
    var classOf = [Int](repeating: 0, count: group.count)
    for reader in readers {
      var split: [[Bool]] = []
      var numbers = [Int: Int]()
      for participant in group.indices where group[participant] != Self.none {
        let isScored = reader.status(of: participant).score != nil
        let code = classOf[participant] * 2 + (isScored ? 1 : 0)
        if numbers[code] == nil {
          numbers[code] = split.count
          split.append(classes[classOf[participant]] + [isScored])
        }
        classOf[participant] = numbers[code] ?? 0
      }
      classes = split
    }
    var counts = groups.map { _ in [Int](repeating: 0, count: classes.count) }
    for participant in group.indices where group[participant] != Self.none {
      counts[Int(group[participant])][classOf[participant]] += 1
    }
    let order = classes.indices.sorted { MissingPatterns.comesFirst(classes[$0], classes[$1]) }
    return counts.map { counts in
      MissingPatterns(
        patterns: order.filter { counts[$0] > 0 }.map {
          .init(isScored: classes[$0], participants: counts[$0])
        })
    }
  }
}
