import Records
import Text

extension StoreWriter {
  /// Replaces the program's settings, and records each change in the participants file.
  /// - Parameters:
  ///   - program: the program with its new settings.
  ///   - old: the settings that are recorded.
  ///   - event: makes the line that records the changes.
  /// - Returns: the changes; empty if there were none and nothing was written.
  package mutating func replaceSettings(
    of old: SettingsRecord, by program: Program, event: (_ changes: [SettingsChange]) -> FileEvent
  ) throws(Problems) -> [SettingsChange] {
    let changes = old.changes(to: SettingsRecord(program))
    guard !changes.isEmpty else { return [] }
    let line = event(changes)
    let needsHeader =
      program.settings.store.hasHeader && program.settings.attributes != settings.attributes
    try folder.replaceSettings(with: program.settings) { () throws(Problems) in
      if needsHeader {
        try addColumns(of: program.settings, recordedBy: line)
      } else {
        try append(line, to: .participants)
        try commit()
      }
    }
    return changes
  }

  /// Rewrites the participants file with columns for the added attributes in its header, all lines
  /// unchanged, and a line that records the change.
  private mutating func addColumns(
    of new: ProgramSettings, recordedBy event: FileEvent
  ) throws(Problems) {
    let files = folder.files
    let open = try open(.participants)
    defer { close(.participants) }
    let writer = LineWriter(schema: StoreFile.participants.schema(new), format: new.store)
    var line: [UInt8] = []
    writer.append(event.values(writer.schema), to: &line)
    try FileReplacement.make(folder.path(of: open.name), files) { file throws(Problems) in
      try file.write(writer.header)
      try FileBytes(files: files, handle: open.handle, range: open.lines).forEachPiece(file.write)
      let above = try explained { () throws(FileError) in
        try open.lastSeal()
      }
      var chain = SealChain(new.store, after: above)
      try file.write(chain.sealed(line))
    }
  }
}
