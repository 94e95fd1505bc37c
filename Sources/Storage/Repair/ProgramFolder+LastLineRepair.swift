import Records
import Text

extension ProgramFolder {
  /// Gives a last line that is whole its missing line end, and sets aside one that is not.
  /// - Returns: what was done; nil where there was nothing to do, or where the file does not start
  ///   with its header, so that nobody knows what its lines are.
  func mendLastLine(
    of file: StoreFile, _ program: Program, at moment: Timestamp
  ) throws(Problems) -> StoreNotice? {
    guard try startsWithHeader(file, program.settings) else { return nil }
    let open = try OpenStoreFile(file, in: self, program.settings, for: .appending)
    defer { files.close(open.handle) }
    let isUnsealedWhole = try explained { () throws(FileError) in
      let line = try files.read(
        open.handle, from: open.torn.lowerBound, count: open.torn.count, spare: 0)
      let above = try open.lastSeal(files, program.settings.store)
      return !line.isEmpty && above == nil && WholeLine.isWhole(line, of: file, program)
    }
    return isUnsealedWhole
      ? try open.addLineEnd(files) : try open.mendLastLine(self, at: moment)
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
