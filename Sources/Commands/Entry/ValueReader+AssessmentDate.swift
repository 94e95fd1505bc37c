import Arguments
import Instruments
import Records
import Text

extension ValueReader {
  /// Reads the date of an assessment, which must be within the participation and not in the future.
  /// - Parameter usual: the date if none was typed.
  func assessmentDate(
    of participant: Reading<Participant>, else usual: Reading<CalendarDate>
  ) -> Reading<CalendarDate> {
    date(.date).flatMap { $0.map(Reading.success) ?? usual }.flatMap(notInFuture).flatMap { date in
      guard case .success(let participant) = participant,
        let problem = participant.problem(withAssessmentOn: date)
      else { return .success(date) }
      return .refused(problem)
    }
  }
}

extension Participant {
  /// Returns the problem with an assessment on that date; nil if there is none.
  func problem(withAssessmentOn date: CalendarDate, today: CalendarDate) -> Diagnostic? {
    problem(withAssessmentOn: date) ?? ValueReader.problem(withFuture: date, today: today)
  }

  /// The problem with any entry for somebody who withdrew from the use of what is recorded; nil for
  /// everyone else.
  var problemWithUse: Diagnostic? {
    guard state == .unused, let withdrawnOn else { return nil }
    return Diagnostic(
      "nothing entered for \(id) would count: they withdrew consent to the use of their data on"
        + " \(withdrawnOn)",
      remedy: "if they consent again, enroll them again with `outcomes enroll \(id)`")
  }

  fileprivate func problem(withAssessmentOn date: CalendarDate) -> Diagnostic? {
    if let problem = problemWithUse { return problem }
    if date < enrolledOn {
      return Diagnostic(
        "\(date) is before \(id) was enrolled, on \(enrolledOn)",
        remedy: "check both dates; change the enrollment date with `outcomes update`")
    }
    guard let withdrawnOn, date > withdrawnOn else { return nil }
    return Diagnostic(
      "an assessment on \(date) would not count: \(id) withdrew on \(withdrawnOn)",
      remedy: "with --date, give the day the form was filled in; or enroll them again with"
        + " `outcomes enroll \(id)`")
  }
}
