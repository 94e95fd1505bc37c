import Documents
import Analysis

/// The flow from enrolled to analyzed participants, with one branch for each timepoint. Each branch
/// starts from all enrolled participants, since someone who misses one follow-up may come to the
/// next.
enum FlowDiagram {
  static func lines(of flow: ParticipantFlow) -> [String] {
    let enrolled = flow.timepoints.first?.denominators.enrolled ?? 0
    let last = flow.timepoints.count - 1
    return [ReadableNumber.integer(enrolled) + " enrolled"]
      + flow.timepoints.enumerated().flatMap { number, point in
        let trunk = number == last ? "   " : "│  "
        return ["│", (number == last ? "└─ " : "├─ ") + branch(of: point)]
          + absences(of: point).map { trunk + $0 }
      }
  }

  private static func branch(of point: ParticipantFlow.AtTimepoint) -> String {
    let denominators = point.denominators
    let count = ReadableNumber.integer
    let inWindow = count(denominators.scored - denominators.scoredOutsideWindow)
    let windows =
      denominators.scored == 0
      ? "" : " (\(inWindow) in the window, \(count(denominators.scoredOutsideWindow)) outside)"
    let steps = [
      "\(count(denominators.due)) due", "\(count(denominators.assessed)) assessed",
      "\(count(denominators.scored)) scored\(windows)",
    ]
    let analyzed = point.pairs.map { ["\(count($0)) analyzed"] } ?? []
    return "\(point.timepoint.id): " + (steps + analyzed).joined(separator: " ─ ")
  }

  private static func absences(of point: ParticipantFlow.AtTimepoint) -> [String] {
    let reasons = AbsenceReason.all.compactMap { reason -> String? in
      let count = reason.count(point.denominators)
      return count > 0 ? "\(ReadableNumber.integer(count)) \(reason.words)" : nil
    }
    let unpaired = point.pairs.map { point.denominators.scored - $0 } ?? 0
    let alone =
      unpaired > 0 ? ["\(ReadableNumber.integer(unpaired)) scored without a baseline"] : []
    let absent = reasons + alone
    return absent.enumerated().map { number, words in
      (number == absent.count - 1 ? "└─ " : "├─ ") + words
    }
  }
}
