import Records
import TestSupport
import Text
import XCTest

/// A program with everybody of `RandomStore.names` enrolled.
struct SampleStore {
  let program: Program
  let participants: ParticipantColumns

  init(_ program: Program) throws {
    self.program = program
    let events = try RandomStore.names.map { name in
      ParticipantEvent(
        participant: try SampleProgram.participant(name),
        date: try SampleProgram.date("2026-01-01"), action: .enroll,
        recordedAt: try SampleProgram.timestamp("2026-01-01T10:00:00Z"), recordedBy: "ada",
        reason: "", attributes: ["", ""])
    }
    participants = try ParticipantColumns(
      reading: StoreText(events, program.settings), program.settings)
  }

  /// The table of the lines, read in pieces.
  func table(
    _ text: StoreText, pieces: [Range<Int>]? = nil, keepsAnswers: Bool = true
  ) -> CohortColumns {
    var table = CohortColumns(program: program, participants: participants)
    let reader = ScoreChunkReader(
      program: program, participants: participants, file: "scores", keepsAnswers: keepsAnswers,
      keepsAlerts: true)
    for piece in pieces ?? [0..<text.lines.count] {
      table.add(text.read(piece) { reader.read(&$0, lines: $1) })
    }
    return table
  }
}
