import Instruments
import Records

/// The lines that the program records about one visit.
struct VisitLines: Sendable {
  let participant: ParticipantID
  let timepoint: TimepointID
  let isBaseline: Bool
  let date: CalendarDate
  let visit: InventedVisit

  /// Appends the lines of the scores file: the questionnaires of the day, then the later
  /// corrections and voids.
  /// - Parameters:
  ///   - scores: the scores of the complete forms, one per questionnaire.
  ///   - forms: the possible forms, one element per questionnaire.
  func append(
    scores: [Int], forms: [FilledForms], to lines: inout [Assessment],
    using generator: inout SeededGenerator
  ) {
    var revisions: [Assessment] = []
    for (number, fate) in visit.fates.enumerated() {
      let form = forms[number].complete(
        scoring: scores[number], atBaseline: isBaseline, using: &generator)
      switch fate {
      case .complete:
        lines.append(line(form))
      case .itemMissing:
        lines.append(line(forms[number].withoutOneAnswer(form, using: &generator)))
      case .corrected:
        lines.append(line(forms[number].withSlip(form, using: &generator)))
        revisions.append(correction(form))
      case .voided:
        lines.append(line(form))
        revisions.append(void(form))
      }
    }
    lines += revisions
  }

  private func line(_ form: FilledForm) -> Assessment {
    Assessment(
      participant: participant, timepoint: timepoint, instrument: form.instrument, date: date,
      answers: form.answers, score: form.score, action: .record,
      recordedAt: Timestamp(date: date, seconds: visit.second),
      recordedBy: InventedEnrollment.recorder, reason: "")
  }

  private func correction(_ form: FilledForm) -> Assessment {
    var line = line(form)
    line.action = .correct
    line.recordedAt = twoDaysLater
    line.reason = "one answer was typed wrongly"
    return line
  }

  /// Returns the line that voids a form, which has neither answers nor a score.
  private func void(_ form: FilledForm) -> Assessment {
    var line = line(form)
    (line.answers, line.score) = (nil, nil)
    line.action = .void
    line.recordedAt = twoDaysLater
    line.reason = "filled in by somebody else"
    return line
  }

  private var twoDaysLater: Timestamp {
    Timestamp(date: date.adding(days: 2), seconds: visit.second)
  }
}
