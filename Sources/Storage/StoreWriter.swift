import Records
import Text

/// Adds lines to a store, while nobody else does.
///
/// A line counts as written only when it is on the disk. Whoever fails leaves the file as it was.
package struct StoreWriter {
  let folder: ProgramFolder
  let settings: ProgramSettings
  /// What was found and done when the files were opened.
  package private(set) var notices: [StoreNotice] = []

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

  /// Moves an incomplete last line out of the way, wherever there is one.
  package mutating func setTornLinesAside(at moment: Timestamp) throws(Problems) {
    for file in StoreFile.allCases {
      let open = try OpenStoreFile(file, in: folder, settings, for: .appending)
      defer { folder.files.close(open.handle) }
      guard !open.torn.isEmpty else { continue }
      notices.append(try open.setTornLineAside(folder, at: moment))
    }
  }

  /// Adds a line of history about a file itself.
  package mutating func append(_ acceptance: Acceptance, to file: StoreFile) throws(Problems) {
    try append(acceptance.values(file.schema(settings)), to: file)
  }

  /// Adds whole lines, many at a time, and seals them.
  /// - Parameter lines: lines without seals as `LineWriter` writes them, each with its line end.
  package mutating func append(lines: [UInt8], to file: StoreFile) throws(Problems) {
    let open = try OpenStoreFile(file, in: folder, settings, for: .appending)
    defer { folder.files.close(open.handle) }
    try explained { () throws(FileError) in
      let above = try open.lastSeal(folder.files, settings.store)
      var chain = SealChain(settings.store, after: above)
      try folder.files.append(chain.sealed(lines), to: open.handle)
    }
  }

  private mutating func append(_ values: [String], to file: StoreFile) throws(Problems) {
    var bytes: [UInt8] = []
    LineWriter(schema: file.schema(settings), format: settings.store).append(values, to: &bytes)
    try append(lines: bytes, to: file)
  }
}

extension ProgramFolder {
  /// Gives `body` a writer while this process alone may write to the program.
  /// - Parameters:
  ///   - moment: now, for the name of what is set aside.
  ///   - waiting: is called once when somebody else has been writing for a second.
  /// - Throws: `Problems`, of `body` too, and where somebody else writes for too long.
  package func write<Result>(
    _ settings: ProgramSettings, at moment: Timestamp, waiting: () -> Void,
    _ body: (inout StoreWriter) throws(Problems) -> Result
  ) throws(Problems) -> (Result, [StoreNotice]) {
    try alone(waiting: waiting) { () throws(Problems) in
      var writer = StoreWriter(folder: self, settings: settings)
      do throws(Problems) {
        try writer.setTornLinesAside(at: moment)
        let result = try body(&writer)
        return (result, writer.notices)
      } catch {
        // What was set aside has happened, although the rest did not.
        throw Problems(writer.notices.map(\.diagnostic) + error.diagnostics)
      }
    }
  }
}
