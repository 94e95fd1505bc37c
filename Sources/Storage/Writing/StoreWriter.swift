import Records
import Text

/// Adds lines to a store while no other process can.
///
/// A line counts as written only once it is on the disk. A failed write leaves the file as it was.
package struct StoreWriter {
  let folder: ProgramFolder
  let settings: ProgramSettings
  /// Notices about what was found and done when the files were opened.
  package private(set) var notices: [StoreNotice] = []
  /// The open files. Each is opened once, and again only if it was rewritten.
  private var files: [StoreFile: OpenStoreFile] = [:]
  /// True if a part of the work is already done and stays done, even if the rest fails.
  package var hasDonePart = false

  fileprivate init(folder: ProgramFolder, settings: ProgramSettings) {
    self.folder = folder
    self.settings = settings
  }

  /// Adds a line about a participant.
  package mutating func append(_ event: ParticipantEvent) throws(Problems) {
    try append(event.values, to: .participants)
  }

  /// Adds a line about an assessment.
  package mutating func append(_ assessment: Assessment) throws(Problems) {
    try append(assessment.values, to: .scores)
  }

  /// Adds lines about assessments with one call.
  package mutating func append(_ assessments: [Assessment]) throws(Problems) {
    var bytes: [UInt8] = []
    let writer = LineWriter(schema: StoreSchema.scores, format: settings.store)
    for assessment in assessments { writer.append(assessment.values, to: &bytes) }
    try append(lines: bytes, to: .scores)
  }

  /// Adds the missing line ending of a complete last line, and moves an incomplete one to
  /// `recovered/`.
  package mutating func mendLastLines(at moment: Timestamp) throws(Problems) {
    for file in StoreFile.allCases {
      var open = try open(file)
      if let notice = try open.mendLastLine(folder, at: moment) { notices.append(notice) }
      files[file] = open
    }
  }

  /// Adds a line of history about a file itself.
  package mutating func append(_ event: FileEvent, to file: StoreFile) throws(Problems) {
    try append(event.values(file.schema(settings)), to: file)
  }

  /// Adds many whole lines at once, and seals them.
  /// - Parameter lines: lines without seals as `LineWriter` writes them, each with its line ending.
  package mutating func append(lines: [UInt8], to file: StoreFile) throws(Problems) {
    var open = try open(file)
    try explained { () throws(FileError) in try open.append(lines) }
    files[file] = open
  }

  /// Returns the events of a participant in the order of the file; empty for an unknown id.
  package mutating func events(
    of participant: ParticipantID, _ program: Program
  ) throws(Problems) -> [ParticipantEvent] {
    try folder.events(of: participant, in: open(.participants), program)
  }

  /// Returns the assessments of a participant in the order of the file.
  package mutating func assessments(
    of participant: ParticipantID, _ program: Program
  ) throws(Problems) -> [Assessment] {
    try folder.assessments(of: participant, in: open(.scores), program)
  }

  /// Returns the ids of all participants, for suggestions.
  package mutating func participantIDs(_ program: Program) throws(Problems) -> [String] {
    try folder.readParticipants(in: open(.participants), program).table.ids.texts
  }

  /// Returns a file that is open for reading and for adding lines.
  mutating func open(_ file: StoreFile) throws(Problems) -> OpenStoreFile {
    if let open = files[file] { return open }
    let opened = try OpenStoreFile(file, in: folder, settings, for: .appending)
    files[file] = opened
    return opened
  }

  /// Closes a file that was rewritten, because the open handle is that of the replaced file.
  mutating func close(_ file: StoreFile) {
    files.removeValue(forKey: file)?.close()
  }

  private mutating func append(_ values: [String], to file: StoreFile) throws(Problems) {
    var bytes: [UInt8] = []
    LineWriter(schema: file.schema(settings), format: settings.store).append(values, to: &bytes)
    try append(lines: bytes, to: file)
  }
}

extension Problems {
  /// The same problems for a command that has already done a part of its work.
  var afterAPart: [Diagnostic] {
    diagnostics.map { diagnostic in
      var changed = diagnostic
      changed.remedy = "what was already done stays; run the same command again for the rest"
      return changed
    }
  }
}

extension ProgramFolder {
  /// Calls `body` with a writer while no other process can write to the program.
  /// - Parameters:
  ///   - moment: the current time, for the names of files that are set aside.
  ///   - waiting: called once if another process has been writing for a second.
  /// - Throws: any problem of `body`, and a problem if another process writes for too long.
  package func write<Result>(
    _ settings: ProgramSettings, at moment: Timestamp, waiting: () -> Void,
    _ body: (inout StoreWriter) throws(Problems) -> Result
  ) throws(Problems) -> (Result, [StoreNotice]) {
    try alone(waiting: waiting) { () throws(Problems) in
      var writer = StoreWriter(folder: self, settings: settings)
      defer { for file in StoreFile.allCases { writer.close(file) } }
      do throws(Problems) {
        try requireUnchanged(settings)
        try writer.mendLastLines(at: moment)
        let result = try body(&writer)
        return (result, writer.notices)
      } catch {
        // Lines that were set aside stay set aside, even if the rest failed.
        throw Problems(
          writer.notices.map(\.diagnostic)
            + (writer.hasDonePart ? error.afterAPart : error.diagnostics))
      }
    }
  }

  /// Throws a problem if another command has just replaced the settings.
  private func requireUnchanged(_ settings: ProgramSettings) throws(Problems) {
    // A new program gets its settings last.
    let isThere = try explained { () throws(FileError) in
      try files.status(path(of: Self.settingsName)) != nil
    }
    guard isThere else { return }
    try settlePendingSettings()
    guard try self.settings() != settings else { return }
    throw Problems(
      Diagnostic(
        "the settings of this program were changed while this command was running",
        remedy: "run it again; nothing was changed"))
  }
}
