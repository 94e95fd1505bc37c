import Records
import Text

extension ProgramFolder {
  /// What happened to a participant, in the order of the file; empty for an id that is unknown.
  package func events(
    of participant: ParticipantID, _ program: Program
  ) throws(Problems) -> [ParticipantEvent] {
    let open = try OpenStoreFile(.participants, in: self, program.settings, for: .reading)
    defer { open.close() }
    return try events(of: participant, in: open, program)
  }

  /// A participant's assessments, in the order of the file.
  package func assessments(
    of participant: ParticipantID, _ program: Program
  ) throws(Problems) -> [Assessment] {
    let open = try OpenStoreFile(.scores, in: self, program.settings, for: .reading)
    defer { open.close() }
    return try assessments(of: participant, in: open, program)
  }

  /// What happened to a participant, according to the open participants file.
  func events(
    of participant: ParticipantID, in open: OpenStoreFile, _ program: Program
  ) throws(Problems) -> [ParticipantEvent] {
    var events: [ParticipantEvent] = []
    var lacksColumns = false
    let reader = ParticipantEventReader(
      settings: program.settings, participant: participant, file: open.name, knownAt: knownAt)
    try forEachLine(of: participant, in: open, program.settings) { bytes in
      let found = reader.read(&bytes, lines: 0..<bytes.count - ByteWord.size)
      events += found.values
      lacksColumns = lacksColumns || found.lacksColumns
      return found.problems
    }
    // Whether a short line is an old one or a damaged one is told by its place in the file.
    if lacksColumns {
      let uneven = try readParticipants(in: open, program).unevenLines
      guard uneven.isEmpty else { throw Problems(uneven) }
    }
    return events
  }

  /// A participant's assessments, according to the open scores file.
  func assessments(
    of participant: ParticipantID, in open: OpenStoreFile, _ program: Program
  ) throws(Problems) -> [Assessment] {
    var assessments: [Assessment] = []
    let reader = AssessmentReader(
      program: program, participant: participant, file: open.name, knownAt: knownAt)
    try forEachLine(of: participant, in: open, program.settings) { bytes in
      let found = reader.read(&bytes, lines: 0..<bytes.count - ByteWord.size)
      assessments += found.values
      return found.problems
    }
    return assessments
  }

  /// The ids of everybody who was enrolled by then, to suggest a near miss.
  package func participantIDs(_ program: Program) throws(Problems) -> [String] {
    try participants(program).ids.texts
  }

  /// Everybody who was enrolled by then, as far as the lines can be read.
  package func participants(_ program: Program) throws(Problems) -> ParticipantColumns {
    try readParticipants(program).table
  }

  /// Hands on the lines that may be about a participant, one at a time with spare bytes behind it;
  /// nothing else of the file is taken apart.
  private func forEachLine(
    of participant: ParticipantID, in open: OpenStoreFile, _ settings: ProgramSettings,
    _ body: (inout [UInt8]) -> [Diagnostic]
  ) throws(Problems) {
    let wanted = LinesAbout(participant, settings.store)
    var problems: [Diagnostic] = []
    // How many lines stand before a byte of the file, of which the lines are counted from there on.
    var counted = (lines: open.firstLine - 1, byte: open.lines.lowerBound)
    try open.forEachPiece { buffer, piece throws(Problems) in
      for line in wanted.find(in: buffer, piece.lines) {
        var bytes = Array(buffer[line]) + [UInt8](repeating: 0, count: ByteWord.size)
        let found = body(&bytes)
        guard !found.isEmpty else { continue }
        let start = piece.offset + line.lowerBound - piece.lines.lowerBound
        counted.lines += try explained { () throws(FileError) in
          try LinePieces(open).lineCount(in: counted.byte..<start)
        }
        counted.byte = start
        problems += found.map { $0.movedDown(by: counted.lines) }
      }
    }
    guard problems.isEmpty else {
      throw Problems(recognizingSpreadsheets(in: problems, settings))
    }
  }
}

/// Finds the lines in which a participant's id may stand.
private struct LinesAbout {
  /// What such a line holds, one of these: the id as it is, or, in JSON, an escape, behind which
  /// any letter of the id may hide.
  private let needles: [[UInt8]]

  init(_ participant: ParticipantID, _ format: LineFormat) {
    let id = Array(participant.rawValue.utf8)
    needles = format == .csv ? [id] : [id, [ASCII.backslash]]
  }

  /// The ranges of those of the whole lines at `lines` in which a needle stands.
  func find(in bytes: [UInt8], _ lines: Range<Int>) -> [Range<Int>] {
    func first(_ needle: [UInt8], from position: Int) -> Int {
      ByteSearch.first(needle, in: bytes, position..<lines.upperBound) ?? lines.upperBound
    }
    var found: [Range<Int>] = []
    var position = lines.lowerBound
    var matches = needles.map { first($0, from: position) }
    while let match = matches.min(), match < lines.upperBound {
      let start = bytes[position..<match].lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? position
      position = LineScanner.endOfLine(in: bytes, from: match)
      found.append(start..<position)
      for (number, needle) in needles.enumerated() where matches[number] < position {
        matches[number] = first(needle, from: position)
      }
    }
    return found
  }
}
