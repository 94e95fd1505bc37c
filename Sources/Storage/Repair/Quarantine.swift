import Records
import Text

/// Sets aside the damaged lines of a file: those that cannot be read and are not properly sealed.
/// All other lines stay, byte for byte.
package struct Quarantine {
  let folder: ProgramFolder
  let program: Program
  let file: StoreFile
  /// The time, person and reason for the history.
  let stamp: Stamp

  /// The time, person and reason in a line about a file itself.
  package struct Stamp: Sendable {
    package let moment: Timestamp
    package let name: String
    package let reason: String

    package init(moment: Timestamp, name: String, reason: String) {
      self.moment = moment
      self.name = name
      self.reason = reason
    }
  }

  /// Consecutive lines that were removed.
  private struct Run {
    /// Their numbers before the removal.
    var lines: ClosedRange<Int>
    /// The number of the line after them in the new file.
    let next: Int

    var place: String {
      lines.count == 1
        ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)-\(lines.upperBound)"
    }
  }

  private var name: String { file.name(program.settings.store) }

  /// - Parameter damaged: the numbers of the lines in the file.
  /// - Returns: what was done.
  func setAside(_ damaged: Set<Int>) throws(Problems) -> [StoreNotice] {
    let files = folder.files
    let open = try OpenStoreFile(file, in: folder, program.settings, for: .reading)
    defer { open.close() }
    let copy = try keep(damaged, open)
    let runs = try FileReplacement.make(folder.path(of: name), files) { new throws(Problems) in
      let header = FileBytes(files: files, handle: open.handle, range: 0..<open.lines.lowerBound)
      try header.forEachPiece(new.write)
      var walk = SealWalk(file, program.settings, firstLine: open.firstLine)
      let place = SealPlace(program.settings.store)
      var runs: [Run] = []
      var next = open.firstLine
      try forEachPiece(open) { first, lines throws(Problems) in
        var kept: [UInt8] = []
        for (number, line) in zip(first..., lines) {
          if damaged.contains(number) {
            Self.add(number, before: next, to: &runs)
          } else {
            kept += line
            next += 1
          }
        }
        let count = kept.count
        try new.write(kept)
        kept += repeatElement(0, count: ByteWord.size)
        walk.add(SealPiece(kept, 0..<count, place, noted: []))
      }
      walk.finish()
      try new.write(history(of: runs, walk, copy))
      return runs
    }
    return runs.map { .linesSetAside(file: name, place: $0.place, movedTo: copy) }
  }

  private static func add(_ number: Int, before next: Int, to runs: inout [Run]) {
    if let last = runs.last, last.lines.upperBound == number - 1 {
      runs[runs.count - 1].lines = last.lines.lowerBound...number
    } else {
      runs.append(Run(lines: number...number, next: next))
    }
  }

  /// Returns the sealed lines that record what was set aside. If a line no longer follows from the
  /// one above because lines between them were removed, its digest is recorded, so that it counts
  /// as accepted.
  private func history(of runs: [Run], _ walk: SealWalk, _ copy: String) -> [UInt8] {
    let writer = LineWriter(schema: file.schema(program.settings), format: program.settings.store)
    var lines: [UInt8] = []
    for run in runs {
      let broken = walk.faults.first { $0.lines.contains(run.next) }
      let text = Acceptance.text(
        setAside: run.place, to: copy, digest: broken?.digest.description, reason: stamp.reason)
      let event = FileEvent(
        .quarantine, recordedAt: stamp.moment, recordedBy: stamp.name, text: text)
      writer.append(event.values(writer.schema), to: &lines)
    }
    var chain = SealChain(program.settings.store, after: walk.last)
    return chain.sealed(lines)
  }

  /// Copies the damaged lines to `recovered/`; the copy is on the disk when this returns.
  private func keep(_ damaged: Set<Int>, _ open: OpenStoreFile) throws(Problems) -> String {
    var bytes: [UInt8] = []
    try forEachPiece(open) { first, lines in
      for (number, line) in zip(first..., lines) where damaged.contains(number) { bytes += line }
    }
    return try explained { () throws(FileError) in
      let first = stamp.moment.description.filter(\.isNumber) + "-lines"
      let copy = try folder.freeNameInRecovered(first, name)
      try folder.files.create(folder.path(of: copy), bytes)
      return copy
    }
  }

  /// Passes on the lines of each piece of the file, with their line endings, and the number of the
  /// first.
  private func forEachPiece(
    _ open: OpenStoreFile, _ body: (Int, [ArraySlice<UInt8>]) throws(Problems) -> Void
  ) throws(Problems) {
    var number = open.firstLine
    try open.forEachPiece { buffer, piece throws(Problems) in
      var lines: [ArraySlice<UInt8>] = []
      var position = piece.lines.lowerBound
      while position < piece.lines.upperBound {
        let end = LineScanner.endOfLine(in: buffer, from: position)
        lines.append(buffer[position..<end])
        position = end
      }
      try body(number, lines)
      number += lines.count
    }
  }
}

extension Quarantine {
  /// Returns the numbers of the lines to set aside; empty if every line can be read or is properly
  /// sealed.
  ///
  /// A line about a participant whose enrollment is damaged is set aside with it, because no other
  /// line identifies the participant.
  func damagedLines() throws(Problems) -> Set<Int> {
    let unreadable = Set(try folder.unreadableLines(of: file, program))
    if unreadable.isEmpty { return [] }
    let faults = try folder.sealFaults(of: file, program.settings)
    let damaged = unreadable.filter { line in faults.contains { $0.lines.contains(line) } }
    return file == .participants && !damaged.isEmpty ? unreadable : damaged
  }
}
