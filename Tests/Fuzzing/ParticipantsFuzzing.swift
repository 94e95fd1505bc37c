import Records
import Storage
import Text

/// What must hold for the participants file, whatever stands in it.
struct ParticipantsFuzzing {
  private let fuzzed: FuzzedProgram
  private let settings: ProgramSettings
  private let everybody: ParticipantEventReader
  private let chunks: ParticipantChunkReader
  private let file: String

  init(_ fuzzed: FuzzedProgram) {
    self.fuzzed = fuzzed
    settings = fuzzed.program.settings
    file = StoreFile.participants.name(fuzzed.format)
    everybody = ParticipantEventReader(settings: settings, participant: nil, file: file)
    chunks = ParticipantChunkReader(settings: settings, file: file)
  }

  func check(_ lines: FuzzedLines) {
    let reading = lines.read(everybody.read)
    let (events, problems) = (reading.lines, reading.problems)
    expect(reading.lineCount == lines.lines.count, "every line is counted")
    for problem in problems { problem.checkPlace(in: lines, file: file) }
    let table = table(lines, [0..<lines.lines.count], problems)
    checkSame(
      table, self.table(lines, [0..<lines.cut, lines.cut..<lines.lines.count], problems))
    for (number, name) in table.ids.texts.enumerated() {
      guard let participant = ParticipantID(rawValue: name) else {
        refute("no id: \(name)")
      }
      checkPerson(participant, number, table, lines, events.map(\.value), problems)
    }
    for format in LineFormat.allCases {
      checkWrittenAgain(
        events.map(\.value), .with(format, attributes: settings.attributes.count))
    }
  }

  /// The table of the lines read in pieces, whose problems are those of the values.
  private func table(
    _ lines: FuzzedLines, _ pieces: [Range<Int>], _ problems: [Diagnostic]
  ) -> ParticipantColumns {
    var table = ParticipantColumns(attributes: settings.attributes.count)
    var found: [Diagnostic] = []
    for piece in pieces {
      let chunk = lines.read(piece, chunks.read)
      found += chunk.problems.map { $0.movedDown(by: piece.lowerBound) }
      let copy = table
      let before = people(copy)
      for problem in chunks.problems(of: chunk, addedTo: &table) {
        problem.movedDown(by: piece.lowerBound).checkPlace(in: lines, file: file)
      }
      expect(people(copy) == before, "a copy of the table is left alone")
    }
    expect(found == problems, "columns find \(found), values \(problems)")
    return table
  }

  /// Cutting the file changes nothing.
  private func checkSame(_ table: ParticipantColumns, _ other: ParticipantColumns) {
    expect(people(table) == people(other), "the same people")
    expect(table.enrolledOn == other.enrolledOn, "the same days of enrollment")
    expect(table.withdrawnOn == other.withdrawnOn, "the same days of withdrawal")
  }

  /// Everybody's id and attributes.
  private func people(_ table: ParticipantColumns) -> [[String]] {
    (0..<table.count).map { [table.ids[$0]] + attributes(of: $0, table) }
  }

  private func attributes(of person: Int, _ table: ParticipantColumns) -> [String] {
    settings.attributes.indices.map { table.value(attribute: $0, participant: person) }
  }

  /// Somebody's own lines, found by searching the file for the id, are those of everybody's that
  /// are about them; the columns say the same.
  private func checkPerson(
    _ participant: ParticipantID, _ number: Int, _ table: ParticipantColumns, _ lines: FuzzedLines,
    _ all: [ParticipantEvent], _ problems: [Diagnostic]
  ) {
    let id = Array(participant.rawValue.utf8)
    let theirs = all.filter { Array($0.participant.rawValue.utf8) == id }
    guard let person = Participant(theirs) else { refute("not enrolled") }
    expect(person.enrolledOn == table.enrolledOn[number], "the same day of enrollment")
    expect(person.withdrawnOn == table.withdrawnOn[number], "the same day of withdrawal")
    expect(person.attributes == attributes(of: number, table), "the same attributes")
    let expected = problems.aboutReadable(participant, lines, fuzzed, .participants)
    let folder = MemoryFolder(lines, in: .participants, fuzzed).folder
    do throws(Problems) {
      let found = try folder.events(of: participant, fuzzed.program)
      expect(found == theirs, "of \(participant): \(found), among all: \(theirs)")
      expect(expected.isEmpty, "of \(participant) no problem, among all: \(expected)")
    } catch {
      if error.isAboutTheWholeFile { return }
      let known = (problems + unevenLines(lines)).map {
        $0.movedDown(by: fuzzed.format.hasHeader ? 1 : 0)
      }
      for problem in error.diagnostics {
        expect(known.contains(problem), "only of \(participant): \(problem)")
      }
    }
  }

  /// The lines with too few fields or too many: only the whole file tells them from older ones.
  private func unevenLines(_ lines: FuzzedLines) -> [Diagnostic] {
    var widths = LineWidths()
    return chunks.unevenLines(of: lines.read(chunks.read), after: &widths)
  }

  /// What was read and is written in either format reads the same.
  private func checkWrittenAgain(_ events: [ParticipantEvent], _ fuzzed: FuzzedProgram) {
    var bytes: [UInt8] = []
    let writer = LineWriter(schema: fuzzed.schema(.participants), format: fuzzed.format)
    for event in events { writer.append(event.values, to: &bytes) }
    let reader = ParticipantEventReader(
      settings: fuzzed.program.settings, participant: nil, file: file)
    let again = FuzzedLines(bytes).read(reader.read)
    expect(again.problems.isEmpty, "written again: \(again.problems)")
    expect(
      again.values.map(\.values) == events.map(\.values), "written again: \(again.values)")
  }
}
