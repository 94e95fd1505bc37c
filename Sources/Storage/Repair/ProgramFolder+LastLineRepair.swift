import Records
import Text

extension ProgramFolder {
  /// Adds the missing line ending of a complete last line, and sets an incomplete one aside.
  /// - Returns: what was done; nil if there was nothing to do, or if the file does not start with
  ///   its header, so that the meaning of its lines is unknown.
  func mendLastLine(
    of file: StoreFile, _ program: Program, at moment: Timestamp
  ) throws(Problems) -> StoreNotice? {
    guard try startsWithHeader(file, program.settings) else { return nil }
    var open = try OpenStoreFile(file, in: self, program.settings, for: .appending)
    defer { open.close() }
    let isUnsealedWhole = try explained { () throws(FileError) in
      let line = try open.bytes(open.torn)
      let above = try open.lastSeal()
      return !line.isEmpty && above == nil && WholeLine.isWhole(line, of: file, program)
    }
    return isUnsealedWhole
      ? try open.addLineEnd() : try open.mendLastLine(self, at: moment)
  }

  private func startsWithHeader(
    _ file: StoreFile, _ settings: ProgramSettings
  ) throws(Problems) -> Bool {
    let header = LineWriter(schema: file.schema(settings), format: settings.store).header
    return try explained { () throws(FileError) in
      let handle = try files.open(path(of: file.name(settings.store)), .reading)
      defer { files.close(handle) }
      return try files.read(handle, from: 0, count: header.count, spare: 0) == header
    }
  }
}

/// Distinguishes an unsealed line that only lacks its line ending from one that was not written
/// completely. For a sealed line, the seal shows this.
enum WholeLine {
  /// True if a line has all parts of an unsealed line of the file, and they are valid.
  /// - Parameter line: the bytes without a line ending.
  static func isWhole(_ line: [UInt8], of file: StoreFile, _ program: Program) -> Bool {
    let seal = LineSeal(line[...], SealPlace(program.settings.store))
    guard seal.isMissing else { return false }
    var bytes = line + [ASCII.lineFeed] + [UInt8](repeating: 0, count: ByteWord.size)
    let lines = 0..<line.count + 1
    let name = file.name(program.settings.store)
    switch file {
    case .participants:
      let reader = ParticipantEventReader(
        settings: program.settings, participant: nil, file: name)
      let reading = reader.read(&bytes, lines: lines)
      return reading.problems.isEmpty && reading.lines.count + reading.fileEvents.count == 1
    case .scores:
      guard let participant = participant(of: bytes, program.settings.store) else { return false }
      let reader = AssessmentReader(program: program, participant: participant, file: name)
      let reading = reader.read(&bytes, lines: lines)
      return reading.problems.isEmpty && reading.lines.count + reading.fileEvents.count == 1
    }
  }

  /// Returns the participant of a line of the scores file; nil if its fields cannot be found.
  private static func participant(of line: [UInt8], _ format: LineFormat) -> ParticipantID? {
    var bytes = line
    var start = 0
    var fields = LineFields(columns: StoreSchema.scores.columns.count)
    let scanner = LineScanner(schema: StoreSchema.scores, format: format)
    guard scanner.scan(&bytes, from: &start, into: &fields) == .fields else { return nil }
    // The participant is the first field.
    return ParticipantID(rawValue: String(decoding: bytes[fields[0]], as: UTF8.self))
  }
}
