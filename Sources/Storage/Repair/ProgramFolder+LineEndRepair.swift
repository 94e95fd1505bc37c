import Records
import Text

extension ProgramFolder {
  /// Removes a byte order mark and carriage returns from a file, after copying the original file to
  /// `recovered/`.
  /// - Returns: what was done; nil if there was nothing to do.
  func mendLineEnds(
    of file: StoreFile, _ settings: ProgramSettings, at moment: Timestamp
  ) throws(Problems) -> StoreNotice? {
    let name = file.name(settings.store)
    let found = try explained { () throws(FileError) in try files.open(path(of: name), .reading) }
    defer { files.close(found) }
    var look = LineEndFilter()
    try explained { () throws(FileError) in
      try files.forEachPart(of: found) { part in _ = look.filter(part) }
    }
    look.finish()
    guard look.foundSomething else { return nil }
    let kept = try keep(found, name, at: moment)
    try FileReplacement.make(path(of: name), files) { mended throws(Problems) in
      try writeFiltered(found, to: mended)
    }
    return .lineEndsMended(
      file: name, hadByteOrderMark: look.hadByteOrderMark, carriageReturns: look.carriageReturns,
      keptAs: kept)
  }

  private func writeFiltered(
    _ found: FileSystem.Handle, to mended: FileReplacement
  ) throws(Problems) {
    var filter = LineEndFilter()
    try explained { () throws(FileError) in
      try files.forEachPart(of: found) { part throws(FileError) in
        try mended.add(filter.filter(part))
      }
    }
  }

  /// Copies an open file to `recovered/`; the copy is on the disk when this returns.
  private func keep(
    _ found: FileSystem.Handle, _ name: String, at moment: Timestamp
  ) throws(Problems) -> String {
    try explained { () throws(FileError) in
      let copy = try freeNameInRecovered(moment.description.filter(\.isNumber), name)
      try files.create(path(of: copy)) { handle throws(FileError) in
        try files.forEachPart(of: found) { part throws(FileError) in
          try files.writeAll(part, to: handle)
        }
      }
      return copy
    }
  }
}
