import Instruments
import Records
import Statistics

extension SelectedCohort {
  /// The moments of the scored items of one instrument at one timepoint, for each group. Only
  /// complete forms count, and each item's points are recoded so that all point the same way. There
  /// are no forms for an instrument whose score is not a sum of similar items.
  func itemMoments(instrument number: Int, timepoint: Int) -> [ItemMoments] {
    let instrument = table.program.instruments[number]
    var moments = groups.map { _ in ItemMoments(items: instrument.scoredItems.count) }
    let forms = AnsweredForms(table, instrument: number, timepoint: timepoint)
    let reader = ScoreStatusReader(self, instrument: number, timepoint: timepoint)
    var codes: [Int?] = []
    var points: [Int] = []
    for participant in group.indices
    where group[participant] != Self.none && reader.status(of: participant).score != nil {
      if forms.read(participant, &codes, into: &points) {
        moments[Int(group[participant])].add(points)
      }
    }
    return moments
  }
}

/// The forms of one instrument at one timepoint, item by item.
struct AnsweredForms {
  private let table: CohortColumns
  private let number: Int
  private let timepoint: Int
  private let instrument: Instrument

  init(_ table: CohortColumns, instrument number: Int, timepoint: Int) {
    self.table = table
    self.number = number
    self.timepoint = timepoint
    instrument = table.program.instruments[number]
  }

  /// True if a participant has a form with an answer to every item of a score made of similar
  /// items.
  func isComplete(of participant: Int) -> Bool {
    var codes: [Int?] = []
    var points: [Int] = []
    return read(participant, &codes, into: &points)
  }

  /// Reads the points of the scored items.
  ///
  /// - Parameters:
  ///   - codes: space for the answers, reused for each participant.
  ///   - points: filled only up to the first item without an answer.
  /// - Returns: true if the form is complete.
  func read(_ participant: Int, _ codes: inout [Int?], into points: inout [Int]) -> Bool {
    guard instrument.scoring.addsLikeItems else { return false }
    table.answerCodes(
      instrument: number, timepoint: timepoint, participant: participant, into: &codes)
    instrument.points(of: codes, into: &points)
    return points.count == instrument.scoredItems.count
  }
}

extension ScoringRule {
  /// True if the items measure the same thing, as reliability assumes; not if they count different
  /// days.
  fileprivate var addsLikeItems: Bool {
    switch self {
    case .sum, .mean, .table: true
    case .cappedSum, .entered: false
    }
  }
}

extension Instrument {
  /// The points of a form's scored items, up to the first missing item.
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
