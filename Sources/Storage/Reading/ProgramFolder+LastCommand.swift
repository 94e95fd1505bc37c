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
    let events = ParticipantEventReader(
      settings: program.settings, participant: nil, file: open.participants.name)
    let assessments = AssessmentReader(
      program: program, participants: table, file: open.scores.name)
    let found = (
      try Self.lastLines(of: open.participants, by: name) { bytes, lines in
        let reading = events.read(&bytes, lines: lines)
        return (reading.inOrder, reading.problems)
      },
      try Self.lastLines(of: open.scores, by: name) { bytes, lines in
        let reading = assessments.read(&bytes, lines: lines)
        return (reading.inOrder, reading.problems)
      }
    )
    let last = try Self.last(of: found.0, found.1)
    guard !last.isEmpty else { return nil }
    let entry = Entry(last)
    var lines: [ParticipantID: ParticipantLines] = [:]
    for id in entry.participants {
      lines[id] = ParticipantLines(
        events: try self.events(of: id, in: open.participants, program),
        assessments: try self.assessments(of: id, in: open.scores, program))
    }
    return LastCommand(
      entry: entry, lines: lines, extent: StoreExtent(open.participants, open.scores))
  }

  /// Returns the lines of a file that a person wrote last with one command, in order.
  private static func lastLines(
    of open: OpenStoreFile, by name: String,
    _ read: (inout [UInt8], Range<Int>) -> (lines: [StoreLine], problems: [Diagnostic])
  ) throws(Problems) -> [StoreLine] {
    let pieces = LinePieces(open)
    var buffer: [UInt8] = []
    var found: [StoreLine] = []
    for index in (0..<pieces.count).reversed() {
      let piece = try explained { () throws(FileError) in try pieces.read(index, into: &buffer) }
      let (lines, problems) = read(&buffer, piece.lines)
      guard problems.isEmpty else {
        let before = try explained { () throws(FileError) in
          try pieces.lineCount(in: open.lines.lowerBound..<piece.offset)
        }
        throw Problems(problems.map { $0.movedDown(by: before + open.firstLine - 1) })
      }
      for line in lines.reversed() where line.recordedBy == name {
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
