import Text

/// What a piece of the participants file comes down to: columns in the order of its lines.
package struct ParticipantChunk: Sendable {
  /// The ids one after the other, with spare bytes behind the last.
  var ids: [UInt8] = []
  /// Where each id ends in `ids`.
  var idEnds: [Int] = []
  /// Who was enrolled by lines that were left out, because they were recorded too late.
  var laterIDs = InternTable()
  /// Days since 1970-01-01.
  var dates: [Int32] = []
  var actions: [ParticipantAction] = []
  /// The rows that are withdrawals, each with its reason's number in `withdrawalReasons`.
  var withdrawals: [(row: Int, reason: Int)] = []
  var withdrawalReasons = InternTable()
  /// For each attribute and row, the value's number in `attributeNames`.
  var attributeValues: [[Int32]]
  var attributeNames: [InternTable]
  /// The line of each row, counted from the start of the piece.
  var lines: [Int] = []
  /// How many lines the piece has.
  package var lineCount = 0
  /// What was wrong, with lines counted from the start of the piece.
  package var problems: [Diagnostic] = []

  /// The day that a row is about.
  func date(_ row: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: Int(dates[row]))
  }

  init(attributes: Int) {
    attributeValues = Array(repeating: [], count: attributes)
    attributeNames = Array(repeating: InternTable(), count: attributes)
  }
}
