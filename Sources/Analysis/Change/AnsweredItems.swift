import Instruments
import Records
import Statistics

extension SelectedCohort {
  /// The moments of the scored items of one instrument at one timepoint, for each group: of complete
  /// forms alone, each item's points turned so that all point the same way. Without forms for an
  /// instrument whose score is no sum of like items.
  func itemMoments(instrument number: Int, timepoint: Int) -> [ItemMoments] {
    let instrument = table.program.instruments[number]
    var moments = groups.map { _ in ItemMoments(items: instrument.scoredItems.count) }
    guard instrument.scoring.addsLikeItems else { return moments }
    let reader = StandingReader(self, instrument: number, timepoint: timepoint)
    var codes: [Int?] = []
    var points: [Int] = []
    for participant in group.indices where group[participant] != Self.none {
      guard case .scored = reader.standing(of: participant) else { continue }
      table.answerCodes(
        instrument: number, timepoint: timepoint, participant: participant, into: &codes)
      instrument.points(of: codes, into: &points)
      if points.count == instrument.scoredItems.count {
        moments[Int(group[participant])].add(points)
      }
    }
    return moments
  }
}

extension ScoringRule {
  /// Whether the items measure one thing, as reliability takes for granted: not so where they count
  /// different days.
  fileprivate var addsLikeItems: Bool {
    switch self {
    case .sum, .mean, .table: true
    case .cappedSum, .entered: false
    }
  }
}

extension Instrument {
  /// What the scored items of a form add, up to the first that is missing.
  fileprivate func points(of codes: [Int?], into points: inout [Int]) {
    points.removeAll(keepingCapacity: true)
    for number in scoredItems {
      guard codes.indices.contains(number - 1), let code = codes[number - 1],
        let point = items[number - 1].points(for: code)
      else { return }
      points.append(point)
    }
  }
}
