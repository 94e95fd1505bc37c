import Text

/// The action of a line about a file itself.
package enum FileAction: String, Sendable, CaseIterable {
  /// Accepts lines that are not properly sealed.
  case accept
  /// Records settings with their old and new values.
  case settings
  /// Records that lines above it had no seals before.
  case migrate
  /// Records that damaged lines were set aside.
  case quarantine
  /// Records that lines were rewritten to erase a participant's id.
  case erase
}

/// A line of a file's history about the file itself: it names no participant.
package struct FileEvent: Sendable, Equatable {
  package let action: FileAction
  package let recordedAt: Timestamp
  package let recordedBy: String
  /// The text in the column `reason`: what was done, and why.
  package let text: String

  package init(_ action: FileAction, recordedAt: Timestamp, recordedBy: String, text: String) {
    self.action = action
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.text = text
  }

  /// The line's values in the order of the columns of either file; all but five are missing.
  package func values(_ schema: LineSchema) -> [String] {
    schema.columns.map { column in
      switch column.name {
      case "action": action.rawValue
      case "recorded_at": recordedAt.description
      case "recorded_by": recordedBy
      case "reason": text
      default: ""
      }
    }
  }
}
