import Records
import Text

/// Adds lines to a store while no other process can.
///
/// All lines that are added count together, once they are on the disk, or none of them does:
/// wherever a call fails or the process is killed. One line is written directly. Several are
/// written under a note (`UnfinishedEntries`), without which they would not count together.
package struct StoreWriter {
  let folder: ProgramFolder
  let settings: ProgramSettings
  /// Notices about what was found and done when the files were opened.
  package private(set) var notices: [StoreNotice] = []
  /// The open files. Each is opened once, and again only if it was rewritten.
  private var files: [StoreFile: OpenStoreFile] = [:]
  /// The lines that were added and are not in the files yet, without seals.
  private var waiting: [StoreFile: [UInt8]] = [:]
  /// The note under which some lines are already in the files; nil if there are none.
  private var unfinished: UnfinishedEntries?
  /// True if a part of the work is already done and stays done, even if the rest fails.
  package var hasDonePart = false

  fileprivate init(folder: ProgramFolder, settings: ProgramSettings) {
    self.folder = folder
    self.settings = settings
  }

  /// Adds a line about a participant. As for every line, what is read through the writer does not
  /// contain it before `commit`.
  package mutating func append(_ event: ParticipantEvent) throws(Problems) {
    try append(event.values, to: .participants)
  }

  /// Adds a line about an assessment.
  package mutating func append(_ assessment: Assessment) throws(Problems) {
    try append(assessment.values, to: .scores)
  }

  /// Adds lines about assessments.
  package mutating func append(_ assessments: [Assessment]) throws(Problems) {
    for assessment in assessments { try append(assessment) }
  }

  /// Sets aside what a killed command left unfinished, adds the missing line ending of a complete
  /// last line, and moves an incomplete one to `recovered/`.
  fileprivate mutating func mend(at moment: Timestamp) throws(Problems) {
    try folder.setUnfinishedEntriesAside(at: moment, &notices)
    try folder.requireUnchanged(settings)
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

  /// Adds many whole lines at once.
  /// - Parameter lines: lines without seals as `LineWriter` writes them, each with its line ending.
  package mutating func append(lines: [UInt8], to file: StoreFile) throws(Problems) {
    waiting[file, default: []] += lines
    if waiting.values.reduce(0, { $0 + $1.count }) > Self.mostWaiting { try writeUnderNote() }
  }

  /// Writes the lines that were added so far, all of them or none. They are on the disk when this
  /// returns; if it fails, `discard` must follow.
  package mutating func commit() throws(Problems) {
    if unfinished == nil, let (file, line) = onlyLine {
      var open = try open(file)
      try explained { () throws(FileError) in try open.append(line) }
      files[file] = open
      waiting = [:]
    } else if unfinished != nil || !waiting.isEmpty {
      try writeUnderNote()
      try removeNote()
    }
  }

  /// Takes back the lines that were added since the last commit.
  package mutating func discard() {
    waiting = [:]
    guard let unfinished else { return }
    self.unfinished = nil
    // If this fails, the note stays: none of the lines counts, and the next command that writes
    // sets them aside.
    try? cutBack(to: unfinished)
    for file in StoreFile.allCases { close(file) }
  }

  /// The line that was added, with its file, if it is the only one.
  private var onlyLine: (StoreFile, [UInt8])? {
    let count = waiting.values.reduce(0) { $0 + $1.count { $0 == ASCII.lineFeed } }
    return count == 1 ? waiting.first.map { ($0.key, $0.value) } : nil
  }

  /// Writes the waiting lines, after the note that they do not count yet.
  private mutating func writeUnderNote() throws(Problems) {
    if unfinished == nil {
      var sizes: [String: Int] = [:]
      for file in StoreFile.allCases {
        let open = try open(file)
        sizes[open.name] = open.lines.upperBound
      }
      let note = UnfinishedEntries(sizes: sizes)
      try explained { () throws(FileError) in try folder.note(note) }
      unfinished = note
    }
    for file in StoreFile.allCases {
      guard let lines = waiting.removeValue(forKey: file) else { continue }
      var open = try open(file)
      try explained { () throws(FileError) in try open.write(lines) }
      files[file] = open
    }
  }

  /// Removes the note once all lines are on the disk: from then on they count.
  private mutating func removeNote() throws(Problems) {
    guard let note = unfinished else { return }
    do throws(FileError) {
      for file in StoreFile.allCases {
        guard let open = files[file], open.lines.upperBound != note.sizes[open.name] else {
          continue
        }
        try folder.files.synchronize(open.handle)
      }
      try folder.removeUnfinishedEntries()
    } catch {
      // The note may be gone, but not yet from the disk. Without it, nothing can be taken back.
      guard (try? folder.noteAgain(note)) != nil else {
        unfinished = nil
        throw Problems(
          Diagnostic(
            "all lines are recorded and count, but may still be lost from the disk: \(error.why)"))
      }
      throw Problems(error.diagnostic)
    }
    unfinished = nil
  }

  private func cutBack(to note: UnfinishedEntries) throws(FileError) {
    for file in StoreFile.allCases {
      guard let open = files[file], let size = note.sizes[open.name] else { continue }
      try folder.files.truncate(open.handle, size)
      try folder.files.synchronize(open.handle)
    }
    try folder.removeUnfinishedEntries()
  }

  /// The bytes that wait in memory; more are written under the note at once.
  private static let mostWaiting = 1 << 20

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

  /// The extent of the store, without lines that are not committed.
  package mutating func extent() throws(Problems) -> StoreExtent {
    StoreExtent(try open(.participants), try open(.scores))
  }

  /// Returns the ids of all participants, for suggestions.
  package mutating func participantIDs(_ program: Program) throws(Problems) -> [String] {
    try folder.readParticipants(in: open(.participants), program).table.enrolledIDs
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
  /// Calls `body` with a writer while no other process can write to the program, and commits the
  /// lines that it added. If it throws, none of them counts.
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
        try writer.mend(at: moment)
        let result = try body(&writer)
        try writer.commit()
        return (result, writer.notices)
      } catch {
        writer.discard()
        // Lines that were set aside stay set aside, even if the rest failed.
        throw Problems(
          writer.notices.map(\.diagnostic)
            + (writer.hasDonePart ? error.afterAPart : error.diagnostics))
      }
    }
  }

  /// Throws a problem if another command has just replaced the settings.
  fileprivate func requireUnchanged(_ settings: ProgramSettings) throws(Problems) {
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
