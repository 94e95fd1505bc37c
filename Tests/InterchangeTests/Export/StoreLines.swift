import Instruments
import Records
import Text
import XCTest

@testable import Interchange

/// The lines of a small store as values, and what an export reads of them.
struct StoreLines {
  let program: Program
  var events: [ParticipantEvent] = []
  var assessments: [Assessment] = []

  /// The table that a store with these lines is read into, answers included.
  func table(file: StaticString = #filePath, line: UInt = #line) -> CohortColumns {
    let settings = program.settings
    let schema = StoreSchema.participants(attributes: settings.attributes)
    var participants = ParticipantColumns(attributes: settings.attributes.count)
    var (bytes, range) = bytes(schema, events.map(\.values))
    let people = ParticipantChunkReader(settings: settings, file: "participants.csv")
      .read(&bytes, lines: range)
    let strangers = participants.add(people)
    (bytes, range) = self.bytes(StoreSchema.scores, assessments.map(\.values))
    let scores = ScoreChunkReader(
      program: program, participants: participants, file: "scores.csv", keepsAnswers: true
    ).read(&bytes, lines: range)
    var table = CohortColumns(program: program, participants: participants)
    table.add(scores)
    XCTAssertEqual(strangers, [], file: file, line: line)
    let problems = (people.problems + scores.problems).map(\.text)
    XCTAssertEqual(problems, [], file: file, line: line)
    return table
  }

  /// The assessments that count, found by going through the lines: the last line of a key, unless
  /// it voids. In the order of an export.
  var counting: [Assessment] {
    var latest: [[String]: Assessment] = [:]
    for assessment in assessments {
      let key = [
        assessment.participant.rawValue, assessment.timepoint.rawValue,
        assessment.instrument.rawValue,
      ]
      latest[key] = assessment.action == .void ? nil : assessment
    }
    return latest.values.sorted { left, right in
      if left.participant != right.participant {
        return left.participant.rawValue.utf8.lexicographicallyPrecedes(
          right.participant.rawValue.utf8)
      }
      return (position(left.timepoint), position(left.instrument))
        < (position(right.timepoint), position(right.instrument))
    }
  }

  /// Everybody who was enrolled, in the order of an export.
  var people: [Participant] {
    Dictionary(grouping: events, by: \.participant).values.compactMap(Participant.init)
      .sorted { $0.id.rawValue.utf8.lexicographicallyPrecedes($1.id.rawValue.utf8) }
  }

  func timepoint(_ id: TimepointID) -> Timepoint? {
    program.timepoints.first { $0.id == id }
  }

  private func position(_ id: TimepointID) -> Int {
    program.timepoints.firstIndex { $0.id == id } ?? -1
  }

  private func position(_ id: InstrumentID) -> Int {
    program.instruments.firstIndex { $0.id == id } ?? -1
  }

  private func bytes(_ schema: LineSchema, _ lines: [[String]]) -> ([UInt8], Range<Int>) {
    let writer = LineWriter(schema: schema, format: program.settings.store)
    var bytes: [UInt8] = []
    for line in lines { writer.append(line, to: &bytes) }
    let range = 0..<bytes.count
    return (bytes + [UInt8](repeating: 0, count: ByteWord.size), range)
  }
}

/// All bytes that an export hands on.
func collect(_ export: (ByteSink) throws -> Void) throws -> [UInt8] {
  var bytes: [UInt8] = []
  try export { bytes += $0 }
  return bytes
}
