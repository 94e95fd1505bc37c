import Records
import Text

extension BackupNote {
  private static let schema = "outcomes.backup/1"

  fileprivate var json: JSONValue {
    .object([
      "schema": .string(Self.schema), "at": .string(at.description), "by": .string(by),
      "file": .string(file),
    ])
  }

  /// Nil for a document that is not such a note.
  fileprivate init?(_ json: JSONValue, file name: String) {
    var reader = JSONObjectReader(json, file: name)
    let (schema, at) = (reader.string("schema"), reader.string("at"))
    let (by, file) = (reader.string("by"), reader.string("file"))
    guard reader.problems.isEmpty, schema == Self.schema, let moment = Timestamp(at) else {
      return nil
    }
    self.init(at: moment, by: by, file: file)
  }
}

extension ProgramFolder {
  static let backupNoteName = "last-backup.json"

  /// Notes a backup in the folder.
  package func note(_ backup: BackupNote) throws(Problems) {
    let text = JSONWriter.pretty(backup.json) + "\n"
    try FileReplacement.make(path(of: Self.backupNoteName), files) { file throws(Problems) in
      try file.write(Array(text.utf8))
    }
  }

  /// Returns the last backup that was noted by the moment as of which the folder is known; nil if
  /// there is none, or if the file is no such note.
  package func lastBackup() throws(Problems) -> BackupNote? {
    let path = path(of: Self.backupNoteName)
    let bytes = try explained { () throws(FileError) -> [UInt8]? in
      try files.status(path) == nil ? nil : try files.readAll(path)
    }
    guard let bytes, let json = try? JSONDocument.parse(bytes, file: Self.backupNoteName),
      let note = BackupNote(json, file: Self.backupNoteName),
      note.at <= knownAt ?? .endOfTime
    else { return nil }
    return note
  }
}
