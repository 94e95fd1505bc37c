import Records
import Text

/// A store file that was opened and checked at both ends.
struct OpenStoreFile: Sendable {
  /// The name of the file in the folder.
  let name: String
  let files: FileSystem
  let handle: FileSystem.Handle
  let format: LineFormat
  /// The range from the first line after the header to the end of the last whole line.
  var lines: Range<Int>
  /// True if the last of these lines has no line ending; its seal proves that it is otherwise
  /// complete.
  var lacksLineEnd: Bool
  /// The bytes after the last line ending: a line that was not written completely and therefore
  /// never acknowledged. Empty in an intact file.
  var torn: Range<Int>
  /// The number of the first line in `lines`.
  let firstLine: Int

  /// Opens a file of the store, which the caller closes with `close`.
  /// - Throws: a problem if the file cannot be read or its header does not match the schema.
  init(
    _ file: StoreFile, in folder: ProgramFolder, _ settings: ProgramSettings,
    for purpose: FileSystem.Purpose
  ) throws(Problems) {
    let files = folder.files
    guard purpose != .reading else {
      let snapshot = try StoreSnapshot([file], in: folder, settings)
      try self.init(snapshot.files[0], in: folder, settings)
      return
    }
    // Only one process writes at a time, and it has set aside what another one left unfinished.
    let path = folder.path(of: file.name(settings.store))
    let opened = try explained { () throws(FileError) in
      let handle = try files.open(path, purpose)
      do throws(FileError) {
        return StoreSnapshot.File(file: file, handle: handle, size: try files.size(handle))
      } catch {
        files.close(handle)
        throw error
      }
    }
    try self.init(opened, in: folder, settings)
  }

  /// Checks an open file at both ends. If that fails, the file is closed.
  init(
    _ opened: StoreSnapshot.File, in folder: ProgramFolder, _ settings: ProgramSettings
  ) throws(Problems) {
    let files = folder.files
    let (file, handle, size) = (opened.file, opened.handle, opened.size)
    let name = file.name(settings.store)
    let schema = file.schema(settings)
    let hasHeader = settings.store.hasHeader
    do throws(Problems) {
      let end = try explained { () throws(FileError) in
        try Self.endOfLastLine(files, handle, size: size)
      }
      let header = hasHeader ? schema.header.utf8.count + 1 : 0
      if hasHeader {
        let start = try explained { () throws(FileError) in
          try files.read(handle, from: 0, count: min(size, header + Self.headerSlack), spare: 0)
        }
        let found = Array(start.prefix { $0 != ASCII.lineFeed })
        let problem = HeaderProblem.diagnostic(
          found, isCutOff: end == 0, schema: schema, file: name)
        if let problem {
          throw Problems(folder.spreadsheetFinding(file, header: found, settings) ?? problem)
        }
      }
      self.name = name
      self.files = files
      self.handle = handle
      format = settings.store
      let whole = min(header, end)..<end
      lacksLineEnd = try explained { () throws(FileError) in
        try Self.isSealed(files, handle, tail: end..<size, after: whole, settings.store)
      }
      torn = (lacksLineEnd ? size : end)..<size
      lines = whole.lowerBound..<torn.lowerBound
      firstLine = hasHeader ? 2 : 1
    } catch {
      files.close(handle)
      throw error
    }
  }

  func close() { files.close(handle) }

  /// Returns the end of the last whole line, searching from the end of the file.
  static func endOfLastLine(
    _ files: FileSystem, _ handle: FileSystem.Handle, size: Int
  ) throws(FileError) -> Int {
    var end = size
    while end > 0 {
      let start = max(0, end - tailSize)
      let tail = try files.read(handle, from: start, count: end - start, spare: 0)
      if let last = tail.lastIndex(of: ASCII.lineFeed) { return start + last + 1 }
      end = start
    }
    return 0
  }

  /// True if the bytes after the last line ending are a line with a correct seal.
  private static func isSealed(
    _ files: FileSystem, _ handle: FileSystem.Handle, tail: Range<Int>, after lines: Range<Int>,
    _ format: LineFormat
  ) throws(FileError) -> Bool {
    guard !tail.isEmpty else { return false }
    let line = try files.read(handle, from: tail.lowerBound, count: tail.count, spare: 0)
    let above = try lastSeal(files, handle, lines, format)
    return LineSeal(line[...], SealPlace(format)).follows(above)
  }

  private static let tailSize = 1 << 12
  /// The bytes read beyond the expected header, so that a longer one can be shown.
  private static let headerSlack = 200
}

extension OpenStoreFile {
  /// Returns notices about the file for the user.
  func notices() throws(Problems) -> [StoreNotice] {
    if lacksLineEnd { return [.lineEndMissing(file: name)] }
    guard !torn.isEmpty else { return [] }
    let text = try explained { () throws(FileError) in try self.text(of: torn) }
    return [.tornLineIgnored(file: name, text: text)]
  }

  /// The bytes at a range of the file as text.
  func text(of range: Range<Int>) throws(FileError) -> String {
    String(decoding: try bytes(range), as: UTF8.self)
  }

  /// The bytes at a range of the file.
  func bytes(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    try files.read(handle, from: range.lowerBound, count: range.count, spare: 0)
  }
}
