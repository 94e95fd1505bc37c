import Records
import Text

extension ProgramFolder {
  /// The lines that record settings and were there at the moment that is asked about, in their
  /// order.
  package func settingsHistory(_ program: Program) throws(Problems) -> [FileEvent] {
    try settingsEvents(program.settings).filter { $0.recordedAt <= knownAt ?? .endOfTime }
  }

  /// The lines of the participants file that record settings, in their order. They are found by
  /// their first bytes; no other line is taken apart, and no seal is verified.
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

  /// The ranges, without line ends, of those of some whole lines that start with certain bytes.
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
