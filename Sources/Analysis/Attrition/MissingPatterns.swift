/// Which timepoints of an instrument are scored, and for how many participants.
package struct MissingPatterns: Sendable, Equatable {
  /// One pattern: for each timepoint whether it is scored.
  package struct Pattern: Sendable, Equatable {
    package let isScored: [Bool]
    package let participants: Int

    /// Whether every timepoint is scored.
    package var isComplete: Bool { !isScored.contains(false) }

    /// Whether the first timepoint, the baseline, is scored and none is missing before one that is.
    package var isMonotone: Bool {
      isScored.first == true && zip(isScored, isScored.dropFirst()).allSatisfy { $0 || !$1 }
    }

    /// Whether a timepoint is missing before one that is scored.
    package var isIntermittent: Bool { !isMonotone && !isNeverScored }

    package var isNeverScored: Bool { !isScored.contains(true) }
  }

  /// The patterns that occur, complete ones first, those with nothing scored last.
  package let patterns: [Pattern]

  /// Those scored at every timepoint.
  package var complete: Int { count(\.isComplete) }
  /// Those scored at baseline who missed no timepoint before one at which they were scored, the
  /// complete ones among them.
  package var monotone: Int { count(\.isMonotone) }
  /// Those who missed a timepoint and were scored at a later one.
  package var intermittent: Int { count(\.isIntermittent) }
  /// Those scored at no timepoint. With the monotone and the intermittent they are all enrolled.
  package var neverScored: Int { count(\.isNeverScored) }

  /// Complete ones come first, then those that are scored earlier.
  static func comesFirst(_ first: [Bool], _ second: [Bool]) -> Bool {
    zip(first, second).first { $0 != $1 }?.0 ?? false
  }

  private func count(_ isMeant: (Pattern) -> Bool) -> Int {
    patterns.reduce(0) { $0 + (isMeant($1) ? $1.participants : 0) }
  }
}

extension SelectedCohort {
  /// The patterns of each group; a timepoint that is still to come counts as not scored.
  func missingPatterns(_ readers: [ScoreStatusReader]) -> [MissingPatterns] {
    // Everybody starts in one class; each timepoint splits every class in two. So a pattern is a
    // number, however many timepoints there are.
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
