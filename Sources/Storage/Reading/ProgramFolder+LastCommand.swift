import Records
import Text

/// What a person entered last, and everything that is known of the participants it is about.
package struct LastCommand: Sendable {
  package let entry: Entry
  /// All lines of these participants.
  package let lines: [ParticipantID: ParticipantLines]
  /// The extent of the store at that moment.
  package let extent: StoreExtent
}

/// The size of both files of a store, which tells whether lines were added.
package struct StoreExtent: Sendable, Equatable {
  let participants: Int
  let scores: Int

  init(_ participants: OpenStoreFile, _ scores: OpenStoreFile) {
    self.participants = participants.lines.upperBound
    self.scores = scores.lines.upperBound
  }
}

extension ProgramFolder {
  /// Finds the lines that a person wrote with their last command, from the ends of the files.
  /// - Parameter name: the person, as in `recorded_by`.
  /// - Returns: nil if that person never wrote a line.
  /// - Throws: lines that cannot be read, and a problem if it is unclear which command was the
  ///   last.
  package func lastCommand(by name: String, _ program: Program) throws(Problems) -> LastCommand? {
    let open = try OpenStore(self, program.settings)
    defer { open.close() }
    let table = try readParticipants(in: open.participants, program).table
    let events = LineFile(participants: open.participants, program)
    let assessments = LineFile(scores: open.scores, table, program)
    let participants = try Self.lastLines(of: events, by: name)
    let scores = try Self.lastLines(of: assessments, by: name)
    let last = try Self.last(of: participants, scores)
    guard !last.isEmpty else { return nil }
    let entry = Entry(last)
    return LastCommand(
      entry: entry,
      lines: try lines(of: entry.participants, in: open, events, assessments, program),
      extent: StoreExtent(open.participants, open.scores))
  }

  /// Returns all lines of these participants. For many, both files are read once as a whole.
  private func lines(
    of participants: [ParticipantID], in open: OpenStore, _ events: LineFile,
    _ assessments: LineFile, _ program: Program
  ) throws(Problems) -> [ParticipantID: ParticipantLines] {
    var lines: [ParticipantID: ParticipantLines] = [:]
    guard participants.count > Self.mostSearches else {
      for id in participants {
        lines[id] = ParticipantLines(
          events: try self.events(of: id, in: open.participants, program),
          assessments: try self.assessments(of: id, in: open.scores, program))
      }
      return lines
    }
    for id in participants { lines[id] = ParticipantLines(events: [], assessments: []) }
    for file in [events, assessments] {
      var buffer: [UInt8] = []
      for index in 0..<file.pieces.count {
        for line in try file.lines(index, &buffer) {
          switch line {
          case .participant(let line):
            lines[line.value.participant]?.events.append(line.value)
          case .score(let line): lines[line.value.participant]?.assessments.append(line.value)
          case .file: break
          }
        }
      }
    }
    return lines
  }

  /// The most participants whose lines are searched for one by one.
  private static let mostSearches = 8

  /// Returns the lines of a file that a person wrote last with one command, in order.
  private static func lastLines(
    of file: LineFile, by name: String
  ) throws(Problems) -> [StoreLine] {
    var buffer: [UInt8] = []
    var found: [StoreLine] = []
    for index in (0..<file.pieces.count).reversed() {
      for line in try file.lines(index, &buffer).reversed() where line.recordedBy == name {
        if let first = found.last, !first.belongsTogether(with: line) { return found.reversed() }
        found.append(line)
      }
    }
    return found.reversed()
  }

  /// Returns the lines of both files that were written by the later command.
  private static func last(
    of participants: [StoreLine], _ scores: [StoreLine]
  ) throws(Problems) -> [StoreLine] {
    guard let event = participants.first else { return scores }
    guard let assessment = scores.first else { return participants }
    if event.belongsTogether(with: assessment) { return participants + scores }
    if event.recordedAt != assessment.recordedAt {
      return event.recordedAt > assessment.recordedAt ? participants : scores
    }
    // What was done to the files themselves is not taken back, whichever was the last.
    if case .file = event { return participants }
    if case .file = assessment { return scores }
    // Nobody can be assessed before being enrolled.
    if case .participant(let line) = event, line.value.action == .enroll { return scores }
    throw Problems(
      Diagnostic(
        "two commands wrote lines at \(event.recordedAt): \(event.action) and"
          + " \(assessment.action), and which was the last is not known",
        remedy: "take back the one that was wrong with `outcomes void`, `outcomes update` or"
          + " `outcomes enroll`"))
  }
}

/// An open file of a store, with a reader of all of its lines.
private struct LineFile {
  let pieces: LinePieces
  private let open: OpenStoreFile
  private let read: (inout [UInt8], Range<Int>) -> (lines: [StoreLine], problems: [Diagnostic])

  init(participants open: OpenStoreFile, _ program: Program) {
    self.open = open
    pieces = LinePieces(open)
    let reader = ParticipantEventReader(
      settings: program.settings, participant: nil, file: open.name)
    read = { bytes, lines in
      let reading = reader.read(&bytes, lines: lines)
      return (reading.inOrder, reading.problems)
    }
  }

  init(scores open: OpenStoreFile, _ table: ParticipantColumns, _ program: Program) {
    self.open = open
    pieces = LinePieces(open)
    let reader = AssessmentReader(program: program, participants: table, file: open.name)
    read = { bytes, lines in
      let reading = reader.read(&bytes, lines: lines)
      return (reading.inOrder, reading.problems)
    }
  }

  /// Returns the lines of a piece.
  /// - Throws: every line of it that cannot be read, with its place in the file.
  func lines(_ index: Int, _ buffer: inout [UInt8]) throws(Problems) -> [StoreLine] {
    let piece = try explained { () throws(FileError) in try pieces.read(index, into: &buffer) }
    let (lines, problems) = read(&buffer, piece.lines)
    guard problems.isEmpty else {
      let before = try explained { () throws(FileError) in
        try pieces.lineCount(in: open.lines.lowerBound..<piece.offset)
      }
      throw Problems(problems.map { $0.movedDown(by: before + open.firstLine - 1) })
    }
    return lines
  }
}

extension StoreLine {
  fileprivate var recordedBy: String {
    switch self {
    case .participant(let line): line.value.recordedBy
    case .score(let line): line.value.recordedBy
    case .file(_, let line): line.value.recordedBy
    }
  }

  fileprivate var recordedAt: Timestamp {
    switch self {
    case .participant(let line): line.value.recordedAt
    case .score(let line): line.value.recordedAt
    case .file(_, let line): line.value.recordedAt
    }
  }

  fileprivate var action: String {
    switch self {
    case .participant(let line): line.value.action.rawValue
    case .score(let line): line.value.action.rawValue
    case .file(_, let line): line.value.action.rawValue
    }
  }

  private var reason: String {
    switch self {
    case .participant(let line): line.value.reason
    case .score(let line): line.value.reason
    case .file(_, let line): line.value.text
    }
  }

  /// True if one command wrote both lines.
  fileprivate func belongsTogether(with other: StoreLine) -> Bool {
    recordedAt == other.recordedAt && EntryStamp.belongsTogether(reason, other.reason)
  }
}

extension Entry {
  fileprivate init(_ lines: [StoreLine]) {
    self.init(
      events: lines.compactMap { if case .participant(let line) = $0 { line.value } else { nil } },
      assessments: lines.compactMap { if case .score(let line) = $0 { line.value } else { nil } },
      fileEvents: lines.compactMap { if case .file(_, let line) = $0 { line.value } else { nil } })
  }
}
