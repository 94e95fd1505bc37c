import Instruments
import Records
import TestSupport
import Text
import XCTest

@testable import Interchange

/// The records of a small store, in the order of its lines, and what an export reads of them.
struct StoreRecords {
  let program: Program
  var events: [ParticipantEvent] = []
  var assessments: [Assessment] = []

  /// The table that a store with these records is read into, answers included.
  func table() throws -> CohortColumns {
    try CohortColumns(
      reading: program, participants: StoreText(events, program.settings),
      scores: StoreText(assessments, program.settings.store))
  }

  /// The assessments that count, found by going through the lines: the last line of a key, unless
  /// it voids, and unless it is dated after the withdrawal. In the order of an export.
  var counting: [Assessment] {
    var latest: [[String]: Assessment] = [:]
    let people = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
    for assessment in assessments
    where [.record, .correct, .void].contains(assessment.action)
      && people[assessment.participant] != nil
    {
      let key = [
        assessment.participant.rawValue, assessment.timepoint.rawValue,
        assessment.instrument.rawValue,
      ]
      latest[key] = assessment.action == .void ? nil : assessment
    }
    let counting = latest.values.filter { assessment in
      people[assessment.participant]?.withdrawnOn.map { assessment.date <= $0 } ?? true
    }
    return counting.sorted { left, right in
      if left.participant != right.participant {
        return left.participant.rawValue.utf8.lexicographicallyPrecedes(
          right.participant.rawValue.utf8)
      }
      return (position(left.timepoint), position(left.instrument))
        < (position(right.timepoint), position(right.instrument))
    }
  }

  /// Everybody who counts, in the order of an export.
  var people: [Participant] {
    Dictionary(grouping: events, by: \.participant).values.compactMap(Participant.init)
      .filter { [.counted, .erased].contains($0.state) }
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
}

/// All bytes that an export hands on.
func collect(_ export: (ByteSink) throws -> Void) throws -> [UInt8] {
  var bytes: [UInt8] = []
  try export { bytes += $0 }
  return bytes
}
