import Records
import Text

/// The last line that was entered about a participant.
package struct LastEntry: Sendable, Equatable {
  package let recordedAt: Timestamp
  package let recordedBy: String
}

extension ProgramFolder {
  /// Returns the last line of both files about a participant, by the moment when it was recorded;
  /// nil if there is none. The files are read from their ends.
  /// - Parameters:
  ///   - table: the columns of the store.
  ///   - pieceSize: the bytes of a piece; tests make it small.
  package func lastEntry(
    _ table: CohortColumns, pieceSize: Int = 1 << 16
  ) throws(Problems) -> LastEntry? {
    let program = table.program
    let open = try OpenStore(self, program.settings)
    defer { open.close() }
    let participants = ParticipantChunkReader(
      settings: program.settings, file: open.participants.name, knownAt: knownAt)
    let enrolled = try open.participants.lastValue(pieceSize: pieceSize) { bytes, lines in
      participants.readWithEvents(&bytes, lines: lines).events.lines.last.map {
        LastEntry(recordedAt: $0.value.recordedAt, recordedBy: $0.value.recordedBy)
      }
    }
    let assessments = AssessmentReader(
      program: program, participants: table.participants, file: open.scores.name, knownAt: knownAt)
    let assessed = try open.scores.lastValue(pieceSize: pieceSize) { bytes, lines in
      assessments.read(&bytes, lines: lines).lines.last.map {
        LastEntry(recordedAt: $0.value.recordedAt, recordedBy: $0.value.recordedBy)
      }
    }
    guard let enrolled, let assessed else { return enrolled ?? assessed }
    return enrolled.recordedAt > assessed.recordedAt ? enrolled : assessed
  }
}

extension OpenStoreFile {
  /// Returns the last result that the lines give, read a piece at a time from the end of the file;
  /// nil if no piece gives any.
  /// - Parameter read: returns the last result of the lines at a range of a buffer.
  fileprivate func lastValue<Value>(
    pieceSize: Int, _ read: (inout [UInt8], Range<Int>) -> Value?
  ) throws(Problems) -> Value? {
    let pieces = LinePieces(self, pieceSize: pieceSize)
    var buffer: [UInt8] = []
    for index in (0..<pieces.count).reversed() {
      let piece = try explained { () throws(FileError) in try pieces.read(index, into: &buffer) }
      if let value = read(&buffer, piece.lines) { return value }
    }
    return nil
  }
}
