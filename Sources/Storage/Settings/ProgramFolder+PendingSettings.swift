import Records
import Text

/// Settings that are about to replace `program.json`.
///
/// They are first written to a file of their own. The line in the participants file that records
/// them decides: once it is written, they count, and the file replaces the old one; until then they
/// do not. A command that is killed at any moment therefore leaves either the old settings or the
/// new ones.
extension ProgramFolder {
  package static let pendingName = "program.json.next"

  /// The name of the file with the settings that count.
  func countingSettingsName() throws(Problems) -> String {
    if let pending = try pendingBytes(), isRecorded(pending) { return Self.pendingName }
    return Self.settingsName
  }

  /// The bytes of the settings that count.
  func settingsBytes() throws(Problems) -> [UInt8] {
    let name = try countingSettingsName()
    return try explained { () throws(FileError) in try files.readAll(path(of: name)) }
  }

  /// Completes the change of a command that was killed: pending settings are moved into place if a
  /// line records them, and removed otherwise. The caller must hold the lock.
  func settlePendingSettings() throws(Problems) {
    guard let pending = try pendingBytes() else { return }
    if isRecorded(pending) { return try putPendingSettings() }
    try explained { () throws(FileError) in try files.remove(path(of: Self.pendingName)) }
  }

  /// Writes new settings, lets `record` write the line that records them, and replaces the old
  /// ones. The caller must hold the lock.
  func replaceSettings(
    with settings: ProgramSettings, record: () throws(Problems) -> Void
  ) throws(Problems) {
    let pending = path(of: Self.pendingName)
    let text = JSONWriter.pretty(settings.json) + "\n"
    try explained { () throws(FileError) in
      let old = try files.status(path(of: Self.settingsName))
      try files.create(pending) { handle throws(FileError) in
        try files.writeAll(Array(text.utf8), to: handle)
        if let old { try files.keepAccess(of: old, for: handle) }
      }
    }
    do throws(Problems) {
      try record()
    } catch {
      // The error may have occurred after the line was written.
      guard isRecorded(Array(text.utf8)) else {
        try? files.remove(pending)
        throw error
      }
      try putPendingSettings()
      let why = error.diagnostics.map(\.message).joined(separator: "; ")
      throw Problems(
        Diagnostic("the change is recorded and counts, but may still be lost from the disk: \(why)")
      )
    }
    try putPendingSettings()
  }

  private func putPendingSettings() throws(Problems) {
    do throws(FileError) {
      try files.rename(path(of: Self.pendingName), path(of: Self.settingsName))
      try files.synchronizeFolder(of: path(of: Self.settingsName))
    } catch {
      throw Problems(
        Diagnostic(
          "the change is recorded and counts, but \(Self.settingsName) could not be replaced:"
            + " \(error.why)",
          remedy: "the next command that writes to this program replaces it"))
    }
  }

  private func pendingBytes() throws(Problems) -> [UInt8]? {
    try explained { () throws(FileError) in
      try files.status(path(of: Self.pendingName)) == nil
        ? nil : try files.readAll(path(of: Self.pendingName))
    }
  }

  /// True if the participants file records these settings as its latest.
  private func isRecorded(_ bytes: [UInt8]) -> Bool {
    do throws(Problems) {
      let document = try JSONDocument.parse(bytes, file: Self.pendingName)
      let settings = try ProgramSettings(reading: document, file: Self.pendingName)
      let recorded = try recordedSettings(settings)
      return recorded?.has(settings) == true
    } catch {
      // Settings that are incomplete or do not fit the participants file are not recorded.
      return false
    }
  }
}
