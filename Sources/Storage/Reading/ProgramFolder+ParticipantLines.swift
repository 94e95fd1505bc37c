import Records
import Text

extension ProgramFolder {
  /// Returns the events of a participant in the order of the file; empty for an unknown id.
  package func events(
    of participant: ParticipantID, _ program: Program
  ) throws(Problems) -> [ParticipantEvent] {
    let open = try OpenStoreFile(.participants, in: self, program.settings, for: .reading)
    defer { open.close() }
    return try events(of: participant, in: open, program)
  }

  /// Returns the assessments of a participant in the order of the file.
  package func assessments(
    of participant: ParticipantID, _ program: Program
  ) throws(Problems) -> [Assessment] {
    let open = try OpenStoreFile(.scores, in: self, program.settings, for: .reading)
    defer { open.close() }
    return try assessments(of: participant, in: open, program)
  }

  /// Returns a participant's lines in both files, as they were at one moment; empty for an unknown
  /// id.
  package func lines(
    of participant: ParticipantID, _ program: Program
  ) throws(Problems) -> ParticipantLines {
    let open = try OpenStore(self, program.settings)
    defer { open.close() }
    return ParticipantLines(
      events: try events(of: participant, in: open.participants, program),
      assessments: try assessments(of: participant, in: open.scores, program))
  }

  /// Returns the events of a participant in the open participants file.
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
    // The place of a short line in the file shows whether it is old or damaged.
    if lacksColumns {
      let uneven = try readParticipants(in: open, program).unevenLines
      guard uneven.isEmpty else { throw Problems(uneven) }
    }
    return events
  }

  /// Returns the assessments of a participant in the open scores file.
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

  /// Returns the ids of all participants enrolled by then, for suggestions.
  package func participantIDs(_ program: Program) throws(Problems) -> [String] {
    try participants(program).enrolledIDs
  }

  /// Reads all participants enrolled by then from the lines that can be read.
  package func participants(_ program: Program) throws(Problems) -> ParticipantColumns {
    try readParticipants(program).table
  }

  /// Passes on the lines that may be about a participant, one at a time, each followed by spare
  /// bytes. No other lines are parsed.
  private func forEachLine(
    of participant: ParticipantID, in open: OpenStoreFile, _ settings: ProgramSettings,
    _ body: (inout [UInt8]) -> [Diagnostic]
  ) throws(Problems) {
    let wanted = LinesAbout(participant, settings.store)
    var problems: [Diagnostic] = []
    // The number of lines before a byte of the file; lines are counted from there on.
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

/// Finds the lines that may contain a participant's id.
private struct LinesAbout {
  /// Such a line contains one of these: the id itself or, in JSON, a backslash, because an escape
  /// may stand for any letter of the id.
  private let needles: [[UInt8]]

  init(_ participant: ParticipantID, _ format: LineFormat) {
    let id = Array(participant.rawValue.utf8)
    needles = format == .csv ? [id] : [id, [ASCII.backslash]]
  }

  /// Returns the ranges of the whole lines in `lines` that contain a needle.
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
