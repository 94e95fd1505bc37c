/// A note in the program folder about the last backup that was made of it. It says where the backup
/// was written, and not whether it is still there.
package struct BackupNote: Sendable, Equatable {
  package let at: Timestamp
  package let by: String
  /// The absolute path of the backup.
  package let file: String

  package init(at: Timestamp, by: String, file: String) {
    self.at = at
    self.by = by
    self.file = file
  }
}
