import Text

/// The answers behind the scores of a table, as the file holds them.
struct AnswerTexts: Sendable {
  /// All texts, each ended by a line feed.
  private var bytes: [UInt8] = []
  /// For each cell and participant, where the text starts in `bytes`; `none` without one.
  private var starts: [[Int]] = []

  private static let none = -1

  /// Adds the texts of a piece of the file, if it kept them.
  mutating func add(_ chunk: ScoreChunk, participants: Int) {
    guard !chunk.answers.isEmpty else { return }
    if starts.isEmpty { starts = Array(repeating: [], count: chunk.rows.count) }
    let start = bytes.count
    bytes += chunk.answers
    for (cell, rows) in chunk.rows.enumerated() where !rows.isEmpty {
      if starts[cell].isEmpty { starts[cell] = Array(repeating: Self.none, count: participants) }
      for row in rows { starts[cell][Int(row.participant)] = start + Int(row.answers) }
    }
  }

  /// The text of an assessment; empty where there is none.
  func text(cell: Int, participant: Int) -> ArraySlice<UInt8> {
    guard starts.indices.contains(cell), starts[cell].indices.contains(participant) else {
      return []
    }
    let start = starts[cell][participant]
    guard start != Self.none else { return [] }
    return bytes[start..<LineScanner.endOfLine(in: bytes, from: start) - 1]
  }
}
