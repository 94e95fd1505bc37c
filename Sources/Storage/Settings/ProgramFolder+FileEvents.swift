import Records
import Text

extension ProgramFolder {
  /// Returns the lines that record settings and existed at the moment in question, in order.
  package func settingsHistory(_ program: Program) throws(Problems) -> [FileEvent] {
    try settingsEvents(program.settings).filter { $0.recordedAt <= knownAt ?? .endOfTime }
  }

  /// Returns the lines of the participants file that record settings, in order. They are found by
  /// their first bytes; no other line is parsed, and no seal is verified.
  func settingsEvents(_ settings: ProgramSettings) throws(Problems) -> [FileEvent] {
    let open = try OpenStoreFile(.participants, in: self, settings, for: .reading)
    defer { open.close() }
    let reader = StoreFile.participants.eventReader(settings)
    let start = SealPlace(settings.store).startOfFileEvent
    var events: [FileEvent] = []
    try open.forEachPiece { buffer, piece in
      for line in Self.lines(in: buffer, piece.lines, startingWith: start) {
        if let event = reader.event(buffer[line]), event.action == .settings {
          events.append(event)
        }
      }
    }
    return events
  }

  /// Returns the ranges of the whole lines, without line endings, that start with the given bytes.
  private static func lines(
    in bytes: [UInt8], _ lines: Range<Int>, startingWith start: [UInt8]
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var line: Int? = lines.isEmpty || !bytes[lines].starts(with: start) ? nil : lines.lowerBound
    var position = lines.lowerBound
    while true {
      if let line {
        position = LineScanner.endOfLine(in: bytes, from: line) - 1
        found.append(line..<position)
      }
      let end = ByteSearch.first([ASCII.lineFeed] + start, in: bytes, position..<lines.upperBound)
      guard let end else { return found }
      line = end + 1
    }
  }
}
