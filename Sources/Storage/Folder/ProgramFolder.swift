import Instruments
import Records
import Text

/// The folder of a program: the paths of its files, and how the folder is found and created.
package struct ProgramFolder: Sendable {
  package static let settingsName = "program.json"
  package static let instrumentsName = "instruments"
  package static let recoveredName = "recovered"

  /// The path of the folder, absolute or as given.
  package let path: String
  package let files: FileSystem
  /// If set, lines that were recorded later are ignored when reading.
  package let knownAt: Timestamp?

  package init(path: String, files: FileSystem, knownAt: Timestamp? = nil) {
    self.path = path
    self.files = files
    self.knownAt = knownAt
  }

  /// The same folder as known at a moment; nil for the current state.
  package func asKnown(at moment: Timestamp?) -> ProgramFolder {
    ProgramFolder(path: path, files: files, knownAt: moment)
  }

  /// Returns the path of a file in the folder.
  package func path(of name: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// Finds the folder for a command.
  /// - Parameters:
  ///   - given: the value of `--store` or of the environment; nil to look in `current` and its
  ///     parents.
  ///   - current: the absolute path of the current folder.
  /// - Throws: a problem if there is no program, with what to do about it.
  package static func find(
    given: String?, current: String, files: FileSystem
  ) throws(Problems) -> ProgramFolder {
    if let given {
      let path = given.hasPrefix("/") ? given : "\(current)/\(given)"
      let folder = ProgramFolder(path: path, files: files)
      if try folder.holdsProgram() { return folder }
      throw Problems(
        Diagnostic(
          "there is no program in \(given): it has no \(settingsName)",
          remedy: "name a program folder, or create one with `outcomes init \(given)`"))
    }
    var place = current[...]
    while true {
      let folder = ProgramFolder(path: place.isEmpty ? "/" : String(place), files: files)
      if try folder.holdsProgram() { return folder }
      guard let slash = place.lastIndex(of: "/") else { break }
      place = place[..<slash]
    }
    throw Problems(
      Diagnostic(
        "there is no program here: neither \(current) nor a folder above it has \(settingsName)",
        remedy: "go to a program folder, name one with --store DIR, or create one with"
          + " `outcomes init DIR`"))
  }

  /// Creates the folder and its files, all of them or none. Nothing is overwritten.
  /// - Parameters:
  ///   - moment: the current time, for the line that records the settings.
  ///   - name: the name of the person who creates the program.
  package func create(
    _ settings: ProgramSettings, at moment: Timestamp, by name: String
  ) throws(Problems) {
    let staged = try StagedFolder(for: self)
    do throws(Problems) {
      try staged.folder.fill(settings, at: moment, by: name)
    } catch {
      staged.discard()
      throw error
    }
    try staged.publish()
  }

  /// Creates the files of a program in an empty folder.
  /// - Parameters:
  ///   - moment: the current time, for the line that records the settings.
  ///   - name: the name of the person who creates the program.
  package func fill(
    _ settings: ProgramSettings, at moment: Timestamp, by name: String
  ) throws(Problems) {
    try explained { () throws(FileError) in
      try files.makeDurableFolder(path(of: Self.instrumentsName))
      for file in StoreFile.allCases {
        let writer = LineWriter(schema: file.schema(settings), format: settings.store)
        let lines = file == .participants ? firstLines(settings, writer, at: moment, by: name) : []
        try files.create(path(of: file.name(settings.store)), writer.header + lines)
      }
      let text = JSONWriter.pretty(settings.json) + "\n"
      try files.create(path(of: Self.settingsName), Array(text.utf8))
    }
  }

  /// The line that records the settings of a new program; none if its schema does not require it.
  private func firstLines(
    _ settings: ProgramSettings, _ writer: LineWriter, at moment: Timestamp, by name: String
  ) -> [UInt8] {
    guard settings.schema.recordsSettings else { return [] }
    let entry = SettingsEntry(
      reason: "the program was made",
      changes: SettingsRecord().changes(to: SettingsRecord(settings)))
    let event = FileEvent(.settings, recordedAt: moment, recordedBy: name, text: entry.text)
    var lines: [UInt8] = []
    writer.append(event.values(writer.schema), to: &lines)
    var chain = SealChain(settings.store)
    return chain.sealed(lines)
  }

  /// Reads the program: its settings and every instrument that they name. For an earlier moment,
  /// these are the settings recorded at that time.
  package func load() throws(Problems) -> Program {
    let settings = try settings()
    guard let knownAt, let recorded = try recordedSettings(settings, at: knownAt) else {
      let available = BuiltInInstruments.all + (try ownInstruments())
      return try Program(settings: settings, available: available, file: Self.settingsName)
    }
    return try recorded.program(now: settings)
  }

  /// Reads the current settings.
  func settings() throws(Problems) -> ProgramSettings {
    let document = try JSONDocument.parse(try settingsBytes(), file: Self.settingsName)
    return try ProgramSettings(reading: document, file: Self.settingsName)
  }

  /// Reads the instruments that the program added, in the order of their file names.
  package func ownInstruments() throws(Problems) -> [Instrument] {
    var instruments: [Instrument] = []
    var problems: [Diagnostic] = []
    let names = try instrumentNames()
    guard names.count <= Self.mostInstruments else {
      throw Problems(
        Diagnostic(
          "\(Self.instrumentsName) contains \(names.count) files:"
            + " at most \(Self.mostInstruments) are read",
          remedy: "keep the instruments that the program uses, and move the others elsewhere"))
    }
    for name in names {
      let file = "\(Self.instrumentsName)/\(name)"
      do throws(Problems) {
        let document = try JSONDocument.parse(try read(file), file: file)
        let instrument = try Instrument(reading: document, file: file)
        if (BuiltInInstruments.all + instruments).contains(where: { $0.id == instrument.id }) {
          throw Problems(
            Diagnostic(
              "the id “\(instrument.id)” is taken by another instrument",
              at: SourceLocation(file: file, keyPath: "id"), remedy: "choose another id"))
        }
        instruments.append(instrument)
      } catch {
        problems += error.diagnostics
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return instruments
  }

  /// The maximum number of instruments of a program's own; each command reads all of them.
  private static let mostInstruments = 500

  private func instrumentNames() throws(Problems) -> [String] {
    try explained { () throws(FileError) in
      let folder = path(of: Self.instrumentsName)
      switch try files.status(folder)?.kind {
      case nil: return []
      case .folder: break
      case .symbolicLink: throw FileError(action: "list", path: folder, reason: .isLink)
      case .file, .other: throw FileError(action: "list", path: folder, reason: .notAFolder)
      }
      return try files.list(folder).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
    }
  }

  private func read(_ name: String) throws(Problems) -> [UInt8] {
    try explained { () throws(FileError) in try files.readAll(path(of: name)) }
  }

  /// - Throws: a problem if the folder is a symbolic link. Links higher up in the path are allowed.
  private func holdsProgram() throws(Problems) -> Bool {
    let place = try explained { () throws(FileError) in
      try files.status(path(of: Self.settingsName)) == nil
        ? nil : try files.status(pathWithoutSlash)
    }
    guard place?.kind != .symbolicLink else {
      throw Problems(
        Diagnostic(
          "the program folder \(path) is a symbolic link",
          remedy: "name the folder that it points to: links are not followed, for safety"))
    }
    return place != nil
  }

  /// The path without an ending that would make the system follow a link in its last component.
  var pathWithoutSlash: String {
    var rest = path[...]
    while rest.count > 1, rest.hasSuffix("/") || rest.hasSuffix("/.") { rest = rest.dropLast() }
    return String(rest)
  }
}
