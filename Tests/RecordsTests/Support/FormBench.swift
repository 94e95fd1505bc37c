import Instruments
import Records
import TestSupport
import Text
import XCTest

/// Lines of PHQ-9, whose item 9 needs a person's attention from the answer 1 on, one second after
/// the other.
struct FormBench {
  let program: Program
  let instrument: Instrument
  private(set) var lines: [Assessment] = []
  private var second = 0

  init() throws {
    program = try SampleProgram.program(
      SampleProgram.settings(.csv, instruments: ["ucla-3", "phq-9"], attributes: ["site"]))
    instrument = try XCTUnwrap(program.instrument(SampleProgram.instrument("phq-9")))
  }

  var state: FormState { FormState(lines, instrument) }

  /// The stamp of the next command.
  mutating func stamp(_ head: String? = nil, reason: String = "why") -> EntryStamp {
    second += 1
    return EntryStamp(
      moment: Timestamp(secondsSinceEpoch: 1_780_000_000 + Int64(second)), name: "ada",
      head: head, reason: reason)
  }

  mutating func add(_ new: [Assessment]) { lines += new }

  mutating func replaceLines(with new: [Assessment]) { lines = new }

  /// Adds a line.
  /// - Parameter item9: the answer to item 9, nil for none; the others are answered 1.
  @discardableResult
  mutating func add(
    _ action: AssessmentAction, _ item9: Int? = 0, _ name: String = "P1",
    at timepoint: String = "day30", reason: String = "why"
  ) throws -> Assessment {
    let answers: [Int?]? = action.hasContent ? Array(repeating: 1, count: 8) + [item9] : nil
    let stamp = stamp(reason: action == .record ? "" : reason)
    let line = Assessment(
      participant: try SampleProgram.participant(name),
      timepoint: try SampleProgram.timepoint(timepoint), instrument: instrument.id,
      date: try SampleProgram.date("2026-02-04"), answers: answers,
      score: answers.flatMap { instrument.score(answers: $0).value }, action: action,
      recordedAt: stamp.moment, recordedBy: stamp.name, reason: stamp.text)
    lines.append(line)
    return line
  }
}
