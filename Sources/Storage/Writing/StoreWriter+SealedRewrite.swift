import Records
import Text

extension StoreWriter {
  /// Rewrites a file without seals so that every line is sealed and otherwise unchanged, and adds a
  /// line that records this, because nothing shows whether the lines were changed before.
  /// - Parameter event: makes that line from its text.
  /// - Returns: the number of lines that were sealed.
  /// - Throws: a problem if a line has something in the place of a seal; the file then stays as it
  ///   was.
  package mutating func sealEveryLine(
    of file: StoreFile, event: (_ text: String) -> FileEvent
  ) throws(Problems) -> Int {
    let files = folder.files
    let open = try open(file)
    defer { close(file) }
    return try FileReplacement.make(folder.path(of: open.name), files) { new throws(Problems) in
      let header = FileBytes(files: files, handle: open.handle, range: 0..<open.lines.lowerBound)
      try header.forEachPiece(new.write)
      let place = SealPlace(settings.store)
      var chain = SealChain(settings.store)
      var count = 0
      try open.forEachPiece { buffer, piece throws(Problems) in
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

  /// The reason why a file cannot be sealed as a whole.
  package static func partlySealed(_ name: String) -> Diagnostic {
    Diagnostic(
      "some lines of \(name) are sealed and some are not: a person has to find out why",
      remedy: "see them with `outcomes check`; `outcomes check --accept --reason TEXT` keeps them")
  }
}
