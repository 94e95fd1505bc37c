import Instruments
import Records
import Text
import XCTest

/// Lines of a scores file as values, for tests of what follows from their order.
package enum EntryLine {
  /// - Parameters:
  ///   - content: answers with spaces between them, or a total after `=`.
  ///   - minute: the minute of 2026-02-06 after noon when the line was written.
  package static func of(
    _ action: AssessmentAction, _ content: String = "", participant: String = "P001",
    timepoint: String = "day30", instrument: String = "ucla-3", date: String = "2026-02-04",
    by name: String = "ada", minute: Int = 0, reason: String = ""
  ) throws -> Assessment {
    let total = content.hasPrefix("=") ? Double(content.dropFirst()) : nil
    let answers =
      content.isEmpty || total != nil ? nil : try XCTUnwrap(AnswerText.parse(content))
    let sum = answers.flatMap {
      $0.contains(nil) ? nil : Double($0.compactMap(\.self).reduce(0, +))
    }
    return Assessment(
      participant: try SampleProgram.participant(participant),
      timepoint: try SampleProgram.timepoint(timepoint),
      instrument: try SampleProgram.instrument(instrument), date: try SampleProgram.date(date),
      answers: answers, score: total ?? sum, action: action,
      recordedAt: Timestamp(
        date: try SampleProgram.date("2026-02-06"), seconds: 12 * 3600 + 60 * minute),
      recordedBy: name, reason: reason)
  }
}
