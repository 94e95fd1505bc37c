import Records
import Text

/// A block of invented participants with all their lines, in the order of the participants.
struct InventedBlock: Sendable {
  /// The lines of the participants file.
  private(set) var events: [ParticipantEvent] = []
  /// The lines of the scores file.
  private(set) var assessments: [Assessment] = []

  /// - Parameters:
  ///   - enrollments: one per participant.
  ///   - forms: one per measure of `InventedMeasure.all`, in the same order.
  init(
    _ enrollments: [InventedEnrollment], timepoints: [Timepoint], forms: [FilledForms],
    generator: SeededGenerator
  ) {
    var generator = generator
    let people = enrollments.map { _ in
      InventedParticipant(timepoints: timepoints, questionnaires: forms.count, using: &generator)
    }
    let columns = InventedMeasure.all.enumerated().map { number, measure in
      InventedScores(measure, questionnaire: number, of: people, using: &generator).columns
    }
    for (index, (enrollment, person)) in zip(enrollments, people).enumerated() {
      events += enrollment.events(of: person, timepoints: timepoints)
      for (number, timepoint) in timepoints.enumerated() {
        let visit = person.visits[number]
        guard let visit, let date = enrollment.day(of: timepoint, visit) else { continue }
        let record = VisitLines(
          participant: enrollment.id, timepoint: timepoint.id, isBaseline: number == 0,
          date: date, visit: visit)
        record.append(
          scores: columns.map { $0[number][index] }, forms: forms, to: &assessments,
          using: &generator)
      }
    }
  }

  /// Returns the lines of both files, each with its line ending, without headers.
  func lines(_ format: LineFormat) -> (participants: [UInt8], scores: [UInt8]) {
    var participants: [UInt8] = []
    var scores: [UInt8] = []
    let participantsWriter = InventedCohort.participantsWriter(format)
    for event in events { participantsWriter.append(event.values, to: &participants) }
    let scoresWriter = InventedCohort.scoresWriter(format)
    for assessment in assessments { scoresWriter.append(assessment.values, to: &scores) }
    return (participants, scores)
  }
}
