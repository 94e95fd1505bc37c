import Records
import Text

/// The result of rewriting a program's files.
package struct ErasureSummary: Sendable, Equatable {
  /// The number of lines of the store files that were changed.
  package let lines: Int
  /// The number of lines that were removed from files in `recovered/`.
  package let recoveredLines: Int
  /// The number of forms whose reasons were removed from the lines of other participants.
  package let misfiledForms: Int
  /// The names of files that still name the participant and that people have to look at.
  package let remaining: [String]
  /// The names of files that cannot be read, so that it is not known whether they do.
  package let unread: [String]

  package init(
    lines: Int = 0, recoveredLines: Int = 0, misfiledForms: Int = 0, remaining: [String] = [],
    unread: [String] = []
  ) {
    self.lines = lines
    self.recoveredLines = recoveredLines
    self.misfiledForms = misfiledForms
    self.remaining = remaining
    self.unread = unread
  }
}

extension StoreWriter {
  /// Rewrites every file of the program so that none names an erased participant any longer.
  ///
  /// What was added before counts already. The files are replaced one after the other, the
  /// participants last: with each, the numbers stay the same, and a command that is killed in
  /// between is continued by running it again.
  /// - Parameters:
  ///   - misfiled: the participant's forms that were filed under other ids first.
  ///   - event: makes the line that records the rewriting, from its text.
  package mutating func erase(
    _ erasure: Erasure, _ misfiled: [MisfiledForm], event: (_ text: String) -> FileEvent
  ) throws(Problems) -> ErasureSummary {
    try commit()
    hasDonePart = true
    do throws(Problems) {
      let recovered = try folder.eraseRecovered(erasure)
      let lines =
        try rewrite(.scores, erasure, misfiled, event)
        + rewrite(.participants, erasure, [], event)
      let (remaining, unread) = try folder.filesNaming(erasure)
      return ErasureSummary(
        lines: lines, recoveredLines: recovered, misfiledForms: misfiled.count,
        remaining: remaining, unread: unread)
    } catch {
      throw Problems(error.afterAPart)
    }
  }

  private mutating func rewrite(
    _ file: StoreFile, _ erasure: Erasure, _ misfiled: [MisfiledForm],
    _ event: (_ text: String) -> FileEvent
  ) throws(Problems) -> Int {
    let files = folder.files
    let open = try open(file)
    defer { close(file) }
    return try FileReplacement.make(folder.path(of: open.name), files) { new throws(Problems) in
      let header = FileBytes(files: files, handle: open.handle, range: 0..<open.lines.lowerBound)
      try header.forEachPiece(new.write)
      var lines = ErasedLines(erasure, misfiled, file, settings)
      try open.forEachPiece { buffer, piece throws(Problems) in
        try new.write(lines.rewritten(buffer[piece.lines]))
      }
      let number = lines.changed == 1 ? "1 line" : "\(lines.changed) lines"
      try new.write(
        lines.line(event("rewrote \(number) for \(erasure.code) and sealed all lines again")))
      return lines.changed
    }
  }
}

extension ProgramFolder {
  /// Removes the lines that name the participant from the files in `recovered/`.
  /// - Returns: the number of lines removed.
  fileprivate func eraseRecovered(_ erasure: Erasure) throws(Problems) -> Int {
    let recovered = path(of: Self.recoveredName)
    let names = try explained { () throws(FileError) in
      try files.status(recovered)?.kind == .folder ? try files.list(recovered).sorted() : []
    }
    var removed = 0
    for name in names {
      let path = "\(recovered)/\(name)"
      let bytes = try explained { () throws(FileError) in try files.readAll(path) }
      let lines = bytes.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
      func isConcerned(_ line: ArraySlice<UInt8>) -> Bool {
        erasure.mayBeNamed(in: String(decoding: line, as: UTF8.self))
      }
      let found = lines.count(where: isConcerned)
      guard found > 0 else { continue }
      let kept = lines.map { isConcerned($0) ? Array(Erasure.removed.utf8)[...] : $0 }
      try FileReplacement.make(path, files) { new throws(Problems) in
        try new.write(Array(kept.joined(separator: [ASCII.lineFeed])))
      }
      removed += found
    }
    return removed
  }

  /// Returns the paths of the files in the program folder, and in every folder in it, that name the
  /// participant: in their own name or in what they hold. Exports and forms may have been written
  /// there.
  fileprivate func filesNaming(
    _ erasure: Erasure
  ) throws(Problems) -> (found: [String], unread: [String]) {
    var (found, unread): ([String], [String]) = ([], [])
    var open = [""]
    while let folder = open.popLast() {
      let names = try explained { () throws(FileError) in try files.list(path(of: folder)) }
      for name in names.sorted() {
        let place = folder.isEmpty ? name : "\(folder)/\(name)"
        switch (try? files.status(path(of: place)))?.kind {
        case .folder: open.append(place)
        case .file:
          guard let bytes = try? files.readAll(path(of: place)) else {
            unread.append(place)
            continue
          }
          if erasure.names(name.utf8) || erasure.names(bytes) { found.append(place) }
        case .symbolicLink, .other, nil: break
        }
      }
    }
    return (found, unread)
  }
}
