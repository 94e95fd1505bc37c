import Text

/// Checks lines that do not name a known participant: they may be about the file itself.
enum FileEventCheck {
  /// Returns the fault of a line whose participant is unknown: `fileEvent` if nothing is wrong with
  /// it.
  /// - Parameters:
  ///   - otherwise: the fault of a line that is not about the file.
  ///   - columns: the columns that a line about the file may use.
  static func fault(
    _ bytes: RawSpan, _ fields: LineFields, columns: FileEventColumns, memory: inout PreviousLine,
    otherwise: RowFault
  ) -> RowFault {
    guard fields[0].isEmpty, actions.number(of: bytes, fields[columns.action]) != nil else {
      return otherwise
    }
    do throws(RowFault) {
      for column in 0..<fields.count
      where !fields[column].isEmpty && !columns.holds(column, of: fields.count) {
        throw RowFault(.fileEventOfMore, column: column)
      }
      _ = try FieldCheck.timestamp(bytes, fields, column: columns.recordedAt, memory: &memory)
      try FieldCheck.seal(bytes, fields, column: fields.count - 1)
      return RowFault(.fileEvent, column: columns.action)
    } catch {
      return error
    }
  }

  private static let actions = InternTable(FileAction.allCases.map(\.rawValue))
}

/// The columns that a line about the file itself may use, besides the seal in the last column.
struct FileEventColumns: Sendable {
  let action: Int
  let recordedAt: Int
  let recordedBy: Int
  let reason: Int

  /// True if a column may have a value in a line with this number of columns.
  func holds(_ column: Int, of count: Int) -> Bool {
    [action, recordedAt, recordedBy, reason, count - 1].contains(column)
  }

  /// The event in a line with its fields at `fields` of `bytes`, which `FileEventCheck` recognized
  /// as a line about the file.
  func event(_ bytes: [UInt8], _ fields: LineFields) -> FileEvent? {
    func text(_ column: Int) -> String { String(decoding: bytes[fields[column]], as: UTF8.self) }
    guard let action = FileAction(rawValue: text(action)),
      let recordedAt = Timestamp(text(recordedAt))
    else { return nil }
    return FileEvent(
      action, recordedAt: recordedAt, recordedBy: text(recordedBy), text: text(reason))
  }

  static let participants = FileEventColumns(
    action: ParticipantField.action, recordedAt: ParticipantField.recordedAt,
    recordedBy: ParticipantField.recordedBy, reason: ParticipantField.reason)
  static let scores = FileEventColumns(
    action: ScoreField.action, recordedAt: ScoreField.recordedAt,
    recordedBy: ScoreField.recordedBy, reason: ScoreField.reason)
}
