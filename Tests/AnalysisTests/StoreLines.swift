import Foundation
import Records
import Text
import XCTest

/// The lines of a CSV store without its headers, and the table that reading them gives.
struct StoreLines {
  var participants: [String] = []
  var scores: [String] = []

  /// - Throws: nothing is thrown for a line with a problem; the test fails instead.
  func table(_ program: Program, keepsAnswers: Bool = false) throws -> CohortColumns {
    var people = ParticipantColumns(attributes: program.settings.attributes.count)
    var bytes = Self.buffer(participants)
    let events = ParticipantChunkReader(settings: program.settings, file: "participants.csv")
      .read(&bytes, lines: 0..<bytes.count - ByteWord.size)
    XCTAssertEqual(events.problems, [])
    XCTAssertEqual(people.add(events), [])

    var table = CohortColumns(program: program, participants: people)
    bytes = Self.buffer(scores)
    let chunk = ScoreChunkReader(
      program: program, participants: people, file: "scores.csv", keepsAnswers: keepsAnswers
    ).read(&bytes, lines: 0..<bytes.count - ByteWord.size)
    XCTAssertEqual(chunk.problems, [])
    table.add(chunk)
    return table
  }

  private static func buffer(_ lines: [String]) -> [UInt8] {
    lines.flatMap { Array($0.utf8) + [ASCII.lineFeed] }
      + [UInt8](repeating: 0, count: ByteWord.size)
  }
}
