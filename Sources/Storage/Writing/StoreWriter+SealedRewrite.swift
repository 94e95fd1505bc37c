import Records
import Text

extension StoreWriter {
  /// Writes a file without any seals anew, every line sealed and otherwise as it was, and one more
  /// that says so: nothing can tell whether the others were changed before.
  /// - Parameter event: makes that line, of what it is to say.
  /// - Returns: how many lines there were.
  /// - Throws: where a line has something in the place of a seal; then the file stays as it was.
  package func sealEveryLine(
    of file: StoreFile, event: (_ text: String) -> FileEvent
  ) throws(Problems) -> Int {
    let files = folder.files
    let open = try OpenStoreFile(file, in: folder, settings, for: .reading)
    defer { files.close(open.handle) }
    return try FileReplacement.make(folder.path(of: open.name), files) { new throws(Problems) in
      let header = FileBytes(files: files, handle: open.handle, range: 0..<open.lines.lowerBound)
      try header.forEachPiece(new.write)
      let pieces = LinePieces(files, open)
      let place = SealPlace(settings.store)
      var chain = SealChain(settings.store)
      var buffer: [UInt8] = []
      var count = 0
      for index in 0..<pieces.count {
        let piece = try explained { () throws(FileError) in try pieces.read(index, into: &buffer) }
        let lines = buffer[piece.lines].split(
          separator: ASCII.lineFeed, omittingEmptySubsequences: false)
        for line in lines.dropLast() where !place.isMissing(in: line) {
          throw Problems(Self.partlySealed(open.name))
        }
        count += max(0, lines.count - 1)
        try new.write(chain.sealed(Array(buffer[piece.lines])))
      }
      let last = open.firstLine + count - 1
      let lines = count == 1 ? "line \(last)" : "lines \(open.firstLine)-\(last)"
      var line: [UInt8] = []
      let writer = LineWriter(schema: file.schema(settings), format: settings.store)
      writer.append(
        event("sealed \(lines), which had no seals before").values(writer.schema), to: &line)
      try new.write(chain.sealed(line))
      return count
    }
  }

  /// Why a file cannot be sealed as a whole.
  package static func partlySealed(_ name: String) -> Diagnostic {
    Diagnostic(
      "some lines of \(name) are sealed and some are not: a person has to find out why",
      remedy: "see them with `outcomes check`; `outcomes check --accept --reason TEXT` keeps them")
  }
}
