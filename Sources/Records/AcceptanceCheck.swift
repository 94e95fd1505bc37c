import Text

/// Checks a line that names no participant: it may be one of history about the file itself.
enum AcceptanceCheck {
  /// What is wrong with a line whose participant is not known, or that nothing is: `acceptance`.
  /// - Parameters:
  ///   - otherwise: what is wrong with a line that accepts nothing.
  ///   - columns: where such a line may hold something.
  static func fault(
    _ bytes: RawSpan, _ fields: LineFields, columns: AcceptanceColumns, memory: inout LineMemory,
    otherwise: RowFault
  ) -> RowFault {
    guard fields[0].isEmpty, isAcceptance(bytes, fields[columns.action]) else { return otherwise }
    do throws(RowFault) {
      for column in 0..<fields.count
      where !fields[column].isEmpty && !columns.holds(column, of: fields.count) {
        throw RowFault(.acceptanceOfMore, column: column)
      }
      _ = try FieldCheck.timestamp(bytes, fields, column: columns.recordedAt, memory: &memory)
      try FieldCheck.seal(bytes, fields, column: fields.count - 1)
      return RowFault(.acceptance, column: columns.action)
    } catch {
      return error
    }
  }

  private static func isAcceptance(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    range.count == Acceptance.action.utf8.count
      && zip(range, Acceptance.action.utf8).allSatisfy { bytes.byte(at: $0) == $1 }
  }
}

/// Where a line that accepts others may hold something, besides the seal in the last column.
struct AcceptanceColumns {
  let action: Int
  let recordedAt: Int
  let recordedBy: Int
  let reason: Int

  /// Whether something may stand in a column of so many.
  func holds(_ column: Int, of count: Int) -> Bool {
    [action, recordedAt, recordedBy, reason, count - 1].contains(column)
  }

  static let participants = AcceptanceColumns(
    action: ParticipantField.action, recordedAt: ParticipantField.recordedAt,
    recordedBy: ParticipantField.recordedBy, reason: ParticipantField.reason)
  static let scores = AcceptanceColumns(
    action: ScoreField.action, recordedAt: ScoreField.recordedAt,
    recordedBy: ScoreField.recordedBy, reason: ScoreField.reason)
}
