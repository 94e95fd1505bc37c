import Records
import Text

/// What a person entered last, and everything that is known of the participants it is about.
package struct LastCommand: Sendable {
  package let entry: Entry
  /// The person's later lines about a file, which enter nothing: settings, and what was repaired.
  package let later: [FileEvent]
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
  /// Finds the lines that a person wrote with their last command that entered something, from the
  /// ends of the files.
  /// - Parameter name: the person, as in `recorded_by`.
  /// - Returns: the command; two if they wrote to different files in the same second, so that
  ///   either may be the last, the one about assessments first; empty if that person entered
  ///   nothing.
  /// - Throws: lines that cannot be read.
  package func lastCommands(by name: String, _ program: Program) throws(Problems) -> [LastCommand] {
    let open = try OpenStore(self, program.settings)
    defer { open.close() }
    let table = try readParticipants(in: open.participants, program).table
    let events = LineFile(participants: open.participants, program)
    let assessments = LineFile(scores: open.scores, table, program)
    let participants = try Self.lastLines(of: events, by: name)
    let scores = try Self.lastLines(of: assessments, by: name)
    var found: [LastCommand] = []
    for last in Self.last(of: participants.lines, scores.lines) {
      let entry = Entry(last)
      let later = [participants.later, scores.later].compactMap { $0 }.filter { event in
        entry.recordedAt.map { $0 <= event.recordedAt } ?? false
      }
      found.append(
        LastCommand(
          entry: entry, later: later,
          lines: try lines(of: entry.participants, in: open, events, assessments, program),
          extent: StoreExtent(open.participants, open.scores)))
    }
    return Self.withoutFirstEnrollment(found)
  }

  /// Leaves out the first enrollment of a participant who was assessed in the same second: nobody
  /// can be assessed before it. An enrollment after a withdrawal may be the later one.
  private static func withoutFirstEnrollment(_ found: [LastCommand]) -> [LastCommand] {
    guard found.count == 2, let id = found[1].entry.participants.first,
      found[0].entry.participants.contains(id), let events = found[1].lines[id]?.events,
      events.count == 1
    else { return found }
    return [found[0]]
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

  /// Returns the lines of a file that a person wrote last with one command that entered something,
  /// in order, and the last of the lines after them that entered nothing.
  private static func lastLines(
    of file: LineFile, by name: String
  ) throws(Problems) -> (lines: [StoreLine], later: FileEvent?) {
    var buffer: [UInt8] = []
    var found: [StoreLine] = []
    var later: FileEvent?
    for index in (0..<file.pieces.count).reversed() {
      for line in try file.lines(index, &buffer).reversed() where line.recordedBy == name {
        if let first = found.last, !first.belongsTogether(with: line) {
          return (found.reversed(), later)
        }
        if case .file(_, let line) = line, line.value.action != .erase {
          if found.isEmpty, later == nil { later = line.value }
        } else {
          found.append(line)
        }
      }
    }
    return (found.reversed(), later)
  }

  /// Returns the lines of both files that were written by the later command; those of each command
  /// if either may be the later one.
  private static func last(of participants: [StoreLine], _ scores: [StoreLine]) -> [[StoreLine]] {
    guard let event = participants.first, let assessment = scores.first else {
      return [participants + scores].filter { !$0.isEmpty }
    }
    if event.belongsTogether(with: assessment) { return [participants + scores] }
    if event.recordedAt != assessment.recordedAt {
      return [event.recordedAt > assessment.recordedAt ? participants : scores]
    }
    // What was erased is not taken back, whichever was the last.
    if case .file = event { return [participants] }
    if case .file = assessment { return [scores] }
    return [scores, participants]
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
