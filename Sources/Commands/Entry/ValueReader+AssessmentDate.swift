import Arguments
import Instruments
import Records
import Text

extension ValueReader {
  /// The day of an assessment, which lies within the participation and not in the future.
  /// - Parameter usual: the day where none was typed.
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
  /// What is wrong with an assessment on that day; nil where nothing is.
  fileprivate func problem(withAssessmentOn date: CalendarDate) -> Diagnostic? {
    if date < enrolledOn {
      return Diagnostic(
        "\(date) is before \(id) was enrolled, on \(enrolledOn)",
        remedy: "check both days; the day of enrollment is changed by `outcomes update`")
    }
    guard let withdrawnOn, date > withdrawnOn else { return nil }
    return Diagnostic(
      "\(date) is after \(id) withdrew, on \(withdrawnOn): it would not count",
      remedy: "give the day it was filled in with --date, or enroll them again with"
        + " `outcomes enroll \(id)`")
  }
}
