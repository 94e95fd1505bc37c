/// How many columns the lines of a CSV file lack because they are older than some attributes.
///
/// Only settings add a column, so the number may fall at a line about the file itself and nowhere else:
/// a line that lost a field by damage is told from an older one by its place.
package struct LineWidths: Sendable {
  /// A line from which on another number of columns is missing.
  private struct Change: Sendable {
    let line: Int
    let lacking: Int
    /// Whether settings may have added a column here.
    let isFileEvent: Bool
  }

  private var changes: [Change] = []
  private var lacking: Int?

  /// No lines yet.
  package init() {}

  /// Takes the next line of a piece.
  /// - Parameters:
  ///   - line: its number, from the start of the piece.
  ///   - lacking: how many columns it lacks.
  ///   - isFileEvent: whether it is about the file itself.
  @inline(__always)
  mutating func add(line: Int, lacking: Int, isFileEvent: Bool = false) {
    guard lacking != self.lacking else { return }
    self.lacking = lacking
    changes.append(Change(line: line, lacking: lacking, isFileEvent: isFileEvent))
  }

  /// Whether any line lacks a column.
  var areUneven: Bool { changes.contains { $0.lacking > 0 } }

  /// Takes the next piece of the file.
  /// - Returns: the lines of the piece, from its start, from which on fields are missing.
  mutating func append(_ piece: LineWidths) -> [Int] {
    var damaged: [Int] = []
    for change in piece.changes {
      let isRight =
        lacking.map { change.lacking == $0 || change.isFileEvent && change.lacking < $0 } ?? true
      if isRight { lacking = change.lacking } else { damaged.append(change.line) }
    }
    return damaged
  }
}
